#include "core/base/date.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/base/show.h"

using namespace sidebill;

namespace {

Date on(const std::string& text) { return parse_date(text).value(); }
std::int64_t at(const std::string& text) { return parse_instant(text).value(); }

struct Row {
  std::string text;
  std::string expected;
};

// New York's offsets around 2026, as the browser's tables have them.
const TimeZone new_york = {"America/New_York",
                           {{at("2025-11-02T06:00:00Z"), -300},
                            {at("2026-03-08T07:00:00Z"), -240},
                            {at("2026-11-01T06:00:00Z"), -300}}};
const TimeZone kiritimati = {"Pacific/Kiritimati", {{0, 14 * 60}}};
const TimeZone marquesas = {"Pacific/Marquesas", {{0, -(9 * 60 + 30)}}};
// Beirut changes its clocks at midnight: that night's first hour does not exist.
const TimeZone beirut = {"Asia/Beirut",
                         {{at("2025-10-25T21:00:00Z"), 120}, {at("2026-03-28T22:00:00Z"), 180}}};

}  // namespace

TEST_CASE("date: only YYYY-MM-DD of a day that exists is read") {
  for (const Row& row : {
           Row{"2026-01-31", "2026-01-31"},
           Row{"0001-01-01", "0001-01-01"},
           Row{"9999-12-31", "9999-12-31"},
           Row{"2024-02-29", "2024-02-29"},
           Row{"2000-02-29", "2000-02-29"},
           Row{"1900-02-29", "none"},
           Row{"2100-02-29", "none"},
           Row{"2026-02-29", "none"},
           Row{"2026-04-31", "none"},
           Row{"2026-13-01", "none"},
           Row{"2026-00-10", "none"},
           Row{"2026-01-00", "none"},
           Row{"2026-01-32", "none"},
           Row{"0000-01-01", "none"},
           Row{"2026-1-31", "none"},
           Row{"26-01-31", "none"},
           Row{"2026/01/31", "none"},
           Row{"20260131", "none"},
           Row{"31.01.2026", "none"},
           Row{"01/31/2026", "none"},
           Row{"2026-01-31 ", "none"},
           Row{" 2026-01-31", "none"},
           Row{"2026-01-31T00:00:00Z", "none"},
           Row{"-026-01-31", "none"},
           Row{"2026-+1-31", "none"},
           Row{"", "none"},
           Row{"10000-01-01", "none"},
           Row{"２026-01-3", "none"},
       }) {
    CAPTURE(row.text);
    CHECK(show::text(parse_date(row.text)) == row.expected);
  }
}

TEST_CASE("date: a timestamp's date is taken as written, never moved by its zone") {
  for (const Row& row : {
           Row{"2026-01-31", "2026-01-31"},
           Row{"2026-01-31T23:59:59-08:00", "2026-01-31"},
           Row{"2026-01-31T00:00:00+14:00", "2026-01-31"},
           Row{"2026-01-31Z", "2026-01-31"},
           Row{"2026-01-31-08:00", "2026-01-31"},
           Row{"2026-01-31 10:00", "2026-01-31"},
           Row{"2026-01-310", "none"},
           Row{"2026-02-30T00:00:00Z", "none"},
           Row{"2026-01", "none"},
           Row{"", "none"},
           Row{"2026-01-31x", "none"},
       }) {
    CAPTURE(row.text);
    CHECK(show::text(parse_leading_date(row.text)) == row.expected);
  }
}

TEST_CASE("date: day numbers count from 1970 and lead back to their date") {
  struct Numbered {
    std::string date;
    std::int64_t days;
  };
  for (const Numbered& row : {
           Numbered{"1970-01-01", 0},
           Numbered{"1969-12-31", -1},
           Numbered{"2000-02-29", 11016},
           Numbered{"2026-01-31", 20484},
           Numbered{"0001-01-01", -719162},
           Numbered{"9999-12-31", 2932896},
       }) {
    CAPTURE(row.date);
    CHECK(day_number(on(row.date)) == row.days);
    CHECK(show::text(date_of_day_number(row.days)) == row.date);
  }
}

TEST_CASE("date: every day of the calendar follows the one before it") {
  std::int64_t wrong = 0;
  Date day = on("0001-01-01");
  for (std::int64_t number = -719162; number < 2932896; ++number) {
    const Date next = date_of_day_number(number + 1).value();
    const bool first_of_month = next.day() == 1 && day.day() == days_in_month(day.year(), day.month());
    const bool follows = first_of_month || (next.day() == day.day() + 1 && next.month() == day.month());
    wrong += follows && day_number(next) == number + 1 ? 0 : 1;
    day = next;
  }
  CHECK(wrong == 0);
  CHECK(to_text(day) == "9999-12-31");
}

TEST_CASE("date: beyond the years 1 to 9999 there are no dates") {
  for (const std::int64_t days : {std::int64_t{-719163}, std::int64_t{2932897}, INT64_MAX, INT64_MIN}) {
    CAPTURE(days);
    CHECK(show::text(date_of_day_number(days)) == "none");
  }
  CHECK(show::text(add_days(on("9999-12-31"), 1)) == "none");
  CHECK(show::text(add_days(on("0001-01-01"), -1)) == "none");
  CHECK(show::text(add_days(on("2026-01-31"), INT64_MAX)) == "none");
  CHECK(show::text(add_days(on("1969-01-31"), INT64_MIN)) == "none");
  CHECK(show::text(add_months(on("9999-12-31"), 1)) == "none");
  CHECK(show::text(add_months(on("0001-01-01"), -1)) == "none");
  CHECK(show::text(add_months(on("2026-01-31"), INT32_MAX)) == "none");
  CHECK(show::text(add_months(on("2026-01-31"), INT32_MIN)) == "none");
}

TEST_CASE("date: a month later is the same day, or the shorter month's last") {
  struct Later {
    std::string date;
    int months;
    std::string expected;
  };
  for (const Later& row : {
           Later{"2026-01-31", 1, "2026-02-28"},
           Later{"2024-01-31", 1, "2024-02-29"},
           Later{"2026-01-31", 2, "2026-03-31"},
           Later{"2026-01-31", 3, "2026-04-30"},
           Later{"2024-02-29", 12, "2025-02-28"},
           Later{"2024-02-29", 48, "2028-02-29"},
           Later{"2026-03-31", -1, "2026-02-28"},
           Later{"2026-01-15", -1, "2025-12-15"},
           Later{"2026-12-01", 1, "2027-01-01"},
           Later{"2026-01-31", 0, "2026-01-31"},
           Later{"0001-01-31", 9998 * 12 + 11, "9999-12-31"},
       }) {
    CAPTURE(row.date);
    CAPTURE(row.months);
    CHECK(show::text(add_months(on(row.date), row.months)) == row.expected);
  }
}

TEST_CASE("date: months have their days, and what is no month has none") {
  CHECK(days_in_month(2026, 2) == 28);
  CHECK(days_in_month(2024, 2) == 29);
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(2026, 12) == 31);
  CHECK(days_in_month(2026, 0) == 0);
  CHECK(days_in_month(2026, 13) == 0);
}

TEST_CASE("date: dates are ordered by day") {
  CHECK(on("2026-01-31") < on("2026-02-01"));
  CHECK(on("2025-12-31") < on("2026-01-01"));
  CHECK(on("2026-01-31") == on("2026-01-31"));
  CHECK(on("2026-01-31") != on("2026-01-30"));
  CHECK(on("2026-01-31") >= on("2026-01-31"));
}

TEST_CASE("date: an instant needs its offset and every field in range") {
  struct Instant {
    std::string text;
    std::string expected;
  };
  for (const Instant& row : {
           Instant{"1970-01-01T00:00:00Z", "0"},
           Instant{"1970-01-01T00:00:00.5Z", "500"},
           Instant{"1970-01-01T00:00:00.0019Z", "1"},
           Instant{"1969-12-31T23:59:59.999Z", "-1"},
           Instant{"2026-01-31T23:59:00-08:00", "1769932740000"},
           Instant{"2026-02-01T07:59:00Z", "1769932740000"},
           Instant{"2026-02-01T13:29:00+05:30", "1769932740000"},
           Instant{"2026-02-01t07:59:00z", "1769932740000"},
           Instant{"2026-02-01 07:59:00Z", "1769932740000"},
           Instant{"2024-02-29T00:00:00+00:00", "1709164800000"},
           Instant{"2026-01-31T23:59:00", "none"},
           Instant{"2026-01-31", "none"},
           Instant{"2026-01-31T23:59Z", "none"},
           Instant{"2026-01-31T24:00:00Z", "none"},
           Instant{"2026-01-31T23:60:00Z", "none"},
           Instant{"2026-01-31T23:59:60Z", "none"},
           Instant{"2026-02-29T00:00:00Z", "none"},
           Instant{"2026-01-31T23:59:00+24:00", "none"},
           Instant{"2026-01-31T23:59:00+08:60", "none"},
           Instant{"2026-01-31T23:59:00+0800", "none"},
           Instant{"2026-01-31T23:59:00+08", "none"},
           Instant{"2026-01-31T23:59:00.Z", "none"},
           Instant{"2026-01-31T23:59:00,5Z", "none"},
           Instant{"2026-01-31T23:59:00Z ", "none"},
           Instant{"2026-01-31T23:59:00ZZ", "none"},
           Instant{"2026-01-31X23:59:00Z", "none"},
           Instant{"2026-01-31T2a:59:00Z", "none"},
           Instant{"2026-01-31T23-59-00Z", "none"},
           Instant{"", "none"},
           Instant{"T", "none"},
           Instant{"1970-01-01T00:00:00." + std::string(100'000, '9') + "Z", "999"},
       }) {
    CAPTURE(row.text.substr(0, 60));
    CHECK(show::text(parse_instant(row.text)) == row.expected);
  }
}

TEST_CASE("date: which date it is depends on the place, through both changes of the clock") {
  struct Local {
    std::string instant;
    const TimeZone& zone;
    std::string expected;
  };
  const TimeZone utc;
  for (const Local& row : {
           Local{"2026-01-31T23:59:59.999Z", utc, "2026-01-31"},
           Local{"2026-02-01T00:00:00Z", utc, "2026-02-01"},
           Local{"1969-12-31T23:59:59Z", utc, "1969-12-31"},
           Local{"2026-02-01T04:59:59Z", new_york, "2026-01-31"},
           Local{"2026-02-01T05:00:00Z", new_york, "2026-02-01"},
           // Summer time: midnight is an hour earlier in UTC.
           Local{"2026-07-01T03:59:59Z", new_york, "2026-06-30"},
           Local{"2026-07-01T04:00:00Z", new_york, "2026-07-01"},
           // The last hour before the clocks change, and the first after it.
           Local{"2026-03-08T04:59:59Z", new_york, "2026-03-07"},
           Local{"2026-03-09T04:00:00Z", new_york, "2026-03-09"},
           Local{"2026-03-09T03:59:59Z", new_york, "2026-03-08"},
           Local{"2026-11-01T04:00:00Z", new_york, "2026-11-01"},
           Local{"2026-11-02T04:59:59Z", new_york, "2026-11-01"},
           Local{"2026-11-02T05:00:00Z", new_york, "2026-11-02"},
           // Before the first known change its offset counts, after the last one the last.
           Local{"1980-01-01T04:59:59Z", new_york, "1979-12-31"},
           Local{"2040-07-01T04:59:59Z", new_york, "2040-06-30"},
           Local{"2026-01-31T10:00:00Z", kiritimati, "2026-02-01"},
           Local{"2026-02-01T09:29:59Z", marquesas, "2026-01-31"},
           Local{"2026-03-28T21:59:59Z", beirut, "2026-03-28"},
           Local{"2026-03-28T22:00:00Z", beirut, "2026-03-29"},
       }) {
    CAPTURE(row.instant);
    CAPTURE(row.zone.name);
    CHECK(to_text(local_date(at(row.instant), row.zone)) == row.expected);
  }
}

TEST_CASE("date: an absurd instant is the calendar's nearest end") {
  CHECK(to_text(local_date(INT64_MAX, new_york)) == "9999-12-29");
  CHECK(to_text(local_date(INT64_MIN, kiritimati)) == "0001-01-02");
}

TEST_CASE("date: a standard term counts days over month ends and leap days") {
  struct Due {
    std::string issued;
    int days;
    std::string expected;
  };
  for (const Due& row : {
           Due{"2026-01-31", 0, "2026-01-31"},
           Due{"2026-01-31", 30, "2026-03-02"},
           Due{"2024-01-31", 30, "2024-03-01"},
           Due{"2024-02-28", 1, "2024-02-29"},
           Due{"2026-02-28", 1, "2026-03-01"},
           Due{"2026-12-15", 30, "2027-01-14"},
           Due{"2026-01-01", 999, "2028-09-26"},
           Due{"2026-01-01", 1000, "none"},
           Due{"2026-01-01", -1, "none"},
           Due{"9999-12-31", 1, "none"},
       }) {
    CAPTURE(row.issued);
    CAPTURE(row.days);
    CHECK(show::text(due_date(on(row.issued), StandardTerm{row.days})) == row.expected);
  }
}

TEST_CASE("date: a day-of-month term names the next such day, a month later when that is too close") {
  struct Due {
    std::string issued;
    int day, next_month_days;
    std::string expected;
  };
  for (const Due& row : {
           Due{"2026-01-10", 15, 0, "2026-01-15"},
           Due{"2026-01-15", 15, 0, "2026-01-15"},
           Due{"2026-01-16", 15, 0, "2026-02-15"},
           Due{"2026-12-20", 15, 0, "2027-01-15"},
           // The 31st is a shorter month's last day.
           Due{"2026-01-31", 31, 0, "2026-01-31"},
           Due{"2026-02-10", 31, 0, "2026-02-28"},
           Due{"2024-02-10", 31, 0, "2024-02-29"},
           Due{"2026-04-30", 31, 0, "2026-04-30"},
           Due{"2026-01-31", 30, 0, "2026-02-28"},
           Due{"2026-02-28", 29, 0, "2026-02-28"},
           Due{"2026-01-31", 1, 0, "2026-02-01"},
           // Issued within so many days of the due day: a month later, with that month's own length.
           Due{"2026-01-10", 15, 5, "2026-02-15"},
           Due{"2026-01-09", 15, 5, "2026-01-15"},
           Due{"2026-01-15", 15, 5, "2026-02-15"},
           Due{"2026-01-16", 15, 5, "2026-02-15"},
           Due{"2026-01-28", 31, 5, "2026-02-28"},
           Due{"2026-02-25", 31, 5, "2026-03-31"},
           Due{"2026-01-28", 1, 5, "2026-03-01"},
           Due{"2026-12-28", 31, 5, "2027-01-31"},
           Due{"2026-01-10", 15, 999, "2026-02-15"},
           Due{"2026-01-10", 0, 0, "none"},
           Due{"2026-01-10", 32, 0, "none"},
           Due{"2026-01-10", 15, -1, "none"},
           Due{"2026-01-10", 15, 1000, "none"},
           Due{"9999-12-16", 15, 0, "none"},
           Due{"9999-12-14", 15, 5, "none"},
       }) {
    CAPTURE(row.issued);
    CAPTURE(row.day);
    CAPTURE(row.next_month_days);
    CHECK(show::text(due_date(on(row.issued), DayOfMonthTerm{row.day, row.next_month_days})) == row.expected);
  }
}

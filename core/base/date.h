// Calendar dates without a time, and which date it is somewhere at an instant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

/// A day of the proleptic Gregorian calendar, years 1 to 9999; only checked constructors make one.
class Date {
 public:
  Date() = default;  // 1970-01-01
  int year() const { return year_; }
  int month() const { return month_; }
  int day() const { return day_; }

 private:
  friend std::optional<Date> make_date(int year, int month, int day);
  int year_ = 1970;
  int month_ = 1;
  int day_ = 1;
};

std::optional<Date> make_date(int year, int month, int day);
/// Reads `YYYY-MM-DD` and nothing else.
std::optional<Date> parse_date(std::string_view text);
/// Reads the date of `YYYY-MM-DD` or of an ISO timestamp starting with it, taking the date as written.
std::optional<Date> parse_leading_date(std::string_view text);
std::string to_text(Date date);

/// Days since 1970-01-01.
std::int64_t day_number(Date date);
std::optional<Date> date_of_day_number(std::int64_t days);
std::optional<Date> add_days(Date date, std::int64_t days);
/// The same day of a later month, or that month's last day: 31 January + 1 = 28 or 29 February.
std::optional<Date> add_months(Date date, int months);
int days_in_month(int year, int month);

inline bool operator==(Date a, Date b) { return day_number(a) == day_number(b); }
inline bool operator!=(Date a, Date b) { return day_number(a) != day_number(b); }
inline bool operator<(Date a, Date b) { return day_number(a) < day_number(b); }
inline bool operator>(Date a, Date b) { return day_number(a) > day_number(b); }
inline bool operator<=(Date a, Date b) { return day_number(a) <= day_number(b); }
inline bool operator>=(Date a, Date b) { return day_number(a) >= day_number(b); }

/// A time zone as its offsets around the instants in question: sorted by `from_ms`, the first one
/// counting also for everything before it. The extension reads them out of the browser's own tables.
struct ZoneOffset {
  std::int64_t from_ms = 0;
  int offset_minutes = 0;
};
struct TimeZone {
  std::string name = "UTC";
  std::vector<ZoneOffset> offsets;  // empty means UTC
};

/// The date on the wall calendar of `zone` at this instant (milliseconds since 1970 UTC).
Date local_date(std::int64_t instant_ms, const TimeZone& zone);

/// An RFC 3339 timestamp as an instant: "2026-01-31T23:59:00-08:00" -> milliseconds since 1970 UTC.
///
/// Errors: nullopt without an offset or when any field is out of range
std::optional<std::int64_t> parse_instant(std::string_view text);

/// When money is due: a standard term counts days, a date-driven one names a day of the month.
struct StandardTerm {
  int due_days = 0;  // 0..999
};
struct DayOfMonthTerm {
  int day_of_month = 1;     // 1..31; a shorter month's last day counts as it
  int next_month_days = 0;  // issued within this many days of the due day: due a month later
};

std::optional<Date> due_date(Date issued, StandardTerm term);
/// Source: reference/quickbooks.md 3.8 (DayOfMonthDue, DueNextMonthDays)
std::optional<Date> due_date(Date issued, DayOfMonthTerm term);

}  // namespace sidebill

#include "core/base/date.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace sidebill {
namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 86'400'000;
constexpr int most_due_days = 999;  // what QuickBooks lets a term count

bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Division that rounds toward minus infinity, as calendars need it before their epoch.
std::int64_t floor_divide(std::int64_t dividend, std::int64_t divisor) {
  const std::int64_t quotient = dividend / divisor;
  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/// The digits of `text` from `start` to before `end` as a number, or nullopt when one is none.
std::optional<int> number_at(std::string_view text, std::size_t start, std::size_t end) {
  if (end > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = start; i < end; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool has(std::string_view text, std::size_t at, std::string_view choices) {
  return at < text.size() && choices.find(text[at]) != std::string_view::npos;
}

/// `HH:MM` at `start` as minutes, within one day.
std::optional<int> minutes_at(std::string_view text, std::size_t start) {
  const auto hours = number_at(text, start, start + 2);
  const auto minutes = number_at(text, start + 3, start + 5);
  if (!hours || !minutes || !has(text, start + 2, ":") || *hours > 23 || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

/// `Z`, `+HH:MM` or `-HH:MM` as minutes east of Greenwich, and nothing after it.
std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || !has(text, 0, "+-")) return std::nullopt;
  const auto minutes = minutes_at(text, 1);
  if (!minutes) return std::nullopt;
  return text[0] == '-' ? -*minutes : *minutes;
}

/// The first three digits of a fraction of a second, cut off behind; "5" is 500.
int milliseconds_of(std::string_view fraction) {
  int milliseconds = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    milliseconds = milliseconds * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  }
  return milliseconds;
}

/// How many months a date is after January of year 0.
int month_number(Date date) { return date.year() * 12 + date.month() - 1; }

/// The day in that month, or the month's last day when it is shorter.
std::optional<Date> date_in_month(int month_number, int day) {
  const int year = month_number / 12;
  const int month = month_number % 12 + 1;
  if (year < first_year || year > last_year) return std::nullopt;
  return make_date(year, month, std::min(day, days_in_month(year, month)));
}

int offset_minutes_at(std::int64_t instant_ms, const TimeZone& zone) {
  if (zone.offsets.empty()) return 0;
  const auto after = std::upper_bound(
      zone.offsets.begin(), zone.offsets.end(), instant_ms,
      [](std::int64_t instant, const ZoneOffset& offset) { return instant < offset.from_ms; });
  return after == zone.offsets.begin() ? after->offset_minutes : std::prev(after)->offset_minutes;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < first_year || year > last_year) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  Date date;
  date.year_ = year;
  date.month_ = month;
  date.day_ = day;
  return date;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number_at(text, 0, 4);
  const auto month = number_at(text, 5, 7);
  const auto day = number_at(text, 8, 10);
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

std::optional<Date> parse_leading_date(std::string_view text) {
  constexpr std::size_t date_length = 10;
  if (text.size() > date_length && !has(text, date_length, "Tt Zz+-")) return std::nullopt;
  return parse_date(text.substr(0, date_length));
}

std::string to_text(Date date) {
  const auto padded = [](int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - digits.size(), '0') + digits;
  };
  return padded(date.year(), 4) + "-" + padded(date.month(), 2) + "-" + padded(date.day(), 2);
}

// Both directions count years from March, so that the leap day is the last of its year, in eras of 400
// years, which all have 146097 days. Source: Howard Hinnant, chrono-compatible low-level date algorithms.
constexpr std::int64_t days_per_era = 146'097;
constexpr std::int64_t days_to_epoch = 719'468;  // 0000-03-01 to 1970-01-01

std::int64_t day_number(Date date) {
  const std::int64_t year = date.month() <= 2 ? date.year() - 1 : date.year();
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = (date.month() + 9) % 12;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day() - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - days_to_epoch;
}

std::optional<Date> date_of_day_number(std::int64_t days) {
  constexpr std::int64_t outermost = 4'000'000;  // past both ends of the calendar, far from overflow
  if (days < -outermost || days > outermost) return std::nullopt;
  const std::int64_t shifted = days + days_to_epoch;
  const std::int64_t era = floor_divide(shifted, days_per_era);
  const std::int64_t day_of_era = shifted - era * days_per_era;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  return make_date(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day));
}

std::optional<Date> add_days(Date date, std::int64_t days) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(day_number(date), days, &sum)) return std::nullopt;
  return date_of_day_number(sum);
}

std::optional<Date> add_months(Date date, int months) {
  const std::int64_t number = std::int64_t{month_number(date)} + months;
  if (number < 0 || number >= std::int64_t{last_year + 1} * 12) return std::nullopt;
  return date_in_month(static_cast<int>(number), date.day());
}

Date local_date(std::int64_t instant_ms, const TimeZone& zone) {
  static const std::int64_t first_day = day_number(*make_date(first_year, 1, 1));
  static const std::int64_t last_day = day_number(*make_date(last_year, 12, 31));
  // A day less on both sides leaves room for the offset; nothing real happens there.
  const std::int64_t inside =
      std::clamp(instant_ms, (first_day + 1) * ms_per_day, (last_day - 1) * ms_per_day);
  const std::int64_t local_ms = inside + offset_minutes_at(instant_ms, zone) * ms_per_minute;
  return *date_of_day_number(std::clamp(floor_divide(local_ms, ms_per_day), first_day, last_day));
}

std::optional<std::int64_t> parse_instant(std::string_view text) {
  constexpr std::size_t time_start = 11;
  const auto date = parse_date(text.substr(0, 10));
  if (!date || !has(text, 10, "Tt ")) return std::nullopt;
  const auto minutes = minutes_at(text, time_start);
  const auto seconds = number_at(text, time_start + 6, time_start + 8);
  if (!minutes || !seconds || !has(text, time_start + 5, ":") || *seconds > 59) return std::nullopt;

  std::string_view rest = text.substr(time_start + 8);
  std::string_view fraction;
  if (has(rest, 0, ".")) {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    fraction = rest.substr(1, end - 1);
    if (fraction.empty()) return std::nullopt;
    rest.remove_prefix(end);
  }
  const auto offset = parse_offset(rest);
  if (!offset) return std::nullopt;
  return day_number(*date) * ms_per_day + (*minutes - *offset) * ms_per_minute +
         std::int64_t{*seconds} * 1000 + milliseconds_of(fraction);
}

std::optional<Date> due_date(Date issued, StandardTerm term) {
  if (term.due_days < 0 || term.due_days > most_due_days) return std::nullopt;
  return add_days(issued, term.due_days);
}

std::optional<Date> due_date(Date issued, DayOfMonthTerm term) {
  if (term.day_of_month < 1 || term.day_of_month > 31) return std::nullopt;
  if (term.next_month_days < 0 || term.next_month_days > most_due_days) return std::nullopt;
  int month = month_number(issued);
  auto due = date_in_month(month, term.day_of_month);
  if (due && *due < issued) due = date_in_month(++month, term.day_of_month);
  if (!due) return std::nullopt;
  const bool too_close = day_number(*due) - day_number(issued) <= term.next_month_days;
  return term.next_month_days > 0 && too_close ? date_in_month(month + 1, term.day_of_month) : due;
}

}  // namespace sidebill

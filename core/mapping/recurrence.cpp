#include "core/mapping/recurrence.h"

#include <string_view>

namespace sidebill {

namespace {

/// A length of time in whole months or whole days, never both: P1M is no number of days.
struct Span {
  std::int64_t months = 0;
  std::int64_t days = 0;
};

struct NamedSpan {
  std::string_view frequency;
  Span span;
};
constexpr NamedSpan frequencies[] = {
    {"weekly", {0, 7}},          {"biweekly", {0, 14}},        {"monthly", {1, 0}},
    {"quarterly", {3, 0}},       {"per_six_months", {6, 0}},   {"annually", {12, 0}},
    {"per_two_years", {24, 0}},  {"per_three_years", {36, 0}}, {"per_four_years", {48, 0}},
    {"per_five_years", {60, 0}},
};

constexpr std::int64_t longest_part = 10'000;

/// "P1Y6M", "P12M", "P4W", "P30D"
std::optional<Span> parse_period(std::string_view text) {
  if (text.size() < 3 || text.front() != 'P') return std::nullopt;
  Span span;
  std::int64_t number = -1;
  for (const char letter : text.substr(1)) {
    if (letter >= '0' && letter <= '9') {
      number = (number < 0 ? 0 : number) * 10 + (letter - '0');
      if (number > longest_part) return std::nullopt;
      continue;
    }
    if (number < 0) return std::nullopt;
    if (letter == 'Y')
      span.months += 12 * number;
    else if (letter == 'M')
      span.months += number;
    else if (letter == 'W')
      span.days += 7 * number;
    else if (letter == 'D')
      span.days += number;
    else
      return std::nullopt;
    number = -1;
  }
  if (number >= 0) return std::nullopt;
  return span;
}

std::optional<Span> span_of(std::string_view frequency) {
  for (const NamedSpan& row : frequencies) {
    if (row.frequency == frequency) return row.span;
  }
  return std::nullopt;
}

int periods_in(const Span& term, const Span& one) {
  if (one.months > 0 && term.days == 0 && term.months % one.months == 0)
    return static_cast<int>(term.months / one.months);
  if (one.days > 0 && term.months == 0 && term.days % one.days == 0)
    return static_cast<int>(term.days / one.days);
  return 0;
}

int periods_of(const hubspot::LineItem& item) {
  if (item.number_of_payments && *item.number_of_payments > 0 && *item.number_of_payments <= longest_part) {
    return static_cast<int>(*item.number_of_payments);
  }
  const auto term = parse_period(item.period);
  const auto one = span_of(item.frequency);
  return term && one ? periods_in(*term, *one) : 0;
}

}  // namespace

std::optional<Recurrence> map_recurrence(const hubspot::LineItem& item) {
  if (item.frequency.empty()) return std::nullopt;
  return Recurrence{item.frequency, periods_of(item)};
}

}  // namespace sidebill

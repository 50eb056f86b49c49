#include <array>
#include <string_view>

#include "core/billing/recurrence.h"

namespace sidebill {

namespace {

struct Frequency {
  std::string_view code;    // HubSpot's word
  std::string_view period;  // what is billed at a time
};

// Source: reference/hubspot.md 3 (weekly, monthly, quarterly, annually seen); the rest assumed from HubSpot's
// own list of billing frequencies.
constexpr std::array<Frequency, 10> frequencies = {{
    {"weekly", "week"},
    {"biweekly", "two weeks"},
    {"monthly", "month"},
    {"quarterly", "quarter"},
    {"per_six_months", "six months"},
    {"annually", "year"},
    {"per_two_years", "two years"},
    {"per_three_years", "three years"},
    {"per_four_years", "four years"},
    {"per_five_years", "five years"},
}};

}  // namespace

bool is_recurring(const SaleLine& line) { return line.recurrence && !line.recurrence->frequency.empty(); }

std::string billing_period(const SaleLine& line) {
  if (!is_recurring(line)) return "";
  for (const Frequency& row : frequencies) {
    if (row.code == line.recurrence->frequency) return std::string(row.period);
  }
  return line.recurrence->frequency;
}

std::string recurrence_text(const SaleLine& line) {
  if (!is_recurring(line)) return "";
  std::string words = "bills every " + billing_period(line);
  if (line.recurrence->periods <= 0) return words;
  return words + ", " + std::to_string(line.recurrence->periods) +
         (line.recurrence->periods == 1 ? " time" : " times");
}

}  // namespace sidebill

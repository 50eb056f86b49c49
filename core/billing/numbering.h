// The number of the next document, where a company numbers its documents by hand.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace sidebill {

/// What stands around the digits that count up: "INV-" and "" of INV-0042, whose digits are padded to four.
struct NumberSeries {
  std::string prefix, suffix;
  std::size_t width = 0;  // 0: without leading zeros

  bool operator==(const NumberSeries&) const = default;
};

/// The series that most of the ten newest numbers belong to, of equally many the one of the newest.
///
/// Shape:  the digits that count are the last ones of a number: 17 of "INV-2026/17-A"
/// Errors: nullopt where no number has digits
std::optional<NumberSeries> series_of(const std::vector<std::string>& newest_first);

/// One more than the highest of this series, whatever else was used; the first is 1001.
///
/// Shape:  digits of any length, counted without rounding; QuickBooks takes 21 characters
/// Source: reference/quickbooks.md 3.3 (DocNumber)
std::string next_number(const NumberSeries& series, const std::vector<std::string>& used);

}  // namespace sidebill

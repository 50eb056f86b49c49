#include "core/billing/numbering.h"

#include <algorithm>
#include <string_view>

namespace sidebill {

namespace {

constexpr std::size_t newest_asked = 10;
constexpr const char* first_digits = "1001";

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

struct Parted {
  std::string_view prefix, digits, suffix;
};

std::optional<Parted> parted(std::string_view number) {
  std::size_t end = number.size();
  while (end > 0 && !is_digit(number[end - 1])) --end;
  std::size_t start = end;
  while (start > 0 && is_digit(number[start - 1])) --start;
  if (start == end) return std::nullopt;
  return Parted{number.substr(0, start), number.substr(start, end - start), number.substr(end)};
}

bool is_of(const NumberSeries& series, const Parted& number) {
  return number.prefix == series.prefix && number.suffix == series.suffix;
}

std::string_view without_zeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

/// Without leading zeros, the longer one is more.
bool is_less(std::string_view left, std::string_view right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

std::string one_more(std::string_view digits) {
  std::string counted(digits);
  std::size_t at = counted.size();
  while (at > 0 && counted[at - 1] == '9') counted[--at] = '0';
  if (at == 0) return "1" + counted;
  ++counted[at - 1];
  return counted;
}

std::string padded(std::string digits, std::size_t width) {
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace

std::optional<NumberSeries> series_of(const std::vector<std::string>& newest_first) {
  struct Seen {
    NumberSeries series;
    std::size_t count = 0;
  };
  std::vector<Seen> seen;
  const std::size_t asked = std::min(newest_first.size(), newest_asked);
  for (std::size_t index = 0; index < asked; ++index) {
    const auto number = parted(newest_first[index]);
    if (!number) continue;
    auto found =
        std::find_if(seen.begin(), seen.end(), [&](const Seen& one) { return is_of(one.series, *number); });
    if (found == seen.end()) {
      const std::string prefix(number->prefix), suffix(number->suffix);
      found = seen.insert(seen.end(), Seen{{prefix, suffix, 0}, 0});
    }
    if (number->digits.front() == '0')
      found->series.width = std::max(found->series.width, number->digits.size());
    found->count += 1;
  }
  const auto most = std::max_element(
      seen.begin(), seen.end(), [](const Seen& left, const Seen& right) { return left.count < right.count; });
  return most == seen.end() ? std::nullopt : std::optional(most->series);
}

std::string next_number(const NumberSeries& series, const std::vector<std::string>& used) {
  std::string_view highest;
  for (const std::string& number : used) {
    const auto parts = parted(number);
    if (!parts || !is_of(series, *parts)) continue;
    const std::string_view digits = without_zeros(parts->digits);
    if (highest.empty() || is_less(highest, digits)) highest = digits;
  }
  const std::string next = highest.empty() ? std::string(first_digits) : one_more(highest);
  return series.prefix + padded(next, series.width) + series.suffix;
}

}  // namespace sidebill

#include "core/matching/trigrams.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sidebill {

namespace {

constexpr std::size_t longest = 120;

struct Trigrams {
  std::array<std::uint32_t, longest + 2> grams{};
  std::size_t count = 0;
};

Trigrams trigrams_of(std::string_view text) {
  Trigrams trigrams;
  std::uint32_t window = ' ';
  std::size_t taken = 1;
  const auto take = [&](char c) {
    window = (window << 8 | static_cast<unsigned char>(c)) & 0xFFFFFFU;
    if (++taken >= 3) trigrams.grams[trigrams.count++] = window;
  };
  for (const char c : text.substr(0, longest)) take(c);
  take(' ');
  const auto begin = trigrams.grams.begin();
  std::sort(begin, begin + static_cast<std::ptrdiff_t>(trigrams.count));
  trigrams.count = static_cast<std::size_t>(
      std::unique(begin, begin + static_cast<std::ptrdiff_t>(trigrams.count)) - begin);
  return trigrams;
}

}  // namespace

int trigrams_in_common(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return 0;
  const Trigrams mine = trigrams_of(left), theirs = trigrams_of(right);
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < mine.count && j < theirs.count;) {
    if (mine.grams[i] == theirs.grams[j]) ++common;
    const bool forward = mine.grams[i] <= theirs.grams[j];
    const bool other = theirs.grams[j] <= mine.grams[i];
    i += forward ? 1 : 0;
    j += other ? 1 : 0;
  }
  return mine.count + theirs.count == 0 ? 0 : static_cast<int>(200 * common / (mine.count + theirs.count));
}

}  // namespace sidebill

#include "core/matching/compare_lines.h"

#include <algorithm>

namespace sidebill {

namespace {

/// Of a hundred, how much of the words two lines of the same goods have in common.
constexpr std::size_t alike_percent = 50;

std::size_t in_common(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::size_t count = 0;
  auto one = left.begin();
  auto other = right.begin();
  while (one != left.end() && other != right.end()) {
    const int order = one->compare(*other);
    if (order == 0) ++count;
    if (order <= 0) ++one;
    if (order >= 0) ++other;
  }
  return count;
}

/// One names it by a word or two, the other describes it at length: the shorter text decides.
bool same_goods(const LineFacts& left, const LineFacts& right) {
  if (!left.item_id.empty() && left.item_id == right.item_id) return true;
  const std::size_t shorter = std::min(left.words.size(), right.words.size());
  return shorter > 0 && in_common(left.words, right.words) * 100 > shorter * alike_percent;
}

bool same_amount(const LineFacts& left, const LineFacts& right) { return left.amount == right.amount; }

bool same_line(const LineFacts& left, const LineFacts& right) {
  return same_amount(left, right) && same_goods(left, right);
}

using Agree = bool (*)(const LineFacts&, const LineFacts&);

/// Pairs what is still open on both sides; the number of pairs.
int pair_up(const std::vector<LineFacts>& left, const std::vector<LineFacts>& right,
            std::vector<bool>& left_taken, std::vector<bool>& right_taken, Agree agree) {
  int pairs = 0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    for (std::size_t j = 0; j < left.size() && !right_taken[i]; ++j) {
      if (left_taken[j] || !agree(left[j], right[i])) continue;
      left_taken[j] = right_taken[i] = true;
      ++pairs;
    }
  }
  return pairs;
}

LinesLevel level_of(const LinesCompared& compared, int left, int right) {
  if (compared.same == right) return left == right ? LinesLevel::same : LinesLevel::within;
  const int goods = compared.same + compared.goods;
  if (goods == right) return LinesLevel::alike;
  if (goods * 2 >= right) return LinesLevel::overlaps;
  if (goods > 0) return LinesLevel::touches;
  return compared.amounts == right ? LinesLevel::amounts : LinesLevel::differs;
}

}  // namespace

LinesCompared compare_lines(const std::vector<LineFacts>& left, const std::vector<LineFacts>& right) {
  LinesCompared compared;
  if (left.empty() || right.empty()) return compared;
  std::vector<bool> left_taken(left.size()), right_taken(right.size());
  compared.same = pair_up(left, right, left_taken, right_taken, same_line);
  compared.goods = pair_up(left, right, left_taken, right_taken, same_goods);
  compared.amounts = pair_up(left, right, left_taken, right_taken, same_amount);
  compared.level = level_of(compared, static_cast<int>(left.size()), static_cast<int>(right.size()));
  return compared;
}

const char* text_of(LinesLevel level) {
  switch (level) {
    case LinesLevel::unknown: return "";
    case LinesLevel::same: return "same";
    case LinesLevel::within: return "within";
    case LinesLevel::alike: return "alike";
    case LinesLevel::overlaps: return "overlaps";
    case LinesLevel::touches: return "touches";
    case LinesLevel::amounts: return "same-amounts";
    case LinesLevel::differs: return "differs";
  }
  return "";
}

}  // namespace sidebill

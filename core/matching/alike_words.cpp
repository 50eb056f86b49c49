#include "core/matching/alike_words.h"

#include <algorithm>
#include <tuple>

namespace sidebill {

AlikeWords AlikeOrder::pair(int agreement, std::uint32_t left, std::uint32_t right) const {
  const int information = std::min(lexicon_.information(left_[left]), lexicon_.information(right_[right]));
  return {agreement, information, left, right};
}

bool AlikeOrder::operator()(const AlikeWords& a, const AlikeWords& b) const {
  if (a.agreement != b.agreement) return a.agreement > b.agreement;
  if (a.information != b.information) return a.information > b.information;
  const auto spelled = [&](const AlikeWords& one) {
    return std::minmax(lexicon_.word(left_[one.left]), lexicon_.word(right_[one.right]));
  };
  const auto mine = spelled(a), theirs = spelled(b);
  return std::tie(mine.first, mine.second, a.left, a.right) <
         std::tie(theirs.first, theirs.second, b.left, b.right);
}

}  // namespace sidebill

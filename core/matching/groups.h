// Records gathered in groups of which the members resemble each other on the whole.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/function_ref.h"

namespace sidebill {

/// Agglomerative clustering by the mean of the scores between two groups.
/// Source: Sokal and Michener, A statistical method for evaluating systematic relationships (1958), average
/// linkage
class Groups {
 public:
  using Score = FunctionRef<int(std::uint32_t, std::uint32_t)>;

  /// Groups are joined while the mean score between their members is `least` or more.
  Groups(std::size_t records, int least, Score score);

  /// Joins the groups of two records, unless their members resemble each other too little.
  void join(std::uint32_t left, std::uint32_t right);
  /// So many pairs are listed of all groups together; then of each group only those with its first record.
  static constexpr std::size_t most_pairs = 4'000'000;

  /// Every pair of every group, the lower place first.
  void each_pair(FunctionRef<void(std::uint32_t, std::uint32_t)> visit) const;

 private:
  std::vector<std::uint32_t> group_of_;
  std::vector<std::vector<std::uint32_t>> members_;
  int least_;
  Score score_;
};

}  // namespace sidebill

#include "core/matching/groups.h"

#include <algorithm>
#include <numeric>

namespace sidebill {

namespace {

/// One pair that agrees in everything does not carry many that differ, nor the other way round.
constexpr int most_of_one_pair = 850;

/// Pairs between two groups that are looked at; of larger groups the first members speak for all.
constexpr std::size_t most_members = 60;

}  // namespace

Groups::Groups(std::size_t records, int least, Score score)
    : group_of_(records), members_(records), least_(least), score_(score) {
  std::iota(group_of_.begin(), group_of_.end(), 0U);
  for (std::uint32_t record = 0; record < records; ++record) members_[record] = {record};
}

void Groups::join(std::uint32_t left, std::uint32_t right) {
  const std::uint32_t kept = group_of_[left], moved = group_of_[right];
  if (kept == moved) return;
  const std::size_t mine = std::min(most_members, members_[kept].size());
  const std::size_t theirs = std::min(most_members, members_[moved].size());
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < mine; ++i) {
    for (std::size_t j = 0; j < theirs; ++j)
      sum += std::clamp(score_(members_[kept][i], members_[moved][j]), -most_of_one_pair, most_of_one_pair);
  }
  if (sum < static_cast<std::int64_t>(least_) * static_cast<std::int64_t>(mine * theirs)) return;
  for (const std::uint32_t record : members_[moved]) {
    group_of_[record] = kept;
    members_[kept].push_back(record);
  }
  members_[moved].clear();
}

void Groups::each_pair(FunctionRef<void(std::uint32_t, std::uint32_t)> visit) const {
  for (const auto& members : members_) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j)
        visit(std::min(members[i], members[j]), std::max(members[i], members[j]));
    }
  }
}

}  // namespace sidebill

#include "core/matching/groups.h"

#include <algorithm>
#include <numeric>
#include <utility>

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
  std::uint32_t kept = group_of_[left], moved = group_of_[right];
  if (kept == moved) return;
  // The smaller one moves, so that no record moves often.
  if (members_[kept].size() < members_[moved].size()) std::swap(kept, moved);
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
  std::size_t listed = 0;
  for (const auto& members : members_) {
    if (members.size() < 2) continue;
    const std::size_t all = members.size() * (members.size() - 1) / 2;
    const bool is_listed_whole = all <= most_pairs - std::min(most_pairs, listed);
    listed += is_listed_whole ? all : members.size() - 1;
    for (std::size_t i = 0; i < (is_listed_whole ? members.size() : 1); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j)
        visit(std::min(members[i], members[j]), std::max(members[i], members[j]));
    }
  }
}

}  // namespace sidebill

#include "core/matching/groups.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <utility>
#include <vector>

using namespace sidebill;

namespace {

std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const Groups& groups) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  groups.each_pair([&](std::uint32_t left, std::uint32_t right) { pairs.insert({left, right}); });
  return pairs;
}

}  // namespace

TEST_CASE("groups: two are joined when their members resemble each other on the whole") {
  // Records that stand at places on a line: near ones resemble each other.
  const std::vector<int> places = {0, 1, 2, 9};
  const auto score = [&](std::uint32_t a, std::uint32_t b) {
    return 300 - 100 * std::abs(places[a] - places[b]);
  };
  Groups groups(places.size(), 100, score);
  groups.join(0, 1);
  groups.join(2, 1);  // mean of 200 and 100
  groups.join(3, 2);  // far from all
  groups.join(0, 2);  // together already
  CHECK(pairs_of(groups) == std::set<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {0, 2}, {1, 2}});
}

TEST_CASE("groups: of groups with too many pairs, each record stands with the first") {
  const auto score = [](std::uint32_t, std::uint32_t) { return 1; };
  constexpr std::uint32_t records = 4000;  // 7,998,000 pairs
  Groups groups(records, 0, score);
  for (std::uint32_t record = 1; record < records; ++record) groups.join(record, 0);
  std::size_t count = 0;
  std::set<std::uint32_t> met;
  groups.each_pair([&](std::uint32_t left, std::uint32_t right) {
    ++count;
    met.insert({left, right});
  });
  CHECK(count == records - 1);
  CHECK(met.size() == records);
}

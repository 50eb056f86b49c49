#include "core/base/order.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace sidebill;

namespace {

struct Card {
  int rank;
  std::string name;
};

std::string names_by_rank(std::vector<Card> cards) {
  sort_by(cards, [](const Card& left, const Card& right) { return left.rank < right.rank; });
  std::string names;
  for (const Card& card : cards) names += card.name;
  return names;
}

}  // namespace

TEST_CASE("order: what is equal keeps its order") {
  CHECK(names_by_rank({}) == "");
  CHECK(names_by_rank({{1, "a"}}) == "a");
  CHECK(names_by_rank({{2, "a"}, {1, "b"}, {2, "c"}, {1, "d"}}) == "bdac");
}

TEST_CASE("order: places are given back, and nothing is moved") {
  const std::string text = "cab";
  const auto places =
      order_of(3, [&](std::size_t left, std::size_t right) { return text[left] < text[right]; });
  CHECK(places == std::vector<std::size_t>{1, 2, 0});
}

TEST_CASE("order: values that can only be moved are sorted") {
  std::vector<std::unique_ptr<int>> values;
  for (const int value : {3, 1, 2}) values.push_back(std::make_unique<int>(value));
  sort_by(values, [](const auto& left, const auto& right) { return *left < *right; });
  CHECK(*values[0] == 1);
  CHECK(*values[1] == 2);
  CHECK(*values[2] == 3);
}

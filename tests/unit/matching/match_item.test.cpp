#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "sample.h"

using namespace sidebill;
using sample::item;
using sample::line;
using sample::realm;

namespace {

Link link(const std::string& id) { return {realm, "Item", id}; }

Item of_type(Item one, const std::string& type) {
  one.type = type;
  return one;
}

Item inactive(Item one) {
  one.active = false;
  return one;
}

Item in_category(Item one, const std::string& category) {
  one.full_name = category + ":" + one.name;
  return one;
}

}  // namespace

TEST_CASE("matching: the item of a line by link, then SKU, then name") {
  struct Row {
    std::string what;
    SaleLine line;
    std::vector<Item> items;
    std::string expected;
  };
  const Row rows[] = {
      {"nothing like it", line("Consulting", "C-1"), {item("11", "Hours", "H-1")}, "none"},
      {"no name, no SKU", line("", ""), {item("11", "", "")}, "none"},
      {"link",
       line("Consulting", "C-1", {link("12")}),
       {item("11", "Consulting", "C-1"), item("12", "Hours")},
       "link 12 11"},
      {"link of another kind", line("", "", {Link{realm, "Customer", "12"}}), {item("12", "Hours")}, "none"},
      {"link to nothing known", line("Consulting", "", {link("99")}), {item("11", "Consulting")}, "ask 11"},
      {"SKU", line("Advice", " C-1 "), {item("11", "Consulting", "C-1")}, "link 11"},
      {"SKU in another case", line("Advice", "c-1"), {item("11", "Consulting", "C-1")}, "link 11"},
      {"SKU and name", line("Consulting", "C-1"), {item("11", "Consulting", "C-1")}, "link 11"},
      {"one SKU, two items",
       line("Advice", "C-1"),
       {item("12", "B", "C-1"), item("11", "A", "C-1")},
       "ask 11 12"},
      {"one SKU, two items, one of the name",
       line("A", "C-1"),
       {item("12", "B", "C-1"), item("11", "A", "C-1")},
       "link 11 12"},
      {"SKUs that differ in case only",
       line("Advice", "c-1"),
       {item("11", "A", "C-1"), item("12", "B", "c-1")},
       "ask 12 11"},
      {"SKU here, name there",
       line("Consulting", "C-1"),
       {item("11", "Hours", "C-1"), item("12", "Consulting")},
       "ask 11 12"},
      {"SKU here, name there with another SKU",
       line("Consulting", "C-1"),
       {item("11", "Hours", "C-1"), item("12", "Consulting", "C-2")},
       "link 11 12"},
      {"name", line("Consulting"), {item("11", "Consulting", "C-9")}, "link 11"},
      {"name, folded", line("CAFÉ  noir"), {item("11", "Cafe Noir")}, "link 11"},
      {"name with its category",
       line("Services:Consulting"),
       {in_category(item("11", "Consulting"), "Services")},
       "link 11"},
      {"one name in two categories",
       line("Consulting"),
       {in_category(item("11", "Consulting"), "A"), in_category(item("12", "Consulting"), "B")},
       "ask 11 12"},
      {"same name, another SKU", line("Consulting", "C-1"), {item("11", "Consulting", "C-2")}, "ask 11"},
      {"inactive", line("Consulting", "C-1"), {inactive(item("11", "Consulting", "C-1"))}, "ask 11"},
      {"linked but inactive",
       line("Consulting", "C-1", {link("11")}),
       {inactive(item("11", "Consulting", "C-1"))},
       "ask 11"},
      {"a category", line("Consulting"), {of_type(item("11", "Consulting"), "Category")}, "none"},
      {"a bundle",
       line("Consulting", "C-1", {link("11")}),
       {of_type(item("11", "Consulting", "C-1"), "Group")},
       "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Match match = sample::match(row.line, row.items);
    CHECK(sample::outcome(match) == row.expected);
    CHECK(sample::weights_sum_to_score(match));
  }
}

TEST_CASE("matching: the order in which items are known changes nothing") {
  std::mt19937 random(6);
  std::uniform_int_distribution<int> pick(0, 3);
  const std::string names[] = {"Consulting", "CONSULTING", "Hours", "Café"};
  const std::string skus[] = {"C-1", "c-1", "", "H-1"};
  for (int round = 0; round < 300; ++round) {
    std::vector<Item> items;
    for (int id = 1; id <= 8; ++id) {
      Item one = item(std::to_string(id * 3), names[pick(random)], skus[pick(random)]);
      one.active = pick(random) > 0;
      items.push_back(one);
    }
    SaleLine wanted = line(names[pick(random)], skus[pick(random)]);
    if (pick(random) == 0) wanted.links = {link("6")};
    const std::string before = sample::shown(sample::match(wanted, items));
    std::shuffle(items.begin(), items.end(), random);
    CAPTURE(round);
    REQUIRE(sample::shown(sample::match(wanted, items)) == before);
  }
}

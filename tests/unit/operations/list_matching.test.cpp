#include "core/operations/list_matching.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace sidebill;

namespace {

bool add(ListMatching& matching, const std::string& side, const std::string& roles, const std::string& rows) {
  std::copy(rows.begin(), rows.end(), matching.make_room(rows.size()));
  return matching.add(side, roles);
}

}  // namespace

TEST_CASE("list matching: rows in, places, points and evidence out") {
  ListMatching matching("customers");
  REQUIRE(add(matching, "left",
              "name\x1F"
              "email\x1F",
              "Jon Andersson\x1Fjon@example.com\x1E"
              "Zoe Quill\x1F\x1E"));
  REQUIRE(add(matching, "right", "email\x1Fname\x1F", "jon@example.com\x1FJon Anderson\x1E"));
  REQUIRE(matching.match(true, false) == 1);
  const auto& pairs = matching.pairs();
  REQUIRE(pairs.size() == 4);
  CHECK(pairs[0] == 0);
  CHECK(pairs[1] == 0);
  CHECK(pairs[3] == 1);
  const std::string evidence = matching.evidence(0, 10);
  CHECK(evidence.find("; email same ") != std::string::npos);
  CHECK(evidence.find(": jon@example.com | jon@example.com") != std::string::npos);
  CHECK(evidence.back() == ListMatching::end_of_row);
  CHECK(matching.evidence(1, 10).empty());
}

TEST_CASE("list matching: fields of one role are one text") {
  ListMatching matching("customers");
  const std::string apart =
                        "address\x1F"
                        "address\x1F"
                        "name\x1F",
                    one = "address\x1Fname\x1F";
  REQUIRE(add(matching, "left", apart, "12\x1FHarbour Road\x1FOak Bakery\x1E"));
  REQUIRE(add(matching, "right", one, "12 Harbour Road\x1FOak Bakery\x1E"));
  REQUIRE(matching.match(false, false) == 1);
  CHECK(matching.evidence(0, 1).find("street same") != std::string::npos);
}

TEST_CASE("list matching: an unknown role reads nothing") {
  ListMatching matching("customers");
  CHECK(!add(matching, "left", "name\x1Fshoe_size\x1F",
             "Jon\x1F"
             "44\x1E"));
  CHECK(matching.find_duplicates() == 0);
}

TEST_CASE("list matching: rows that are cut off, too short or too long are read as far as they go") {
  ListMatching matching("customers");
  const std::string roles =
      "name\x1F"
      "email\x1F";
  REQUIRE(add(matching, "left", roles, "Oak Bakery"));
  REQUIRE(add(matching, "left", roles,
              "Oak Bakery\x1F"
              "a@oak.example\x1Fmore\x1E"));
  REQUIRE(add(matching, "left", roles, "\x1E\xC3\x28\x1F\xFF\x1E"));
  REQUIRE(add(matching, "left", roles, ""));
  CHECK(matching.find_duplicates() == 1);
}

TEST_CASE("list matching: a name of a megabyte counts by its beginning, and ends no run") {
  ListMatching matching("customers");
  std::string name = "Harbour Lights ";
  while (name.size() < 1'000'000) name += "and Sons ";
  REQUIRE(add(matching, "left", "name\x1F", name + "\x1E" + name + "\x1E"));
  CHECK(matching.find_duplicates() == 1);
}

#include "core/matching/lists.h"

#include <doctest/doctest.h>

#include <string>

using namespace sidebill;

namespace {

struct Person {
  std::string name, email, city;
};

MatchRecord record(const Person& person) {
  MatchRecord record;
  record[Role::name] = person.name;
  record[Role::email] = person.email;
  record[Role::city] = person.city;
  return record;
}

/// The first letter or so of names that nothing else shares, so that names say as much as in a long list.
void add_strangers(Lists& lists, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string name = "Q" + std::to_string(i * 7919) + " Z" + std::to_string(i * 104729) + " Works";
    lists.add_left(record({name + " Left", "", ""}));
    lists.add_right(record({name + " Other", "", ""}));
  }
}

std::string text_of(const ListPair& pair) {
  return std::to_string(pair.left) + (pair.outcome == Outcome::link ? " is " : " may be ") +
         std::to_string(pair.right);
}

int weight_of(const std::vector<Evidence>& evidence) {
  int sum = 0;
  for (const Evidence& one : evidence) sum += one.weight;
  return sum;
}

}  // namespace

TEST_CASE("lists: the same person is linked, best first, and a stranger is no pair") {
  const auto lists = make_lists(RecordKind::customers);
  lists->add_left(record({"Nobody Else", "", ""}));
  lists->add_left(record({"Jon Andersson", "jon.andersson@example.com", "Malmö"}));
  lists->add_left(record({"Harbour Lights Bakery AB", "hello@harbourlights.example", "Lund"}));
  lists->add_right(record({"Harbor Lights Bakery", "", "Lund"}));
  lists->add_right(record({"Andersson, Jon", "jon.andersson@example.com", "Malmo"}));
  const auto pairs = lists->match({});
  REQUIRE(pairs.size() == 2);
  CHECK(text_of(pairs[0]) == "1 is 1");
  CHECK(text_of(pairs[1]) == "2 is 0");
  CHECK(pairs[0].score >= pairs[1].score);
}

TEST_CASE("lists: somebody of the same name at another firm has another mailbox") {
  const auto levels_of = [](const char* left, const char* right) {
    const auto lists = make_lists(RecordKind::customers);
    lists->add_left(record({"Ana Solberg", left, ""}));
    lists->add_right(record({"Ana Solberg", right, ""}));
    std::string levels;
    for (const Evidence& one : lists->explain({0, 0, 0, Outcome::ask}, false)) {
      if (one.field == "email") levels += one.level;
    }
    return levels;
  };
  CHECK(levels_of("ana.solberg@acme.example", "ana.solberg@globex.example") == "differs");
  CHECK(levels_of("asolberg@acme.example", "asolberg@globex.example") == "differs");
  CHECK(levels_of("ana.solberg@outlook.com", "ana.solberg@globex.example") == "alike");
  CHECK(levels_of("ana.solberg@acme.example", "ana.solberg@acmee.example") == "alike");
  CHECK(levels_of("harbourlights@acme.example", "harbourlights@globex.example") == "alike");
}

TEST_CASE("lists: the evidence of a pair sums to its score") {
  const auto lists = make_lists(RecordKind::customers);
  lists->add_left(record({"Jon Andersson AB", "jon@andersson.example", "Malmö"}));
  lists->add_left(record({"Jon Anderson", "info@andersson.example", "Lund"}));
  lists->add_right(record({"Andersson & Co", "jon@andersson.example", "Malmo"}));
  for (const ListPair& pair : lists->match({})) {
    const auto evidence = lists->explain(pair, false);
    CHECK(evidence.front().field == "prior");
    CHECK(weight_of(evidence) == pair.score);
  }
  const auto within = lists->find_duplicates();
  REQUIRE(within.size() == 1);
  CHECK(weight_of(lists->explain(within[0], true)) == within[0].score);
}

TEST_CASE("lists: a right record is linked once, a left one as often as one-to-one allows") {
  for (const bool one_to_one : {false, true}) {
    CAPTURE(one_to_one);
    const auto lists = make_lists(RecordKind::customers);
    const Person person = {"Jon Andersson", "jon.andersson@example.com", "Malmö"};
    lists->add_left(record(person));
    lists->add_right(record(person));
    lists->add_right(record({"Jon Andersson (old)", "jon.andersson@example.com", "Malmö"}));
    add_strangers(*lists, 50);
    int links = 0;
    for (const ListPair& pair : lists->match({.one_to_one = one_to_one})) {
      if (pair.left == 0 && pair.outcome == Outcome::link) ++links;
    }
    CHECK(links == (one_to_one ? 1 : 2));
  }
}

TEST_CASE("lists: duplicates are each pair once, left before right, never a record with itself") {
  const auto lists = make_lists(RecordKind::customers);
  for (int i = 0; i < 3; ++i)
    lists->add_left(record({"Harbour Lights Bakery", "hello@harbourlights.example", "Lund"}));
  lists->add_left(record({"Somebody Quite Different", "", "Oslo"}));
  const auto pairs = lists->find_duplicates();
  REQUIRE(pairs.size() == 3);
  CHECK(text_of(pairs[0]) == "0 is 1");
  CHECK(text_of(pairs[1]) == "0 is 2");
  CHECK(text_of(pairs[2]) == "1 is 2");
}

TEST_CASE("lists: rows are compared with their own row only") {
  const auto lists = make_lists(RecordKind::customers);
  lists->add_left(record({"Harbour Lights Bakery", "", ""}));
  lists->add_left(record({"Jon Andersson", "jon@example.com", ""}));
  lists->add_right(record({"Jon Andersson", "jon@example.com", ""}));
  lists->add_right(record({"Jon Andersson", "jon@example.com", ""}));
  const auto pairs = lists->compare_rows({});
  REQUIRE(pairs.size() == 1);
  CHECK(text_of(pairs[0]) == "1 is 1");
}

TEST_CASE("lists: items of another size or colour are not linked") {
  const auto lists = make_lists(RecordKind::items);
  for (const char* name : {"Oak Table 120 cm black", "Oak Table 90 cm black", "Steel Lamp LX-4410"}) {
    MatchRecord item;
    item[Role::name] = name;
    lists->add_left(item);
  }
  for (const char* name : {"Table, oak, 120 cm, white", "Lamp LX4410 steel"}) {
    MatchRecord item;
    item[Role::name] = name;
    lists->add_right(item);
  }
  for (const ListPair& pair : lists->match({})) {
    CAPTURE(text_of(pair));
    if (pair.outcome == Outcome::link) CHECK((pair.left == 2 && pair.right == 1));
  }
}

TEST_CASE("lists: empty lists and records without a text have no pairs") {
  const auto lists = make_lists(RecordKind::customers);
  CHECK(lists->match({}).empty());
  CHECK(lists->find_duplicates().empty());
  lists->add_left({});
  lists->add_left(record({"...", "", ""}));
  lists->add_right({});
  CHECK(lists->match({}).empty());
  CHECK(lists->find_duplicates().empty());
}

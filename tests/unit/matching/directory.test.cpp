#include "core/matching/directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "sample.h"

using namespace sidebill;
using sample::customer;
using sample::item;

namespace {

const std::string books = "4620";

template <class Record>
std::string ids(const std::vector<Record>& records) {
  std::vector<std::string> texts;
  for (const Record& record : records) texts.push_back(record.id);
  return join(texts, " ");
}

Customer inactive(Customer one) {
  one.active = false;
  return one;
}

void fill(Directory& directory) {
  directory.put(books, customer("10", "Acme North", {"north@acme.example"}));
  directory.put(books, customer("9", "Acme", {"jo@acme.example", "shared@acme.example"}));
  directory.put(books, inactive(customer("8", "Acme Old")));
  directory.put(books, customer("7", "The Acme Bakery"));
  directory.put(books, customer("6", "Macmen & Søns"));
  directory.put(books, customer("5", "Zebra", {"shared@acme.example"}));
}

}  // namespace

TEST_CASE("directory: records are found by id, e-mail, name, SKU, each company by itself") {
  Directory directory;
  fill(directory);
  directory.put(books, item("12", "Consulting", "C-1"));
  directory.put(books, item("11", "CONSULTING", " c-1 "));
  CompanyShelves& known = directory.of(books);
  CHECK(known.customers.customer("9")->display_name == "Acme");
  CHECK_FALSE(known.customers.customer("99"));
  CHECK(ids(known.customers.with_email("shared@acme.example")) == "5 9");
  CHECK(known.customers.with_email("").empty());
  CHECK(ids(known.customers.with_name("macmen & sons")) == "6");
  CHECK(ids(known.items.with_name("consulting")) == "11 12");
  CHECK(known.items.item("12")->name == "Consulting");
  CHECK(known.customers.count() == 6);
  CHECK(known.items.count() == 2);
  CHECK_FALSE(directory.of("other").customers.customer("9"));
  CHECK(directory.of("other").customers.count() == 0);
}

TEST_CASE("directory: putting a record again replaces it, with everything it was found by") {
  Directory directory;
  directory.put(books, customer("9", "Acme", {"jo@acme.example"}));
  directory.put(books, customer("9", "Zebra", {"al@zebra.example"}));
  directory.put(books, item("11", "Consulting", "C-1"));
  directory.put(books, item("11", "Hours", "H-1"));
  CompanyShelves& known = directory.of(books);
  CHECK(known.customers.count() == 1);
  CHECK(known.customers.with_name("acme").empty());
  CHECK(known.customers.with_email("jo@acme.example").empty());
  CHECK(ids(known.customers.with_name("zebra")) == "9");
  CHECK(known.items.with_name("consulting").empty());
  CHECK(ids(known.items.with_name("hours")) == "11");
  CHECK(known.customers.search("acme", 10).empty());
  CHECK(known.items.search("c-1", 10).empty());
}

TEST_CASE("directory: a company is forgotten with all it had") {
  Directory directory;
  fill(directory);
  directory.put("other", customer("1", "Acme"));
  directory.forget(books);
  CHECK(directory.of(books).customers.count() == 0);
  CHECK(directory.of(books).customers.with_name("acme").empty());
  CHECK(directory.of("other").customers.count() == 1);
}

TEST_CASE("directory: vendors and employees of a name") {
  Directory directory;
  directory.put(books, OtherName{"Vendor", "41", "Café Noir"});
  directory.put(books, OtherName{"Employee", "41", "CAFE NOIR"});
  directory.put(books, OtherName{"Vendor", "42", "Cafe Noir"});
  directory.put(books, OtherName{"Vendor", "42", "Bistro"});
  const auto names = directory.of(books).names.with_display_name("cafe noir");
  REQUIRE(names.size() == 2);
  CHECK(names[0].kind == "Vendor");
  CHECK(names[0].id == "41");
  CHECK(names[1].kind == "Employee");
  CHECK(directory.of(books).names.with_display_name("").empty());
}

TEST_CASE("directory: a search finds all words, active ones and beginnings first") {
  Directory directory;
  fill(directory);
  struct Row {
    std::string text;
    std::size_t limit;
    std::string expected;
  };
  const Row rows[] = {
      {"acme", 10, "9 10 7 6 5 8"},
      {"ACMÉ", 10, "9 10 7 6 5 8"},
      {"acme", 2, "9 10"},
      {"acme", 0, ""},
      {"north acme", 10, "10"},
      {"bak acme", 10, "7"},
      {"acm", 10, "9 10 7 6 5 8"},
      {"shared@", 10, "9 5"},
      {"sons", 10, "6"},
      {"macmen & sons", 10, "6"},
      {"&", 10, ""},
      {"acme bekery", 10, "7"},
      {"acme zebra", 10, "5"},
      {"north@ acme", 10, "10"},
      {"nobody", 10, ""},
      {"", 3, "9 10 6"},
      {"   ", 3, "9 10 6"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ids(directory.of(books).customers.search(row.text, row.limit)) == row.expected);
  }
}

TEST_CASE("directory: an item is found by its SKU, its name and its category") {
  Directory directory;
  Item one = item("11", "Consulting", "C-100");
  one.full_name = "Services:Consulting";
  directory.put(books, one);
  directory.put(books, item("12", "C-100 cable", "X-9"));
  CHECK(ids(directory.of(books).items.search("c-100", 10)) == "12 11");
  CHECK(ids(directory.of(books).items.search("services", 10)) == "11");
  CHECK(directory.of(books).items.search("services", 10)[0].score ==
        directory.of(books).items.search("services", 10)[0].evidence[0].weight);
}

TEST_CASE("directory: thousands of items put in any order are found in the same order") {
  std::mt19937 random(3);
  std::vector<Item> items;
  for (int id = 1; id <= 5000; ++id) {
    items.push_back(
        item(std::to_string(id), "Widget " + std::to_string(id % 700), "W-" + std::to_string(id)));
    items.back().active = id % 11 != 0;
  }
  Directory straight, shuffled;
  for (const Item& one : items) straight.put(books, one);
  std::shuffle(items.begin(), items.end(), random);
  for (const Item& one : items) shuffled.put(books, one);
  for (const std::string text : {"widget", "w-1", "get 69", "", "7 w"}) {
    CAPTURE(text);
    CHECK(ids(straight.of(books).items.search(text, 50)) == ids(shuffled.of(books).items.search(text, 50)));
  }
  CHECK(ids(straight.of(books).items.search("w-4999", 5)) == "4999");
}

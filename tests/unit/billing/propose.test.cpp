#include <doctest/doctest.h>

#include "sample.h"

using namespace sidebill;
using sample::World;

namespace {

Choices proposed(const World& world, const CustomerChoice& customer = ExistingCustomer{"20"},
                 const ItemChoice& item = ExistingItem{"11"}) {
  return propose_choices(world.sale, world.company, world.known, customer, {item});
}

}  // namespace

TEST_CASE("propose: a sale as it stands, dated today, mailed to the customer") {
  const World world;
  const Choices choices = proposed(world);
  REQUIRE(choices.lines.size() == 1);
  CHECK(choices.lines[0].source_id == "501");
  CHECK(choices.lines[0].quantity == "2");
  CHECK(choices.lines[0].unit_price == "100.00");
  CHECK(choices.lines[0].item_name == "Consulting");
  CHECK(choices.lines[0].taxable);
  CHECK(choices.date == "2026-11-22");
  CHECK(choices.due_date == "");
  CHECK(choices.email == "billing@acme.example");
  CHECK_FALSE(choices.another);
}

TEST_CASE("propose: what was proposed drafts without an error") {
  World world;
  world.choices = proposed(world);
  CHECK_FALSE(has_errors(world.issues()));
}

TEST_CASE("propose: money off each unit goes into the price and the description") {
  World world;
  world.sale.lines[0].discount_per_unit = sample::decimal("7.5");
  const LineChoice line = proposed(world).lines[0];
  CHECK(line.unit_price == "92.50");
  CHECK(line.description == "Consulting\n7.50 off each: 100.00 -> 92.50");
  CHECK(line.discount_percent == "");
}

TEST_CASE("propose: a percent stays a percent") {
  World world;
  world.sale.lines[0].discount_percent = sample::decimal("10.00");
  CHECK(proposed(world).lines[0].discount_percent == "10");
  CHECK(proposed(world).lines[0].unit_price == "100.00");
  world.sale.lines[0].discount_percent = sample::decimal("0");
  CHECK(proposed(world).lines[0].discount_percent == "");
}

TEST_CASE("propose: the discount on the whole deal") {
  World world;
  CHECK(proposed(world).discount.kind == DiscountChoice::Kind::none);
  world.sale.order_discount_percent = sample::decimal("5.0");
  CHECK(proposed(world).discount.kind == DiscountChoice::Kind::percent);
  CHECK(proposed(world).discount.value == "5");
}

TEST_CASE("propose: the description says what the product's name does not") {
  struct Row {
    std::string name, description, item, expected;
  };
  const Row rows[] = {
      {"Consulting", "", "Consulting", "Consulting"},
      {"Consulting", "On site, March", "Consulting", "On site, March"},
      {"Workshop", "On site, March", "Consulting", "Workshop\nOn site, March"},
      {"Workshop", " workshop ", "Consulting", "Workshop"},
      {"", "On site", "Consulting", "On site"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    World world;
    world.known.items[0].name = row.item;
    world.sale.lines[0].name = row.name;
    world.sale.lines[0].description = row.description;
    CHECK(proposed(world).lines[0].description == row.expected);
  }
}

TEST_CASE("propose: a line is taxable as its product and its customer are") {
  struct Row {
    bool item, customer;
    TaxRegime regime;
    bool expected;
  };
  const Row rows[] = {{true, true, UsAutomatedTax{}, true},
                      {false, true, UsAutomatedTax{}, false},
                      {true, false, UsManualTax{}, false},
                      {true, true, NoTax{}, false}};
  for (const Row& row : rows) {
    World world;
    world.known.items[0].taxable = row.item;
    world.known.customers[0].taxable = row.customer;
    world.company.tax_regime = row.regime;
    CHECK(proposed(world).lines[0].taxable == row.expected);
  }
  const World world;
  CHECK(proposed(world, Undecided{}, Undecided{}).lines[0].taxable);
}

TEST_CASE("propose: a deal without lines starts with one over its amount, the product open") {
  World world;
  world.sale.lines.clear();
  CHECK(propose_choices(world.sale, world.company, world.known, Undecided{}, {}).lines.empty());
  world.sale.stated_amount = sample::decimal("1250.00");
  const Choices choices = propose_choices(world.sale, world.company, world.known, Undecided{}, {});
  REQUIRE(choices.lines.size() == 1);
  CHECK(choices.lines[0].source_id == "");
  CHECK(choices.lines[0].description == "Acme, spring");
  CHECK(choices.lines[0].unit_price == "1250.00");
  CHECK(std::holds_alternative<Undecided>(choices.lines[0].item));
}

TEST_CASE("propose: the e-mail is the customer's, else that of the first contact who has one") {
  World world;
  world.known.customers[0].emails = {"a@acme.example", "b@acme.example"};
  CHECK(proposed(world).email == "a@acme.example, b@acme.example");
  world.known.customers[0].emails = {std::string(90, 'a') + "@x.example", "b@acme.example"};
  CHECK(proposed(world).email == std::string(90, 'a') + "@x.example");
  CrmContact silent, jane;
  jane.email = " jane@acme.example ";
  world.sale.contacts = {silent, jane};
  world.known.customers[0].emails.clear();
  CHECK(proposed(world).email == "jane@acme.example");
}

TEST_CASE("propose: how often a line bills, in words") {
  struct Row {
    std::string frequency;
    int periods;
    std::string expected;
  };
  const Row rows[] = {
      {"", 0, ""},
      {"monthly", 0, "bills every month"},
      {"monthly", 12, "bills every month, 12 times"},
      {"annually", 1, "bills every year, 1 time"},
      {"per_six_months", 0, "bills every six months"},
      {"fortnight", 0, "bills every fortnight"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.frequency);
    SaleLine line;
    line.recurrence = Recurrence{row.frequency, row.periods};
    CHECK(recurrence_text(line) == row.expected);
  }
  CHECK(recurrence_text(SaleLine{}) == "");
}

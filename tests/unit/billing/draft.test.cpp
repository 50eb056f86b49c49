#include <doctest/doctest.h>

#include "sample.h"

using namespace sidebill;
using sample::World;

namespace {

DraftLine only_line(const World& world) {
  const Drafted drafted = world.draft();
  REQUIRE(drafted.draft.lines.size() == 1);
  return drafted.draft.lines.front();
}

std::string term_of(const World& world) { return world.draft().draft.term_id; }
std::string due_of(const World& world) { return to_text(world.draft().draft.due_date); }

}  // namespace

TEST_CASE("draft: a deal that is in order raises nothing") {
  const World world;
  CHECK(sample::told_text(world.issues()) == "");
  const Draft draft = world.draft().draft;
  CHECK(draft.realm == "4620");
  CHECK(draft.source == RecordRef{"0-3", "9001"});
  CHECK(std::get<ExistingCustomer>(draft.customer).id == "20");
  CHECK(draft.currency.code() == "USD");
  CHECK(to_text(draft.date) == "2026-11-22");
  CHECK(amount_text(draft.lines[0].amount) == "200.00");
}

TEST_CASE("draft: the line amount is quantity times net price, rounded half up once") {
  struct Row {
    std::string quantity, price, percent, net, amount;
  };
  const Row rows[] = {
      {"2", "100.00", "", "100", "200.00"},          {"14.50", "128.35", "", "128.35", "1861.08"},
      {"3", "33.333333", "", "33.333333", "100.00"}, {"2", "100.00", "10", "90", "180.00"},
      {"1", "19.99", "12.5", "17.49125", "17.49"},   {"3", "19.99", "12.5", "17.49125", "52.47"},
      {"1", "0.0000001", "50", "0.0000001", "0.00"}, {"1", "100", "100", "0", "0.00"},
      {"1", "1.005", "", "1.005", "1.01"},           {"-1", "10", "", "10", "-10.00"},
      {" 2 ", " 5 ", " 10 ", "4.5", "9.00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.quantity);
    CAPTURE(row.price);
    CAPTURE(row.percent);
    World world;
    world.choices.lines[0].quantity = row.quantity;
    world.choices.lines[0].unit_price = row.price;
    world.choices.lines[0].discount_percent = row.percent;
    const DraftLine line = only_line(world);
    CHECK(to_text(line.unit_price) == row.net);
    CHECK(amount_text(line.amount) == row.amount);
  }
}

TEST_CASE("draft: a number with more than seven decimals is rounded and says so") {
  struct Row {
    std::string quantity, price, percent, path, quantity_kept, price_kept;
  };
  const Row rows[] = {
      {"12.94510001", "1", "", "/lines/0/quantity", "12.9451", "1"},
      {"1", "0.123456789", "", "/lines/0/unit_price", "1", "0.1234568"},
      {"1", "33.333333", "12.5", "/lines/0/discount_percent", "1", "29.1666664"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    World world;
    world.choices.lines[0].quantity = row.quantity;
    world.choices.lines[0].unit_price = row.price;
    world.choices.lines[0].discount_percent = row.percent;
    const DraftLine line = only_line(world);
    CHECK(to_text(line.quantity) == row.quantity_kept);
    CHECK(to_text(line.unit_price) == row.price_kept);
    CHECK(sample::told_text(world.issues()) == "warning line-precision " + row.path);
    CHECK(sample::facts_of(world.issues(), Code::line_precision)["places"] == "7");
  }
}

TEST_CASE("draft: the description names a discount that went into the price") {
  World world;
  world.choices.lines[0].discount_percent = "10.0";
  CHECK(only_line(world).description == "Consulting\n10% discount: 100.00 -> 90.00");
  world.choices.lines[0].description = "";
  CHECK(only_line(world).description == "10% discount: 100.00 -> 90.00");
  world.choices.lines[0].discount_percent = "0";
  CHECK(only_line(world).description == "");
}

TEST_CASE("draft: yen have no decimals, dinars three") {
  struct Row {
    std::string code, price, amount;
  };
  for (const Row& row :
       {Row{"JPY", "1000.5", "2001"}, Row{"JPY", "0.25", "1"}, Row{"KWD", "0.1235", "0.247"}}) {
    CAPTURE(row.code);
    World world;
    world.sale.currency = row.code;
    world.choices.lines[0].unit_price = row.price;
    CHECK(amount_text(only_line(world).amount) == row.amount);
  }
}

TEST_CASE("draft: what cannot be read becomes an issue at its field and counts as nothing") {
  struct Row {
    std::string what, expected;
    void (*change)(Choices&);
  };
  const Row rows[] = {
      {"quantity", "error amount-unreadable /lines/0/quantity",
       [](Choices& c) { c.lines[0].quantity = "1,5"; }},
      {"empty", "error amount-unreadable /lines/0/quantity", [](Choices& c) { c.lines[0].quantity = ""; }},
      {"price", "error amount-unreadable /lines/0/unit_price",
       [](Choices& c) { c.lines[0].unit_price = "1e3"; }},
      {"percent", "error amount-unreadable /lines/0/discount_percent",
       [](Choices& c) { c.lines[0].discount_percent = "10%"; }},
      {"percent over 100", "error line-discount-invalid /lines/0/discount_percent",
       [](Choices& c) { c.lines[0].discount_percent = "100.01"; }},
      {"percent below 0", "error line-discount-invalid /lines/0/discount_percent",
       [](Choices& c) { c.lines[0].discount_percent = "-1"; }},
      {"date", "error date-unreadable /date", [](Choices& c) { c.date = "22.11.2026"; }},
      {"due date", "error date-unreadable /due_date", [](Choices& c) { c.due_date = "2026-02-30"; }},
      {"discount", "error amount-unreadable /discount/value",
       [](Choices& c) {
         c.discount = {DiscountChoice::Kind::percent, "ten"};
       }},
      {"too large", "error amount-too-large /lines/0/quantity",
       [](Choices& c) { c.lines[0].unit_price = "9999999999.99"; }},
      {"far too large", "error amount-too-large /lines/0/quantity",
       [](Choices& c) {
         c.lines[0].quantity = "9000000000000000000";
         c.lines[0].unit_price = "9000000000000000000";
       }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    World world;
    row.change(world.choices);
    const auto told = sample::told(world.draft().issues);
    CHECK(std::find(told.begin(), told.end(), row.expected) != told.end());
  }
}

TEST_CASE("draft: lines left out are not billed, and issues keep pointing at the choice") {
  World world;
  world.choices.lines = {sample::line(), sample::line(), sample::line()};
  world.choices.lines[0].include = false;
  world.choices.lines[2].quantity = "x";
  const Drafted drafted = world.draft();
  CHECK(drafted.draft.lines.size() == 2);
  CHECK(sample::told_text(drafted.issues) == "error amount-unreadable /lines/2/quantity");
}

TEST_CASE("draft: the terms are those chosen, else the customer's, else the company's") {
  World world;
  CHECK(term_of(world) == "3");
  CHECK(due_of(world) == "2026-12-22");
  world.known.customers[0].term_id = "4";
  CHECK(term_of(world) == "4");
  CHECK(due_of(world) == "2027-01-21");
  world.choices.term_id = "3";
  CHECK(term_of(world) == "3");
  world.choices.term_id = "5";
  CHECK(sample::told_text(world.issues()) == "error term-unknown /term_id");
  world.choices.term_id = "";
  world.known.customers[0].term_id = "5";
  CHECK(term_of(world) == "3");
}

TEST_CASE("draft: without any terms the due date is what QuickBooks would take, 30 days on") {
  World world;
  world.company.default_term_id = "";
  CHECK(term_of(world) == "");
  CHECK(due_of(world) == "2026-12-22");
}

TEST_CASE("draft: a due date typed by hand wins over the terms") {
  World world;
  world.choices.due_date = "2026-11-22";
  CHECK(due_of(world) == "2026-11-22");
  CHECK(sample::told_text(world.issues()) == "");
}

TEST_CASE("draft: the date is today in the company's zone unless another is chosen") {
  World world;
  world.choices.date = "";
  CHECK(to_text(world.draft().draft.date) == "2026-11-22");
  world.choices.date = "2024-02-29";
  world.choices.term_id = "3";
  CHECK(due_of(world) == "2024-03-30");
}

TEST_CASE("draft: the currency is the deal's, else the portal's, else that of the books") {
  World world;
  world.company.home_currency = sample::currency("CAD");
  CHECK(world.draft().draft.currency.code() == "USD");
  world.sale.currency = "";
  world.known.portal_currency = "EUR";
  CHECK(world.draft().draft.currency.code() == "EUR");
  world.known.portal_currency = "";
  CHECK(world.draft().draft.currency.code() == "CAD");
  world.sale.currency = "ABC";
  CHECK(world.draft().draft.currency.code() == "CAD");
  CHECK(sample::facts_of(world.draft().issues, Code::currency_unknown)["currency"] == "ABC");
}

TEST_CASE("draft: a customer to be created carries the sale's address and currency") {
  World world;
  world.company.multicurrency = true;
  world.sale.companies[0].address.postal_code = "94043";
  NewCustomer created;
  created.display_name = "  Acme Ltd \n";
  world.choices.customer = created;
  const auto carried = std::get<NewCustomer>(world.draft().draft.customer);
  CHECK(carried.display_name == "Acme Ltd");
  CHECK(carried.billing_address.postal_code == "94043");
  CHECK(carried.currency == "USD");
  world.company.multicurrency = false;
  CHECK(std::get<NewCustomer>(world.draft().draft.customer).currency == "");
}

TEST_CASE("draft: a product to be created is taxed as its line is") {
  World world;
  world.choices.lines[0].item = NewItem{" Design ", "", " D-1 ", "79", false};
  const auto created = std::get<NewItem>(only_line(world).item);
  CHECK(created.name == "Design");
  CHECK(created.sku == "D-1");
  CHECK(created.taxable);
}

TEST_CASE("draft: a number is only sent where the company numbers by hand") {
  World world;
  world.choices.number = " 1042 ";
  CHECK(world.draft().draft.number == "");
  world.company.custom_numbers = true;
  CHECK(world.draft().draft.number == "1042");
}

TEST_CASE("draft: the order discount is a percent of two decimals or an amount of the currency's") {
  using Kind = DiscountChoice::Kind;
  struct Row {
    Kind kind;
    std::string value, expected;
  };
  const Row rows[] = {
      {Kind::percent, "7.5", ""},
      {Kind::percent, "100", ""},
      {Kind::percent, "7.125", "error discount-invalid /discount/value"},
      {Kind::percent, "7.120", ""},
      {Kind::percent, "100.01", "error discount-invalid /discount/value"},
      {Kind::percent, "-1", "error discount-invalid /discount/value"},
      {Kind::amount, "199.99", ""},
      {Kind::amount, "200.01", "error discount-invalid /discount/value\nerror total-negative /lines"},
      {Kind::amount, "0.005", "error discount-invalid /discount/value"},
      {Kind::amount, "-5", "error discount-invalid /discount/value"},
      {Kind::none, "whatever", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    World world;
    world.choices.discount = {row.kind, row.value};
    CHECK(sample::told_text(world.issues()) == row.expected);
  }
}

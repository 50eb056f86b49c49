#include "core/mapping/sale.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/hubspot/object_types.h"
#include "core/mapping/recurrence.h"
#include "tests/unit/base/show.h"

using namespace sidebill;
namespace hs = sidebill::hubspot;
namespace type = sidebill::hubspot::association_type;

namespace {

hs::Contact contact(const std::string& id) {
  hs::Contact made;
  made.id = id;
  made.first_name = "First" + id;
  return made;
}

hs::Company company(const std::string& id) {
  hs::Company made;
  made.id = id;
  made.name = "Company " + id;
  return made;
}

hs::LineItem line(const std::string& id, std::optional<Decimal> position, std::int64_t created_ms) {
  hs::LineItem made;
  made.id = id;
  made.position = position;
  made.created_ms = created_ms;
  made.price = Decimal{1, 0};
  return made;
}

template <class Record>
std::string ids(const std::vector<Record>& records) {
  std::string text;
  for (const Record& record : records) text += (text.empty() ? "" : " ") + record.id;
  return text;
}

Sale mapped(const hs::DealBundle& bundle) {
  Issues issues;
  return map_sale(bundle, "EUR", issues);
}

}  // namespace

TEST_CASE("sale: the primary company stands first, the others keep HubSpot's order") {
  hs::DealBundle bundle;
  bundle.companies = {company("10"), company("11"), company("12")};
  bundle.deal_companies = {{"12", {type::deal_to_company}, {}},
                           {"11", {type::deal_to_company, type::deal_to_company_primary}, {}},
                           {"10", {type::deal_to_company}, {}}};
  const Sale sale = mapped(bundle);
  CHECK(ids(sale.companies) == "11 12 10");
  CHECK(sale.companies[0].is_primary);
  CHECK_FALSE(sale.companies[1].is_primary);
}

TEST_CASE("sale: an only company is the deal's; of several without a primary one none is") {
  hs::DealBundle bundle;
  bundle.companies = {company("10")};
  CHECK(mapped(bundle).companies[0].is_primary);
  bundle.companies.push_back(company("11"));
  CHECK_FALSE(mapped(bundle).companies[0].is_primary);
  CHECK(mapped({}).companies.empty());
}

TEST_CASE("sale: billing contacts of the primary company stand first") {
  hs::DealBundle bundle;
  bundle.companies = {company("10"), company("11")};
  bundle.deal_companies = {{"10", {type::deal_to_company_primary}, {}}, {"11", {type::deal_to_company}, {}}};
  bundle.contacts = {contact("1"), contact("2"), contact("3")};
  bundle.deal_contacts = {
      {"3", {type::deal_to_contact}, {}}, {"1", {type::deal_to_contact}, {}}, {"2", {}, {}}};
  bundle.contact_companies = {{"1", {{"10", {type::billing_contact_to_company}, {}}}, ""},
                              {"2", {{"11", {type::billing_contact_to_company}, {}}}, ""},
                              {"3", {{"10", {type::contact_to_company}, {}}}, ""}};
  const Sale sale = mapped(bundle);
  CHECK(ids(sale.contacts) == "1 3 2");
  CHECK(sale.contacts[0].is_billing_contact);
  CHECK_FALSE(sale.contacts[1].is_billing_contact);
}

TEST_CASE("sale: without a primary company a billing contact of any company counts") {
  hs::DealBundle bundle;
  bundle.contacts = {contact("1"), contact("2")};
  bundle.contact_companies = {{"2", {{"77", {type::billing_contact_to_company}, {}}}, ""}};
  CHECK(ids(mapped(bundle).contacts) == "2 1");
}

TEST_CASE("sale: lines stand by position, then creation, then id, however they arrive") {
  hs::DealBundle bundle;
  bundle.line_items = {line("1000", {}, 5), line("999", {}, 5), line("3", Decimal{2, 0}, 9),
                       line("4", Decimal{10, 1}, 9), line("5", {}, 1)};
  const std::string expected = "4 3 5 999 1000";
  for (int turn = 0; turn < 5; ++turn) {
    std::string found;
    for (const SaleLine& one : mapped(bundle).lines) found += (found.empty() ? "" : " ") + one.source_id;
    CHECK(found == expected);
    std::rotate(bundle.line_items.begin(), bundle.line_items.begin() + 1, bundle.line_items.end());
  }
}

TEST_CASE("sale: price, quantity, discounts and amount are taken apart, nothing is computed") {
  hs::DealBundle bundle;
  hs::LineItem item = line("1", {}, 0);
  item.quantity = Decimal{25, 1};
  item.price = Decimal{100, 0};
  item.discount = Decimal{0, 0};
  item.discount_percent = Decimal{10, 0};
  item.amount = Decimal{22500, 2};
  item.currency = "USD";
  item.product_id = "77";
  item.frequency = "monthly";
  item.period = "P1Y";
  bundle.line_items = {item};
  hs::Product product;
  product.id = "77";
  product.links = "91:Item:5";
  bundle.products = {product};
  const SaleLine sold = mapped(bundle).lines.at(0);
  CHECK(show::text(sold.quantity) == "2.5");
  CHECK(show::text(sold.unit_price) == "100");
  CHECK(show::text(sold.discount_per_unit) == "none");
  CHECK(show::text(sold.discount_percent) == "10");
  CHECK(show::text(sold.stated_amount) == "225.00");
  CHECK(sold.currency == "USD");
  CHECK(to_text(sold.links) == "91:Item:5");
  REQUIRE(sold.recurrence);
  CHECK(sold.recurrence->frequency == "monthly");
  CHECK(sold.recurrence->periods == 12);
}

TEST_CASE("sale: what a line lacks has a stated meaning, and a missing price is said") {
  hs::DealBundle bundle;
  hs::LineItem bare;
  bare.id = "1";
  hs::LineItem tiered;
  tiered.id = "2";
  tiered.tiered = true;
  bundle.line_items = {bare, tiered};
  Issues issues;
  const Sale sale = map_sale(bundle, "EUR", issues);
  CHECK(show::text(sale.lines[0].quantity) == "1");
  CHECK(sale.lines[0].unit_price.is_zero());
  CHECK(sale.lines[1].tiered_price);
  CHECK(show::text(issues) == "field-missing /lines/0/unit_price");
  CHECK(issues[0].severity == Severity::warning);
}

TEST_CASE("sale: the deal's own facts") {
  hs::DealBundle bundle;
  bundle.deal.id = "123";
  bundle.deal.name = "Deal <i>";
  bundle.deal.generation = 3;
  bundle.deal.links = "91:Invoice:130;rubbish";
  bundle.owner = hs::Owner{"5", "o@x.co", "Olga", ""};
  const Sale sale = mapped(bundle);
  CHECK(sale.source == RecordRef{"0-3", "123"});
  CHECK(sale.name == "Deal <i>");
  CHECK(sale.currency == "EUR");
  CHECK(sale.generation == 3);
  CHECK(to_text(sale.links) == "91:Invoice:130");
  CHECK(sale.owner_name == "Olga");
  bundle.deal.currency = "JPY";
  bundle.owner = hs::Owner{"5", "o@x.co", "", ""};
  CHECK(mapped(bundle).currency == "JPY");
  CHECK(mapped(bundle).owner_name == "o@x.co");
}

TEST_CASE("recurrence: the number of periods is stated, or follows from the term when it comes out even") {
  struct Row {
    std::string frequency, period;
    std::optional<std::int64_t> payments;
    int expected;
  };
  for (const Row& row : {
           Row{"monthly", "P12M", {}, 12},
           Row{"monthly", "P1Y", {}, 12},
           Row{"quarterly", "P1Y", {}, 4},
           Row{"annually", "P18M", {}, 0},
           Row{"weekly", "P4W", {}, 4},
           Row{"biweekly", "P4W", {}, 2},
           Row{"weekly", "P28D", {}, 4},
           Row{"monthly", "P30D", {}, 0},
           Row{"monthly", "P12M", 3, 3},
           Row{"monthly", "P12M", -1, 12},
           Row{"monthly", "", {}, 0},
           Row{"monthly", "P", {}, 0},
           Row{"monthly", "12M", {}, 0},
           Row{"monthly", "P12", {}, 0},
           Row{"monthly", "PM", {}, 0},
           Row{"monthly", "P99999999999999M", {}, 0},
           Row{"every full moon", "P12M", {}, 0},
           Row{"per_two_years", "P4Y", {}, 2},
       }) {
    CAPTURE(row.frequency);
    CAPTURE(row.period);
    hs::LineItem item;
    item.frequency = row.frequency;
    item.period = row.period;
    item.number_of_payments = row.payments;
    const auto recurrence = map_recurrence(item);
    REQUIRE(recurrence);
    CHECK(recurrence->periods == row.expected);
  }
  CHECK_FALSE(map_recurrence(hs::LineItem{}));
}

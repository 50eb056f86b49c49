#include "core/matching/document_facts.h"

#include <doctest/doctest.h>

#include "tests/unit/matching/document_sample.h"

using namespace document_sample;

namespace {

Sale sale_named(const std::string& name) {
  Sale sale;
  sale.source = {"0-3", "31000000017"};
  sale.name = name;
  sale.currency = "USD";
  return sale;
}

SaleLine sale_line(std::int64_t price, std::int64_t quantity = 1) {
  SaleLine line;
  line.name = "Desk";
  line.unit_price = Decimal{price, 2};
  line.quantity = Decimal{quantity, 0};
  return line;
}

}  // namespace

TEST_CASE(
    "deal facts: amounts are the stated one, that of the lines, and that less the discount, each once") {
  Sale sale = sale_named("Desks");
  sale.stated_amount = Decimal{1200, 0};
  sale.lines = {sale_line(40000, 3)};
  CHECK(deal_facts(sale, "1", {}).amounts == std::vector<std::int64_t>{120000});
  sale.order_discount_percent = Decimal{10, 0};
  CHECK(deal_facts(sale, "1", {}).amounts == std::vector<std::int64_t>{120000, 108000});
  sale.lines.front().discount_percent = Decimal{50, 0};
  CHECK(deal_facts(sale, "1", {}).amounts == std::vector<std::int64_t>{120000, 60000, 54000});
  sale.lines.front().stated_amount = Decimal{700, 0};
  sale.stated_amount.reset();
  CHECK(deal_facts(sale, "1", {}).amounts == std::vector<std::int64_t>{70000, 63000});
  CHECK(deal_facts(sale_named("Nothing"), "1", {}).amounts.empty());
}

TEST_CASE("deal facts: amounts beyond money compare with nothing and break nothing") {
  Sale sale = sale_named("Huge");
  sale.stated_amount = Decimal{INT64_MAX, 0};
  sale.lines = {sale_line(INT64_MAX, INT64_MAX), sale_line(INT64_MAX, 1), sale_line(INT64_MAX, 1)};
  for (const std::int64_t amount : deal_facts(sale, "1", {}).amounts) CHECK(amount <= 1'000'000'000'000'000);
}

TEST_CASE("deal facts: the buyer's own words do not tell its deals apart, numbers do") {
  Sale sale = sale_named("Harbor Foods - Office move PO 48213 2026");
  CrmCompany company;
  company.name = "Harbor Foods";
  sale.companies = {company};
  const DealFacts deal = deal_facts(sale, "1", {});
  CHECK(deal.name_words == std::vector<std::string>{"2026", "48213", "move", "office", "po"});
  CHECK(deal.references == std::vector<std::string>{"48213", "31000000017"});
}

TEST_CASE("deal facts: a stored link outranks a match, and a match a question") {
  Sale sale = sale_named("Desks");
  CrmCompany company;
  company.links = {{"1", "Customer", "8"}, {"2", "Customer", "9"}};
  sale.companies = {company};
  Match match{Outcome::link, {{"7", 900, {}}, {"8", 100, {}}, {"9", 50, {}}}};
  const auto buyers = buyers_of(sale, "1", match, {});
  REQUIRE(buyers.size() == 3);
  CHECK(buyers[0].standing == Buyer::Standing::matched);
  CHECK(buyers[1].standing == Buyer::Standing::linked);
  CHECK(buyers[2].standing == Buyer::Standing::possible);
  match.outcome = Outcome::ask;
  CHECK(buyers_of(sale, "1", match, {}).front().standing == Buyer::Standing::possible);
}

TEST_CASE("document facts: net is the total without its tax, words are those of all that is written on it") {
  Invoice invoice;
  invoice.realm = "1";
  invoice.id = "77";
  invoice.number = "INV-1043";
  invoice.total.minor = 10825;
  invoice.tax = Money{825, Currency{}};
  invoice.memo = "Order 48213";
  InvoiceLine line;
  line.item_name = "Desk";
  line.amount = Decimal{100, 0};
  invoice.lines = {line};
  const DocumentFacts facts = document_facts(invoice);
  CHECK(facts.key == "1:Invoice:77");
  CHECK(facts.net == 10000);
  CHECK(facts.total == 10825);
  CHECK(facts.words == std::vector<std::string>{"1043", "48213", "desk", "inv", "order"});
}

#include "core/mapping/documents.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/base/show.h"

using namespace sidebill;
namespace qb = sidebill::quickbooks;

namespace {

const Currency usd = *find_currency("USD");

qb::Invoice source() {
  qb::Invoice made;
  made.identity = {"130", "2", 1, 2};
  made.number = "1037";
  made.customer = {"20", "Red Rock"};
  made.date = make_date(2026, 1, 31);
  made.due_date = make_date(2026, 3, 2);
  made.total = parse_decimal("267.30");
  made.balance = parse_decimal("67.3");
  made.total_tax = parse_decimal("19.80");
  made.tax_lines = {{parse_decimal("19.80"), parse_decimal("8"), parse_decimal("247.5"), "3"}};
  qb::InvoiceLine line, subtotal, discount, text;
  line.kind = qb::LineKind::sales_item;
  line.item = {"5", "Rock"};
  line.amount = parse_decimal("275.0");
  subtotal.kind = qb::LineKind::subtotal;
  subtotal.amount = line.amount;
  discount.kind = qb::LineKind::discount;
  discount.amount = parse_decimal("27.5");
  text.kind = qb::LineKind::description;
  text.description = "Thank you";
  made.lines = {line, subtotal, discount, text};
  return made;
}

}  // namespace

TEST_CASE("documents: an invoice in its own currency, shown lines, discount and tax apart") {
  Issues issues;
  const auto invoice = map_invoice("91", source(), usd, issues);
  REQUIRE(invoice);
  CHECK(show::text(issues) == "none");
  CHECK(show::text(invoice->total) == "267.30 USD");
  CHECK(show::text(invoice->balance) == "67.30 USD");
  CHECK(show::text(invoice->discount) == "27.5");
  CHECK(invoice->lines.size() == 2);
  CHECK(invoice->lines[1].description == "Thank you");
  CHECK(show::text(invoice->tax) == "19.80 USD");
  CHECK(show::text(invoice->tax_percent) == "8");
  CHECK(show::text(invoice->taxable) == "247.5");
  CHECK(invoice->customer_name == "Red Rock");

  qb::Invoice yen = source();
  yen.currency = "JPY";
  yen.total = yen.balance = parse_decimal("1000");
  yen.total_tax.reset();
  const auto foreign = map_invoice("91", yen, usd, issues);
  REQUIRE(foreign);
  CHECK(show::text(foreign->total) == "1000 JPY");
}

TEST_CASE("documents: half an invoice is never shown") {
  struct Row {
    std::string about;
    void (*spoil)(qb::Invoice&);
    std::string issues;
  };
  for (const Row& row : {
           Row{"no total", [](qb::Invoice& made) { made.total.reset(); }, "field-missing /total"},
           Row{"no balance", [](qb::Invoice& made) { made.balance.reset(); }, "field-missing /balance"},
           Row{"no date", [](qb::Invoice& made) { made.date.reset(); }, "field-missing /date"},
           Row{"unknown currency", [](qb::Invoice& made) { made.currency = "GALLEON"; },
               "currency-unknown /currency"},
           Row{"absurd total",
               [](qb::Invoice& made) {
                 made.total = Decimal{9'000'000'000'000'000'000, 0};
               },
               "amount-too-large /total"},
       }) {
    CAPTURE(row.about);
    qb::Invoice spoiled = source();
    row.spoil(spoiled);
    Issues issues;
    CHECK_FALSE(map_invoice("91", spoiled, usd, issues));
    CHECK(show::text(issues) == row.issues);
  }
}

TEST_CASE("documents: of a deleted invoice the id is enough") {
  qb::Invoice gone;
  gone.identity.id = "130";
  gone.status = "Deleted";
  Issues issues;
  const auto invoice = map_invoice("91", gone, usd, issues);
  REQUIRE(invoice);
  CHECK(invoice->deleted);
  CHECK(show::text(issues) == "none");
  CHECK_FALSE(seen_tax(*invoice));
}

TEST_CASE("documents: several rates on one amount add up, rates on different amounts say no percent") {
  qb::Invoice made = source();
  made.tax_lines = {{{}, parse_decimal("6.25"), parse_decimal("100"), "1"},
                    {{}, parse_decimal("2"), parse_decimal("100.00"), "2"}};
  Issues issues;
  CHECK(show::text(map_invoice("91", made, usd, issues)->tax_percent) == "8.25");
  made.tax_lines[1].net_amount_taxable = parse_decimal("50");
  CHECK(show::text(map_invoice("91", made, usd, issues)->tax_percent) == "none");
  CHECK(show::text(map_invoice("91", made, usd, issues)->taxable) == "none");
  made.tax_lines[1] = {{}, {}, parse_decimal("100"), "2"};
  CHECK(show::text(map_invoice("91", made, usd, issues)->tax_percent) == "none");
}

TEST_CASE("documents: a tax that was returned is remembered with what it was on") {
  Issues issues;
  auto invoice = map_invoice("91", source(), usd, issues);
  REQUIRE(invoice);
  const auto seen = seen_tax(*invoice);
  REQUIRE(seen);
  CHECK(seen->document_id == "130");
  CHECK(show::text(seen->tax) == "19.80 USD");
  CHECK(show::text(seen->taxable) == "247.5");
  invoice->tax.reset();
  CHECK_FALSE(seen_tax(*invoice));
}

TEST_CASE("documents: a payment with what of it went where") {
  qb::Payment made;
  made.identity.id = "75";
  made.date = make_date(2026, 2, 1);
  made.total = parse_decimal("200");
  made.method = {"3", "Visa"};
  made.lines = {{parse_decimal("200"), {{"Invoice", "130"}}}, {{}, {{"Invoice", "131"}}}};
  Issues issues;
  const auto payment = map_payment("91", made, usd, issues);
  REQUIRE(payment);
  CHECK(payment->method == "Visa");
  REQUIRE(payment->parts.size() == 1);
  CHECK(show::text(payment->parts[0].amount) == "200.00 USD");
  CHECK(show::text(payment->unapplied) == "0.00 USD");
  CHECK(show::text(issues) == "field-missing /lines");
  made.total.reset();
  CHECK_FALSE(map_payment("91", made, usd, issues));
}

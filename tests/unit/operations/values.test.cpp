#include "core/operations/values.h"

#include <doctest/doctest.h>

#include <string>

#include "core/model/company.h"
#include "core/model/document.h"
#include "core/model/sale.h"
#include "tests/unit/base/show.h"
#include "tests/unit/model/hostile.h"

using namespace sidebill;

namespace {

const Currency usd = *find_currency("USD");
const Currency yen = *find_currency("JPY");

Address address() { return {"Street 1", "Floor 2", "Zürich", "ZH", "8001", "CH"}; }

Sale sale() {
  Sale made;
  made.source = {"0-3", "123"};
  made.name = "Deal \"<b>\"\n\u2014";
  made.currency = "USD";
  made.stated_amount = Decimal{123450, 2};
  made.close_date = make_date(2024, 2, 29);
  made.owner_name = "Olga";
  CrmCompany company{"10", "Acme", "acme.co", "1", address(), {{"91", "Customer", "20"}}, true};
  CrmContact contact{"1", "A", "B", "a@b.co", {"c@d.co"}, "2", "Acme", address(), {}, true};
  made.companies = {company};
  made.contacts = {contact};
  SaleLine line;
  line.source_id = "5";
  line.quantity = Decimal{25, 1};
  line.unit_price = Decimal{-1, 18};
  line.discount_percent = Decimal{10, 0};
  line.recurrence = Recurrence{"monthly", 12};
  line.currency = "EUR";
  line.links = {{"91", "Item", "7"}};
  made.lines = {line, SaleLine{}};
  made.links = {{"91", "Invoice", "130"}};
  made.generation = 3;
  return made;
}

Company company() {
  Company made;
  made.realm = "91";
  made.name = "Acme";
  made.home_currency = yen;
  made.books_closed_through = make_date(2025, 12, 31);
  made.tax_regime = UsManualTax{"7"};
  made.time_zone = {"America/New_York", {{-62135596800000, -296}, {1767225600000, -300}}};
  made.terms = {{"1", "Net 15", true, StandardTerm{15}}, {"2", "10th", false, DayOfMonthTerm{10, 5}}};
  made.tax_codes = {{"2", "GST", true, false, {{"7", true, false, 1, 0}, {"8", true, true, 2, 1}}}};
  made.tax_rates = {
      {"7", "GST", Decimal{5, 0}, true, {{Decimal{5, 0}, make_date(2008, 1, 1), std::nullopt}}}};
  made.accounts = {{"79", "Sales", "Income", "SalesOfProductIncome", true}};
  made.seen_taxes = {{"130",
                      "1037",
                      "20",
                      "94326",
                      "CA",
                      Decimal{2475, 1},
                      {1980, usd},
                      Decimal{8, 0},
                      *make_date(2026, 1, 31)}};
  return made;
}

Invoice invoice() {
  Invoice made;
  made.realm = "91";
  made.id = "130";
  made.currency = yen;
  made.date = *make_date(2026, 1, 31);
  made.due_date = make_date(9999, 12, 31);
  made.lines = {{"1", "5", "Rock", "text", Decimal{1, 0}, Decimal{2750, 1}, Decimal{2750, 1}, "TAX"}};
  made.discount = Decimal{275, 1};
  made.total = {INT64_MAX, yen};
  made.balance = {-5, yen};
  made.tax = Money{INT64_MIN, yen};
  made.linked = {{"Payment", "75"}};
  made.created_ms = 1769882400000;
  made.deleted = true;
  return made;
}

Draft draft() {
  Draft made;
  made.realm = "91";
  made.source = {"0-3", "123"};
  made.customer = NewCustomer{"Acme", "Acme", "", "", "a@b.co", "", "USD", address()};
  made.currency = usd;
  made.date = *make_date(2026, 1, 31);
  made.due_date = *make_date(2026, 3, 2);
  DraftLine line;
  line.item = NewItem{"Consulting", "text", "C-1", "79", true};
  line.amount = {1005, usd};
  line.service_date = make_date(2026, 1, 1);
  made.lines = {line, DraftLine{}};
  made.discount = AmountDiscount{{250, usd}};
  made.exchange_rate = Decimal{108, 2};
  return made;
}

Payment payment() {
  Payment made;
  made.id = "75";
  made.total = made.unapplied = {20000, usd};
  made.parts = {{"Invoice", "130", {20000, usd}}};
  return made;
}

/// Written, read and written again; through text, as the store does it.
template <class Value>
void round_trip(const Value& value) {
  const std::string written = to_text(to_json(value));
  CAPTURE(written);
  Issues issues;
  const auto json = parse_json(written, issues);
  REQUIRE(json);
  const auto read = from_json<Value>(*json, issues);
  CHECK(show::text(issues) == "none");
  REQUIRE(read);
  CHECK(to_text(to_json(*read)) == written);
}

template <class Value>
std::string refused(const std::string& text) {
  Issues issues;
  const auto read = from_json<Value>(hostile::parsed(text), issues, "/row");
  return read ? "read" : show::text(issues);
}

}  // namespace

TEST_CASE("values: everything comes back as it was") {
  round_trip(sale());
  round_trip(company());
  round_trip(invoice());
  round_trip(draft());
  round_trip(payment());
  round_trip(Sale{});
  round_trip(Company{});
  round_trip(Invoice{});
  round_trip(Draft{});
  round_trip(Payment{});
  round_trip(Link{"91", "Invoice", "130"});
  round_trip(RecordRef{"0-3", "123"});
  round_trip(
      Customer{"1", "0", "D", "C", "G", "F", {"a@b.co"}, "1", address(), {}, "EUR", "3", "9", false, false});
  round_trip(OtherName{"Vendor", "1", "V"});
  round_trip(Item{"1", "0", "N", "F:N", "S", "d", "Service", Decimal{15, 1}, "79", "Sales", true, false,
                  make_date(2026, 1, 1)});
  round_trip(Totals{
      {1, usd}, {2, usd}, {3, usd}, TaxPredicted{{4, usd}, Decimal{825, 2}, "invoice 1037"}, {5, usd}});
  for (const TaxRegime& regime : {TaxRegime{UsAutomatedTax{}}, TaxRegime{UsManualTax{"7"}},
                                  TaxRegime{LineTax{true}}, TaxRegime{NoTax{}}}) {
    round_trip(regime);
  }
  for (const CustomerChoice& choice :
       {CustomerChoice{Undecided{}}, CustomerChoice{ExistingCustomer{"20"}}, CustomerChoice{NewCustomer{}}}) {
    round_trip(choice);
  }
  for (const ItemChoice& choice :
       {ItemChoice{Undecided{}}, ItemChoice{ExistingItem{"5"}}, ItemChoice{NewItem{}}}) {
    round_trip(choice);
  }
  for (const OrderDiscount& discount :
       {OrderDiscount{NoDiscount{}}, OrderDiscount{PercentDiscount{Decimal{75, 1}}}}) {
    round_trip(discount);
  }
  for (const TaxForecast& forecast : {TaxForecast{TaxNone{}}, TaxForecast{TaxByQuickBooks{}}})
    round_trip(forecast);
}

TEST_CASE("values: amounts, dates and choices are written as plain text") {
  CHECK(to_text(to_json(OtherName{"Vendor", "1", "V"})) ==
        R"({"kind":"Vendor","id":"1","display_name":"V"})");
  CHECK(to_text(to_json(payment().parts[0].amount.currency == usd
                            ? TaxForecast{TaxPredicted{{-1, yen}, Decimal{825, 2}, "b"}}
                            : TaxForecast{})) ==
        R"({"kind":"predicted","amount":{"amount":"-1","currency":"JPY"},"percent":"8.25","basis":"b"})");
  CHECK(to_text(to_json(Term{"1", "Net 15", true, StandardTerm{15}})) ==
        R"({"id":"1","name":"Net 15","active":true,"rule":{"kind":"standard","due_days":15}})");
}

TEST_CASE("values: rows written before a member existed are read, amounts and dates have no default") {
  CHECK(refused<OtherName>("{}") == "read");
  CHECK(refused<Customer>(R"({"id":"1","a_member_of_tomorrow":[1]})") == "read");
  CHECK(refused<TaxRate>(R"({"id":"1"})") == "field-missing /row/percent");
  CHECK(refused<SeenTax>(R"({"taxable":"1","date":"2026-01-31"})") == "field-missing /row/tax");
}

TEST_CASE("values: what is wrong is named with its place, and nothing is half read") {
  CHECK(refused<Customer>("[]") == "field-wrong-type /row");
  CHECK(refused<Customer>("null") == "field-wrong-type /row");
  CHECK(refused<Customer>(R"({"id":1,"active":"true"})") ==
        "field-wrong-type /row/id, field-wrong-type /row/active");
  CHECK(refused<Customer>(R"({"emails":["a",null]})") == "field-wrong-type /row/emails/1");
  CHECK(refused<TaxRate>(R"({"percent":8.25})") == "amount-unreadable /row/percent");
  CHECK(refused<TaxRate>(R"({"percent":"8,25"})") == "amount-unreadable /row/percent");
  CHECK(refused<Term>(R"({"rule":{"kind":"never"}})") == "field-wrong-type /row/rule");
  CHECK(refused<Term>(R"({"rule":{"kind":"standard","due_days":99999999999}})") ==
        "field-wrong-type /row/rule/due_days");
  CHECK(refused<Term>(R"({"rule":{"kind":"standard","due_days":1.5}})") ==
        "field-wrong-type /row/rule/due_days");
  CHECK(refused<TaxForecast>(
            R"({"kind":"predicted","amount":{"amount":"1.001","currency":"USD"},"percent":"1"})") ==
        "amount-unreadable /row/amount");
  CHECK(refused<TaxForecast>(
            R"({"kind":"predicted","amount":{"amount":"1","currency":"usd"},"percent":"1"})") ==
        "currency-unknown /row/amount/currency");
  CHECK(refused<TaxForecast>(R"({"kind":"predicted","amount":"1","percent":"1"})") ==
        "amount-unreadable /row/amount");
}

TEST_CASE(
    "values: any wrong value anywhere is refused with an issue or leaves something that writes itself "
    "again") {
  const auto stands = [](const auto& value) {
    using Value = std::decay_t<decltype(value)>;
    return hostile::each_mutation(to_text(to_json(value)), [](const std::string& text) {
      Issues issues;
      const auto read = from_json<Value>(hostile::parsed(text), issues);
      REQUIRE(read.has_value() == issues.empty());
      if (!read) return;
      const std::string written = to_text(to_json(*read));
      REQUIRE(to_text(to_json(*from_json<Value>(hostile::parsed(written), issues))) == written);
    });
  };
  CHECK(stands(sale()) > 1000);
  CHECK(stands(company()) > 1000);
  CHECK(stands(invoice()) > 500);
  CHECK(stands(draft()) > 500);
  CHECK(stands(payment()) > 200);
}

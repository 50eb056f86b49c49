#include <doctest/doctest.h>

#include <random>

#include "sample.h"

using namespace sidebill;
using sample::World;

namespace {

struct Part {
  std::string amount;
  bool taxable;
};

Draft draft_of(const std::vector<Part>& parts, OrderDiscount discount = NoDiscount{}) {
  Draft draft;
  draft.customer = ExistingCustomer{"20"};
  for (const Part& part : parts) {
    DraftLine line;
    line.amount = sample::money(part.amount);
    line.taxable = part.taxable;
    draft.lines.push_back(line);
  }
  draft.discount = discount;
  return draft;
}

/// "subtotal discount taxable total"
std::string shown(const Draft& draft, const Company& company) {
  const auto sums = totals(draft, company);
  if (!sums) return "too large";
  return amount_text(sums->subtotal) + " " + amount_text(sums->discount) + " " + amount_text(sums->taxable) +
         " " + amount_text(sums->total);
}

PercentDiscount percent(const std::string& text) { return {sample::decimal(text)}; }
AmountDiscount amount(const std::string& text) { return {sample::money(text)}; }

}  // namespace

TEST_CASE("totals: the discount is rounded once, and its share of taxable lines is split to the cent") {
  struct Row {
    std::vector<Part> parts;
    OrderDiscount discount;
    std::string expected;
  };
  const Row rows[] = {
      {{}, NoDiscount{}, "0.00 0.00 0.00 0.00"},
      {{}, amount("5"), "0.00 5.00 0.00 -5.00"},
      {{{"100", true}, {"50", false}}, NoDiscount{}, "150.00 0.00 100.00 150.00"},
      {{{"100", true}, {"50", false}}, percent("10"), "150.00 15.00 90.00 135.00"},
      {{{"0.05", true}}, percent("50"), "0.05 0.03 0.02 0.02"},
      {{{"33.33", true}, {"33.33", false}, {"33.34", true}}, amount("10"), "100.00 10.00 60.00 90.00"},
      {{{"1", true}, {"1", false}, {"1", false}}, amount("1"), "3.00 1.00 0.66 2.00"},
      {{{"1", false}, {"1", true}, {"1", false}}, amount("1"), "3.00 1.00 0.67 2.00"},
      {{{"100", true}, {"-20", true}, {"20", false}}, percent("10"), "100.00 10.00 72.00 90.00"},
      {{{"100", true}, {"-20", false}}, percent("10"), "80.00 8.00 90.00 72.00"},
      {{{"10", true}, {"-10", false}}, percent("10"), "0.00 0.00 10.00 0.00"},
  };
  const Company company = sample::company();
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CHECK(shown(draft_of(row.parts, row.discount), company) == row.expected);
  }
}

TEST_CASE("totals: a sum past 64 bits is told, not wrapped") {
  Draft draft = draft_of({{"1", true}, {"1", true}});
  draft.lines[0].amount.minor = INT64_MAX;
  CHECK(shown(draft, sample::company()) == "too large");
}

TEST_CASE("totals: whatever the split, taxed and untaxed parts sum to subtotal less discount") {
  std::mt19937 random(20261122);
  std::uniform_int_distribution<std::int64_t> cents(0, 500'000), count(1, 12), share(0, 1000);
  const Company company = sample::company();
  for (int round = 0; round < 2000; ++round) {
    Draft draft;
    for (std::int64_t line = count(random); line > 0; --line) {
      DraftLine one;
      one.amount.minor = cents(random);
      one.taxable = cents(random) % 2 == 0;
      draft.lines.push_back(one);
    }
    draft.discount = PercentDiscount{Decimal{share(random), 1}};
    const Totals taxed = totals(draft, company).value();
    for (DraftLine& line : draft.lines) line.taxable = !line.taxable;
    const Totals untaxed = totals(draft, company).value();
    CAPTURE(round);
    REQUIRE(taxed.taxable.minor + untaxed.taxable.minor == taxed.subtotal.minor - taxed.discount.minor);
  }
}

TEST_CASE("tax: nothing taxable, or sales tax switched off, is no tax") {
  Company company = sample::company();
  CHECK(std::holds_alternative<TaxNone>(totals(draft_of({{"10", false}}), company)->tax));
  CHECK(std::holds_alternative<TaxByQuickBooks>(totals(draft_of({{"10", true}}), company)->tax));
  company.tax_regime = NoTax{};
  CHECK(std::holds_alternative<TaxNone>(totals(draft_of({{"10", true}}), company)->tax));
  company.tax_regime = LineTax{};
  CHECK(std::holds_alternative<TaxByQuickBooks>(totals(draft_of({{"10", false}}), company)->tax));
}

namespace {

SeenTax seen(const std::string& taxable, const std::string& tax, std::optional<std::string> stated = {}) {
  SeenTax one;
  one.document_id = "130";
  one.document_number = "1037";
  one.customer_id = "20";
  one.ship_postal_code = "94043";
  one.ship_region = "CA";
  one.taxable = sample::decimal(taxable);
  one.tax = sample::money(tax);
  if (stated) one.percent = sample::decimal(*stated);
  one.date = sample::date("2026-10-01");
  return one;
}

/// "8.25 on 1037: 8.25" or "QuickBooks decides"
std::string forecast(const Draft& draft, const Company& company) {
  const TaxForecast tax = totals(draft, company).value().tax;
  const auto* predicted = std::get_if<TaxPredicted>(&tax);
  if (predicted == nullptr) return "QuickBooks decides";
  return to_text(predicted->percent) + " on " + predicted->basis + ": " + amount_text(predicted->amount);
}

}  // namespace

TEST_CASE("tax: only a percent that a document states or that nothing else explains is believed") {
  struct Row {
    std::string what;
    std::vector<SeenTax> seen;
    std::string expected;
  };
  const Row rows[] = {
      {"nothing read", {}, "QuickBooks decides"},
      {"stated", {seen("10", "0.83", "8.25")}, "8.25 on 1037: 8.25"},
      {"implied by a large amount", {seen("1234.56", "109.57")}, "8.875 on 1037: 8.88"},
      {"a small amount fits many percents", {seen("10", "0.83")}, "QuickBooks decides"},
      {"no three-decimal percent gives this tax", {seen("5000.00", "412.53")}, "QuickBooks decides"},
      {"tax on nothing", {seen("0", "0")}, "QuickBooks decides"},
      {"tax-free so far", {seen("5000", "0")}, "0 on 1037: 0.00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Company company = sample::company();
    company.seen_taxes = row.seen;
    CHECK(forecast(draft_of({{"100", true}}), company) == row.expected);
  }
}

TEST_CASE("tax: the newest document of the customer speaks, unless another contradicts it") {
  Company company = sample::company();
  SeenTax old = seen("100", "8.00", "8");
  old.document_number = "1001";
  old.date = sample::date("2025-01-01");
  company.seen_taxes = {old, seen("100", "8.25", "8.25")};
  CHECK(forecast(draft_of({{"100", true}}), company) == "8.25 on 1037: 8.25");

  company.seen_taxes[0].ship_postal_code = "10001";
  CHECK(forecast(draft_of({{"100", true}}), company) == "QuickBooks decides");

  company.seen_taxes[0] = old;
  company.seen_taxes[0].date = company.seen_taxes[1].date;
  CHECK(forecast(draft_of({{"100", true}}), company) == "QuickBooks decides");

  company.seen_taxes = {seen("100", "8.25", "8.25")};
  company.seen_taxes[0].customer_id = "21";
  CHECK(forecast(draft_of({{"100", true}}), company) == "QuickBooks decides");
}

TEST_CASE("tax: a new customer is at a place that documents may speak for") {
  Company company = sample::company();
  company.seen_taxes = {seen("100", "8.25", "8.25")};
  Draft draft = draft_of({{"100", true}});
  NewCustomer created;
  draft.customer = created;
  CHECK(forecast(draft, company) == "QuickBooks decides");
  created.billing_address.postal_code = " 94043 ";
  created.billing_address.region = "ca";
  draft.customer = created;
  CHECK(forecast(draft, company) == "8.25 on 1037: 8.25");
  created.billing_address.region = "OR";
  draft.customer = created;
  CHECK(forecast(draft, company) == "QuickBooks decides");
  draft.customer = Undecided{};
  CHECK(forecast(draft, company) == "QuickBooks decides");
}

TEST_CASE("tax: a manual code is computed rate by rate") {
  Company company = sample::company();
  company.tax_regime = UsManualTax{"7"};
  company.tax_codes = {TaxCode{"7", "California", true, true, {CodeRate{"1"}, CodeRate{"2"}}}};
  company.tax_rates = {TaxRate{"1", "State", sample::decimal("6.25"), true, {}},
                       TaxRate{"2", "County", sample::decimal("1.25"), true, {}}};
  CHECK(forecast(draft_of({{"1.20", true}}), company) == "7.5 on California: 0.10");
  CHECK(amount_text(totals(draft_of({{"1.20", true}}), company)->total) == "1.30");
  company.tax_rates[1].active = false;
  CHECK(forecast(draft_of({{"1.20", true}}), company) == "QuickBooks decides");
  company.tax_regime = UsManualTax{""};
  CHECK(forecast(draft_of({{"1.20", true}}), company) == "QuickBooks decides");
}

#include "core/billing/line_tax.h"

#include <doctest/doctest.h>

#include "core/billing/seen_rounding.h"
#include "core/billing/totals.h"
#include "sample.h"

using namespace sidebill;

namespace {

TaxRate rate(const std::string& id, const std::string& name, const std::string& percent) {
  return {id, name, sample::decimal(percent), true, {}};
}

/// Canada's own: HST of one province, GST and QST of another, the QST of old days on top of the GST.
Company canada() {
  Company company = sample::company();
  company.country = "CA";
  company.home_currency = sample::currency("CAD");
  company.tax_regime = LineTax{};
  company.tax_rates = {rate("1", "HST ON", "13"),   rate("2", "GST", "5"),  rate("3", "QST", "9.975"),
                       rate("4", "Old QST", "9.5"), rate("5", "Zero", "0"), rate("6", "On tax", "10")};
  company.tax_codes = {{"11", "HST", true, true, {{"1"}}},
                       {"12", "GST/QST", true, true, {{"2", true, false, 0, 0}, {"3", true, false, 1, 0}}},
                       {"13", "Old", true, true, {{"2", true, false, 1, 0}, {"4", true, true, 2, 1}}},
                       {"14", "Zero-rated", true, true, {{"5"}}},
                       {"15", "Gone", false, true, {{"1"}}},
                       {"16", "Lost rate", true, true, {{"99"}}},
                       {"17", "Tax alone", true, true, {{"1", true, false, 1, 0}, {"6", false, true, 2, 1}}},
                       {"18", "Without", true, false, {}}};
  return company;
}

DraftLine line(const std::string& amount, const std::string& code) {
  DraftLine made;
  made.amount = sample::money(amount, "CAD");
  made.tax_code_id = code;
  return made;
}

Draft draft(std::vector<DraftLine> lines) {
  Draft made;
  made.currency = sample::currency("CAD");
  made.date = sample::date("2026-11-23");
  made.lines = std::move(lines);
  return made;
}

std::string told(const std::optional<std::vector<TaxPart>>& parts) {
  if (!parts) return "unknown";
  std::string text;
  for (const TaxPart& part : *parts) {
    text += part.name + " " + to_text(part.percent) + " of " + amount_text(part.base) + " = " +
            amount_text(part.amount) + "; ";
  }
  return text;
}

std::string taxes(const Draft& draft, const Company& company, const std::string& discount = "0.00",
                  bool by_line = false) {
  Money subtotal{0, draft.currency};
  for (const DraftLine& one : draft.lines) subtotal.minor += one.amount.minor;
  return told(taxes_of(draft, subtotal, sample::money(discount, "CAD"), company, by_line));
}

Invoice seen(const std::vector<std::pair<std::string, std::string>>& lines, const std::string& tax) {
  Invoice invoice;
  invoice.currency = sample::currency("CAD");
  invoice.date = sample::date("2026-10-01");
  for (const auto& [amount, code] : lines) {
    InvoiceLine one;
    one.amount = sample::decimal(amount);
    one.tax_code_id = code;
    invoice.lines.push_back(one);
  }
  invoice.tax = sample::money(tax, "CAD");
  return invoice;
}

}  // namespace

TEST_CASE("line tax: each rate takes of the lines that have it, in the order in which they meet") {
  const Company company = canada();
  CHECK(taxes(draft({line("100.00", "11")}), company) == "HST ON 13 of 100.00 = 13.00; ");
  CHECK(taxes(draft({line("4495.16", "12")}), company) ==
        "GST 5 of 4495.16 = 224.76; QST 9.975 of 4495.16 = 448.39; ");
  CHECK(taxes(draft({line("100.00", "12"), line("50.00", "11"), line("20.00", "14"), line("10.00", "12")}),
              company) ==
        "GST 5 of 110.00 = 5.50; QST 9.975 of 110.00 = 10.97; HST ON 13 of 50.00 = 6.50; "
        "Zero 0 of 20.00 = 0.00; ");
  CHECK(taxes(draft({line("100.00", "18")}), company).empty());
}

TEST_CASE("line tax: a rate on the price with the tax before it, and one on that tax alone") {
  const Company company = canada();
  CHECK(taxes(draft({line("100.00", "13")}), company) ==
        "GST 5 of 100.00 = 5.00; Old QST 9.5 of 100.00 = 9.98; ");
  CHECK(taxes(draft({line("100.00", "17")}), company) ==
        "HST ON 13 of 100.00 = 13.00; On tax 10 of 100.00 = 1.30; ");
  CHECK(to_text(*percent_of_code(company, "13", sample::date("2026-11-23"))) == "14.975");
  CHECK(to_text(*percent_of_code(company, "18", sample::date("2026-11-23"))) == "0");
}

TEST_CASE("line tax: a discount leaves each rate its share, and nothing more") {
  const Company company = canada();
  const Draft two = draft({line("66.67", "11"), line("33.33", "14")});
  CHECK(taxes(two, company, "10.00") == "HST ON 13 of 60.00 = 7.80; Zero 0 of 30.00 = 0.00; ");
  CHECK(taxes(draft({line("0.00", "11")}), company, "0.00") == "HST ON 13 of 0.00 = 0.00; ");
}

TEST_CASE("line tax: rounded once for the whole, or for each line") {
  const Company company = canada();
  const Draft three = draft({line("0.10", "11"), line("0.10", "11"), line("0.10", "11")});
  CHECK(taxes(three, company) == "HST ON 13 of 0.30 = 0.04; ");
  CHECK(taxes(three, company, "0.00", true) == "HST ON 13 of 0.30 = 0.03; ");
}

TEST_CASE("line tax: what is not known is not guessed") {
  const Company company = canada();
  for (const char* code : {"", "15", "16", "404"})
    CHECK(taxes(draft({line("100.00", "11"), line("1.00", code)}), company) == "unknown");
}

TEST_CASE("line tax: a rate is what it is on the day of the document") {
  Company company = canada();
  company.tax_rates[0].periods = {
      {sample::decimal("15"), sample::date("2008-01-01"), sample::date("2025-03-31")},
      {sample::decimal("14"), sample::date("2025-04-01"), std::nullopt}};
  Draft one = draft({line("100.00", "11")});
  CHECK(taxes(one, company) == "HST ON 14 of 100.00 = 14.00; ");
  one.date = sample::date("2025-03-31");
  CHECK(taxes(one, company) == "HST ON 15 of 100.00 = 15.00; ");
  one.date = sample::date("2007-12-31");
  CHECK(taxes(one, company) == "unknown");
}

TEST_CASE("line tax: the totals have every part, or leave the tax to QuickBooks") {
  const Company company = canada();
  Draft one = draft({line("100.00", "12"), line("50.00", "11")});
  auto sums = totals(one, company);
  REQUIRE(sums);
  CHECK(amount_text(sums->total) == "171.48");
  CHECK(std::get<TaxByRates>(sums->tax).parts.size() == 3);
  one.lines[1].tax_code_id = "";
  sums = totals(one, company);
  REQUIRE(sums);
  CHECK(std::holds_alternative<TaxByQuickBooks>(sums->tax));
  CHECK(amount_text(sums->total) == "150.00");
}

TEST_CASE("line tax: how QuickBooks rounds is told by documents that only one way explains") {
  const Company company = canada();
  const std::vector<std::pair<std::string, std::string>> three = {
      {"0.10", "11"}, {"0.10", "11"}, {"0.10", "11"}};
  const Invoice whole = seen(three, "0.04"), by_line = seen(three, "0.03"),
                either = seen({{"100.00", "11"}}, "13.00"), odd = seen(three, "0.99");
  CHECK(seen_tax_by_line({either, whole}, company) == false);
  CHECK(seen_tax_by_line({by_line, either, odd}, company) == true);
  CHECK(seen_tax_by_line({either, odd}, company) == std::nullopt);
  CHECK(seen_tax_by_line({whole, by_line}, company) == std::nullopt);
  Invoice discounted = whole;
  discounted.discount = sample::decimal("0.01");
  CHECK(seen_tax_by_line({discounted}, company) == std::nullopt);
}

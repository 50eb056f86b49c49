#include "core/mapping/company.h"

#include <doctest/doctest.h>

#include <string>

#include "core/mapping/countries.h"
#include "core/mapping/customers.h"
#include "core/mapping/items.h"
#include "tests/unit/base/show.h"

using namespace sidebill;
namespace qb = sidebill::quickbooks;

namespace {

CompanyRecords records(const std::string& country) {
  CompanyRecords made;
  made.info.name = "Acme";
  made.info.country = country;
  made.preferences.home_currency = "USD";
  made.preferences.using_sales_tax = true;
  return made;
}

std::string regime(const CompanyRecords& made) {
  Issues issues;
  const auto company = map_company("91", made, issues);
  if (!company) return show::text(issues);
  const char* names[] = {"us-automated", "us-manual", "line", "none"};
  return names[company->tax_regime.index()];
}

}  // namespace

TEST_CASE("countries: two letters, three letters and names are one country") {
  struct Row {
    std::string text, expected;
  };
  for (const Row& row : {
           Row{"US", "US"},
           Row{"us", "US"},
           Row{"USA", "US"},
           Row{"United States", "US"},
           Row{"U.S.A.", "US"},
           Row{"United States of America", "US"},
           Row{"CA", "CA"},
           Row{"CAN", "CA"},
           Row{"Canada", "CA"},
           Row{" united   kingdom ", "GB"},
           Row{"GBR", "GB"},
           Row{"UK", "GB"},
           Row{"Great Britain", "GB"},
           Row{"Österreich", "AT"},
           Row{"Côte d'Ivoire", "CI"},
           Row{"Türkiye", "TR"},
           Row{"Turkey", "TR"},
           Row{"Hong Kong", "HK"},
           Row{"TWN", "TW"},
           Row{"Brasil", "BR"},
           Row{"ROU", "RO"},
           Row{"Sweden", "SE"},
           Row{"", ""},
           Row{"XX", ""},
           Row{"Atlantis", ""},
           Row{"U", ""},
           Row{std::string(10'000, 'x'), ""},
       }) {
    CAPTURE(row.text);
    CHECK(country_code(row.text) == row.expected);
  }
}

TEST_CASE("company: the tax regime follows from country and settings") {
  CompanyRecords us = records("US");
  CHECK(regime(us) == "us-manual");
  us.preferences.partner_tax_enabled = true;
  CHECK(regime(us) == "us-automated");
  us.preferences.partner_tax_enabled = false;
  CHECK(regime(us) == "us-automated");
  us.preferences.using_sales_tax = false;
  CHECK(regime(us) == "none");
  us.preferences.using_sales_tax.reset();
  us.preferences.partner_tax_enabled.reset();
  CHECK(regime(us) == "none");

  CompanyRecords canada = records("CAN");
  CHECK(regime(canada) == "line");
  canada.preferences.using_sales_tax.reset();
  CHECK(regime(canada) == "line");
  canada.preferences.using_sales_tax = false;
  CHECK(regime(canada) == "none");

  CompanyRecords address_only = records("");
  address_only.info.address_country = "USA";
  CHECK(regime(address_only) == "us-manual");
}

TEST_CASE("company: settings and lists arrive, terms within their bounds") {
  CompanyRecords made = records("US");
  made.preferences.multicurrency = true;
  made.preferences.custom_numbers = true;
  made.preferences.allow_discount = true;
  made.preferences.default_term_id = "3";
  made.preferences.book_close_date = make_date(2025, 12, 31);
  qb::CompanyCurrency euro, dead, fantasy;
  euro.code = "EUR";
  dead.code = "GBP";
  dead.active = false;
  fantasy.code = "XXX";
  made.currencies = {euro, dead, fantasy, euro};
  qb::Term net, day, absurd;
  net.identity.id = "1";
  net.due_days = 15;
  day.identity.id = "2";
  day.day_of_month = 31;
  day.next_month_days = 5;
  absurd.identity.id = "3";
  absurd.due_days = 99999999999;
  made.terms = {net, day, absurd};
  qb::TaxCode code;
  code.identity.id = "2";
  code.sales_rates = {{"8", "TaxOnAmountPlusTax", 2, 1}, {"7", "TaxOnAmount", 1, 0}};
  made.tax_codes = {code};
  qb::TaxRate rate, unreadable;
  rate.identity.id = "7";
  rate.percent = Decimal{825, 2};
  unreadable.identity.id = "8";
  made.tax_rates = {rate, unreadable};

  Issues issues;
  const auto company = map_company("91", made, issues);
  REQUIRE(company);
  CHECK(company->realm == "91");
  CHECK(company->country == "US");
  CHECK(company->us_latin1);
  CHECK(company->custom_numbers);
  CHECK(company->allow_discount);
  CHECK(company->currencies == std::vector<std::string>{"USD", "EUR"});
  CHECK(show::text(company->books_closed_through) == "2025-12-31");
  REQUIRE(company->terms.size() == 3);
  CHECK(std::get<StandardTerm>(company->terms[0].rule).due_days == 15);
  CHECK(std::get<DayOfMonthTerm>(company->terms[1].rule).day_of_month == 31);
  CHECK(std::get<StandardTerm>(company->terms[2].rule).due_days == 999);
  REQUIRE(company->tax_codes[0].sales_rates.size() == 2);
  CHECK(company->tax_codes[0].sales_rates[0].rate_id == "7");
  CHECK_FALSE(company->tax_codes[0].sales_rates[0].on_tax);
  CHECK(company->tax_codes[0].sales_rates[1].rate_id == "8");
  CHECK(company->tax_codes[0].sales_rates[1].on_tax);
  CHECK(company->tax_rates.size() == 1);
  CHECK(show::text(issues) == "none");
}

TEST_CASE("company: without a home currency there is none, except in the US") {
  CompanyRecords made = records("US");
  made.preferences.home_currency.clear();
  CHECK(regime(made) == "us-manual");
  made.info.country = "GB";
  CHECK(regime(made) == "currency-unknown /home_currency");
  made.preferences.home_currency = "ZZZ";
  CHECK(regime(made) == "currency-unknown /home_currency");
}

TEST_CASE("customers: several addresses in one field, a mobile where there is no phone, active unless said") {
  qb::Customer source;
  source.identity.id = "1";
  source.email = " a@b.co, c@d.co ,,";
  source.mobile = "123";
  source.billing_address.lines = {"Street", "c/o Jane", "Floor 2"};
  const Customer customer = map_customer(source);
  CHECK(customer.emails == std::vector<std::string>{"a@b.co", "c@d.co"});
  CHECK(customer.phone == "123");
  CHECK(customer.billing_address.line1 == "Street");
  CHECK(customer.billing_address.line2 == "c/o Jane, Floor 2");
  CHECK(customer.active);
  source.active = false;
  CHECK_FALSE(map_customer(source).active);
}

TEST_CASE("items: the full name is the name where nothing longer is known") {
  qb::Item source;
  source.name = "Rock";
  CHECK(map_item(source).full_name == "Rock");
  source.full_name = "Garden:Rock";
  CHECK(map_item(source).full_name == "Garden:Rock");
  CHECK(map_item(source).active);
  CHECK_FALSE(map_item(source).taxable);
}

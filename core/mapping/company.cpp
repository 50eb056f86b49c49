#include "core/mapping/company.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/mapping/countries.h"

namespace sidebill {

namespace {

int within(const std::optional<std::int64_t>& number, int lowest, int highest, int fallback) {
  if (!number) return fallback;
  return static_cast<int>(std::clamp<std::int64_t>(*number, lowest, highest));
}

/// Source: reference/quickbooks.md 3.8: a term counts days, or names a day of the month
Term map_term(const quickbooks::Term& term) {
  Term mapped;
  mapped.id = term.identity.id;
  mapped.name = term.name;
  mapped.active = term.active.value_or(true);
  if (term.day_of_month) {
    mapped.rule =
        DayOfMonthTerm{within(term.day_of_month, 1, 31, 1), within(term.next_month_days, 0, 999, 0)};
  } else {
    mapped.rule = StandardTerm{within(term.due_days, 0, 999, 0)};
  }
  return mapped;
}

TaxCode map_tax_code(const quickbooks::TaxCode& code) {
  std::vector<quickbooks::TaxRateDetail> details = code.sales_rates;
  sort_by(details, [](const auto& left, const auto& right) { return left.order < right.order; });
  TaxCode mapped{code.identity.id, code.name, code.active.value_or(true), code.taxable.value_or(true), {}};
  for (const quickbooks::TaxRateDetail& detail : details) {
    mapped.sales_rates.push_back({detail.rate_id, detail.applies != "TaxOnTax",
                                  detail.applies == "TaxOnTax" || detail.applies == "TaxOnAmountPlusTax",
                                  detail.order, detail.on_tax_order});
  }
  return mapped;
}

/// A rate without a readable percent says nothing, which is not the same as zero percent.
std::vector<TaxRate> map_tax_rates(const std::vector<quickbooks::TaxRate>& rates) {
  std::vector<TaxRate> mapped;
  for (const quickbooks::TaxRate& rate : rates) {
    if (!rate.percent) continue;
    TaxRate one{rate.identity.id, rate.name, *rate.percent, rate.active.value_or(true), {}};
    for (const quickbooks::EffectiveTaxRate& period : rate.periods) {
      if (period.percent) one.periods.push_back({*period.percent, period.from, period.to});
    }
    mapped.push_back(std::move(one));
  }
  return mapped;
}

Account map_account(const quickbooks::Account& account) {
  return {account.identity.id, account.name, account.type, account.sub_type, account.active.value_or(true)};
}

PaymentMethod map_payment_method(const quickbooks::PaymentMethod& method) {
  return {method.identity.id, method.name};
}

template <class Target, class Source>
std::vector<Target> map_all(const std::vector<Source>& sources, Target (*map)(const Source&)) {
  std::vector<Target> mapped;
  for (const Source& source : sources) mapped.push_back(map(source));
  return mapped;
}

/// The company's own country, else that of its address; unknown ones stay "".
std::string country_of(const quickbooks::CompanyInfo& info) {
  const std::string country = country_code(info.country);
  return country.empty() ? country_code(info.address_country) : country;
}

/// Source: reference/quickbooks.md 8: PartnerTaxEnabled is there (true or false) where QuickBooks automates
/// tax. Outside the US a missing UsingSalesTax means tax: a line without a code would be refused, one too
/// many is not.
TaxRegime tax_regime(const std::string& country, const quickbooks::Preferences& preferences) {
  const bool off = preferences.using_sales_tax && !*preferences.using_sales_tax;
  if (off) return NoTax{};
  if (country != "US") return LineTax{};
  if (preferences.partner_tax_enabled) return UsAutomatedTax{};
  if (!preferences.using_sales_tax) return NoTax{};
  return UsManualTax{preferences.tax_group_code_id};
}

std::optional<Currency> home_currency(const std::string& country, const quickbooks::Preferences& preferences,
                                      Issues& issues) {
  std::string code = preferences.home_currency;
  if (code.empty() && country == "US") code = "USD";
  const auto currency = find_currency(code);
  if (!currency) issues.push_back(error(Code::currency_unknown, "/home_currency", {{"text", code}}));
  return currency;
}

std::vector<std::string> enabled_currencies(Currency home, const CompanyRecords& records) {
  std::vector<std::string> codes{std::string(home.code())};
  if (!records.preferences.multicurrency) return codes;
  for (const quickbooks::CompanyCurrency& one : records.currencies) {
    const bool known = std::find(codes.begin(), codes.end(), one.code) != codes.end();
    if (one.active.value_or(true) && find_currency(one.code) && !known) codes.push_back(one.code);
  }
  return codes;
}

}  // namespace

std::optional<Company> map_company(const std::string& realm, const CompanyRecords& records, Issues& issues) {
  const quickbooks::Preferences& preferences = records.preferences;
  Company company;
  company.realm = realm;
  company.name = records.info.name.empty() ? records.info.legal_name : records.info.name;
  company.country = country_of(records.info);
  const auto home = home_currency(company.country, preferences, issues);
  if (!home) return std::nullopt;
  company.home_currency = *home;
  company.multicurrency = preferences.multicurrency;
  company.currencies = enabled_currencies(*home, records);
  company.custom_numbers = preferences.custom_numbers;
  company.allow_discount = preferences.allow_discount;
  company.allow_service_date = preferences.allow_service_date;
  company.revenue_recognition = preferences.revenue_recognition;
  company.us_latin1 = company.country == "US";
  company.default_term_id = preferences.default_term_id;
  company.books_closed_through = preferences.book_close_date;
  company.tax_regime = tax_regime(company.country, preferences);
  company.time_zone.name = records.info.time_zone.empty() ? "UTC" : records.info.time_zone;
  company.terms = map_all<Term, quickbooks::Term>(records.terms, map_term);
  company.tax_codes = map_all<TaxCode, quickbooks::TaxCode>(records.tax_codes, map_tax_code);
  company.tax_rates = map_tax_rates(records.tax_rates);
  company.accounts = map_all<Account, quickbooks::Account>(records.accounts, map_account);
  company.payment_methods =
      map_all<PaymentMethod, quickbooks::PaymentMethod>(records.payment_methods, map_payment_method);
  return company;
}

}  // namespace sidebill

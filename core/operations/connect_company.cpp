#include <algorithm>

#include "core/billing/seen_rounding.h"
#include "core/mapping/company.h"
#include "core/mapping/documents.h"
#include "core/operations/connect.h"
#include "core/operations/documents.h"
#include "core/operations/inputs.h"
#include "core/operations/keep_lists.h"
#include "core/operations/missing_products.h"
#include "core/operations/settings.h"
#include "core/operations/values.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

constexpr int page_size = 1000;
constexpr int newest_invoices = 200;

Call list_of(const std::string& realm, const std::string& entity, const std::string& purpose) {
  const auto statement = quickbooks::statement(quickbooks::whole_list(entity));
  return quickbooks::query(realm, statement.value_or(""), purpose, {});
}

/// With the inactive ones: old payments go on naming them.
Call payment_methods(const std::string& realm) {
  const auto statement = quickbooks::statement(quickbooks::page_of_list("PaymentMethod", 1, page_size));
  return quickbooks::query(realm, statement.value_or(""), "read-payment-methods", {});
}

Call newest_documents(const std::string& realm, Currency home) {
  const auto statement = quickbooks::statement(quickbooks::invoices_changed_last(newest_invoices));
  return quickbooks::query(realm, statement.value_or(""), "read-invoices", keep_documents(home));
}

/// Lists that come in full with every connection test: what a document may refer to.
struct ShortLists {
  Reply info, preferences, terms, tax_codes, tax_rates, accounts, payment_methods;
};

ShortLists read_short_lists(Io& io, const std::string& realm) {
  auto replies = io.all({quickbooks::company_info(realm), quickbooks::preferences(realm),
                         list_of(realm, "Term", "read-terms"), list_of(realm, "TaxCode", "read-tax-codes"),
                         list_of(realm, "TaxRate", "read-tax-codes"),
                         list_of(realm, "Account", "read-accounts"), payment_methods(realm)});
  for (const Reply& reply : replies) {
    if (!reply.ok()) io.fail(reply.issues);
  }
  return {replies[0], replies[1], replies[2], replies[3], replies[4], replies[5], replies[6]};
}

/// Currencies are a list only where several are switched on.
std::vector<quickbooks::CompanyCurrency> read_currencies(Io& io, const std::string& realm, bool multicurrency,
                                                         Issues& issues) {
  if (!multicurrency) return {};
  const Reply reply = io.send(list_of(realm, "CompanyCurrency", "read-currencies"));
  if (!reply.ok()) io.fail(reply.issues);
  return quickbooks::records_in<quickbooks::CompanyCurrency>(reply.response.body, issues);
}

/// What the newest invoices tell about tax; they fill the document cache on the way.
void see_taxes(Io& io, Company& company, Issues& issues) {
  const Reply reply = io.send(newest_documents(company.realm, company.home_currency));
  if (!reply.ok()) io.fail(reply.issues);
  std::vector<Invoice> excluding;  // whose prices are without tax
  for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(reply.response.body, issues)) {
    auto invoice = map_invoice(company.realm, record, company.home_currency, issues);
    if (!invoice) continue;
    if (auto tax = seen_tax(*invoice)) company.seen_taxes.push_back(std::move(*tax));
    if (record.global_tax_calculation == "TaxExcluded") excluding.push_back(std::move(*invoice));
  }
  if (std::holds_alternative<LineTax>(company.tax_regime))
    company.tax_by_line = seen_tax_by_line(excluding, company);
}

/// QuickBooks tells no time zone as a rule; then the portal's is the team's.
std::string zone_name(Io& io, const std::string& stated) {
  if (!stated.empty()) return stated;
  const Json portal = io.look("portal", Json::object());
  return portal.is_object() ? read_portal(portal).time_zone : "UTC";
}

template <class Record>
std::optional<Record> one_in(const Reply& reply, Issues& issues) {
  return quickbooks::record_in<Record>(reply.response.body, issues);
}

}  // namespace

Json connect_company(Io& io, const Json& input) {
  const std::string realm = read_account(io, input);
  Issues issues;
  const ShortLists lists = read_short_lists(io, realm);
  CompanyRecords records;
  const auto info = one_in<quickbooks::CompanyInfo>(lists.info, issues);
  const auto preferences = one_in<quickbooks::Preferences>(lists.preferences, issues);
  if (!info || !preferences)
    io.fail({error(Code::service_answer_unreadable, "", {{"service", "quickbooks"}})});
  records.info = *info;
  records.preferences = *preferences;
  records.terms = quickbooks::records_in<quickbooks::Term>(lists.terms.response.body, issues);
  records.tax_codes = quickbooks::records_in<quickbooks::TaxCode>(lists.tax_codes.response.body, issues);
  records.tax_rates = quickbooks::records_in<quickbooks::TaxRate>(lists.tax_rates.response.body, issues);
  records.accounts = quickbooks::records_in<quickbooks::Account>(lists.accounts.response.body, issues);
  records.payment_methods =
      quickbooks::records_in<quickbooks::PaymentMethod>(lists.payment_methods.response.body, issues);
  records.currencies = read_currencies(io, realm, preferences->multicurrency, issues);
  auto company = map_company(realm, records, issues);
  if (!company) io.fail(issues);
  see_taxes(io, *company, issues);
  const std::string zone = zone_name(io, info->time_zone);
  const std::int64_t now_ms = io.now();
  company->time_zone = look_zone(io, zone, now_ms);

  Json counts = Json::object();
  const auto keep = [&](const char* name, const char* entity, const char* list, const char* purpose) {
    counts.set(name, Json::number(keep_quickbooks_list(io, realm, entity, list, purpose)));
  };
  keep("customers", "Customer", "customers", "read-customers");
  keep("items", "Item", "items", "read-items");
  keep("vendors", "Vendor", "names", "read-names");
  keep("employees", "Employee", "names", "read-names");
  Json shown = to_json(*company);
  shown.set("home_currency", Json::string(company->home_currency.code()));
  return Json::object()
      .set("company", std::move(shown))
      .set("income_accounts", income_accounts_json(*company))
      .set("counts", std::move(counts))
      .set("issues", issues_json(issues));
}

}  // namespace sidebill

#include "core/operations/card.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/billing/status.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

Json text(std::string_view value) { return Json::string(value); }

Json company_option(const Company& company) {
  return Json::object()
      .set("realm", text(company.realm))
      .set("name", text(company.name))
      .set("country", text(company.country))
      .set("home_currency", text(company.home_currency.code()));
}

std::string company_name(const std::vector<Company>& companies, const std::string& realm) {
  for (const Company& company : companies) {
    if (company.realm == realm) return company.name;
  }
  return "";
}

/// Newest first; of one day the higher key, so that the order never depends on arrival.
bool is_before(const CachedInvoice& left, const CachedInvoice& right) {
  if (left.invoice.date != right.invoice.date) return left.invoice.date > right.invoice.date;
  return document_key(left.invoice) > document_key(right.invoice);
}

Json totals_of(const std::vector<CachedInvoice>& documents, Date today) {
  std::vector<Invoice> invoices;
  for (const CachedInvoice& one : documents) invoices.push_back(one.invoice);
  Json list = Json::array();
  for (const RollUp& sum : roll_up(invoices, today)) {
    list.items.push_back(Json::object()
                             .set("currency", text(sum.currency.code()))
                             .set("billed", text(amount_text(sum.billed)))
                             .set("open", text(amount_text(sum.open)))
                             .set("overdue", text(amount_text(sum.overdue))));
  }
  return list;
}

}  // namespace

Date today_of(const std::vector<Company>& companies, std::int64_t now_ms) {
  return local_date(now_ms, companies.empty() ? TimeZone{} : companies.front().time_zone);
}

Json record_card(const Portal& portal, const std::vector<Company>& companies, const LoadedRecord& record,
                 const LoadedInvoices& documents, std::int64_t now_ms, const Issues& notices) {
  const Date today = today_of(companies, now_ms);
  std::vector<CachedInvoice> sorted = documents.invoices;
  sort_by(sorted, is_before);
  Json views = Json::array();
  for (const CachedInvoice& one : sorted) {
    views.items.push_back(document_view(one, company_name(companies, one.invoice.realm), today));
  }
  std::int64_t oldest_ms = now_ms;
  for (const CachedInvoice& one : sorted) oldest_ms = std::min(oldest_ms, one.read_ms);
  Json options = Json::array();
  for (const Company& company : companies) options.items.push_back(company_option(company));
  Issues all = notices;
  all.insert(all.end(), record.issues.begin(), record.issues.end());
  all.insert(all.end(), documents.issues.begin(), documents.issues.end());
  return Json::object()
      .set("record", Json::object().set("type", text(record.ref.type)).set("id", text(record.ref.id)))
      .set("name", text(record.name))
      .set("portal", text(portal.id))
      .set("companies", std::move(options))
      .set("documents", std::move(views))
      .set("totals", totals_of(sorted, today))
      .set("notices", issues_json(all))
      .set("read_ms", Json::number(oldest_ms));
}

}  // namespace sidebill

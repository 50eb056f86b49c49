#include <map>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/mapping/documents.h"
#include "core/operations/card.h"
#include "core/operations/inputs.h"
#include "core/operations/records.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

constexpr int shown = 50;
constexpr std::size_t customers_searched = 20;

Call call_of(const Company& company, const quickbooks::Query& query) {
  return quickbooks::query(company.realm, quickbooks::statement(query).value_or(""), "find-invoices",
                           keep_documents(company.home_currency));
}

/// Ids of customers whose name holds the text, from the directory: no metered read.
std::vector<std::string> customers_named(Io& io, const std::string& realm, const std::string& text) {
  const Json found = io.look("directory", Json::object()
                                              .set("kind", Json::string("search-customers"))
                                              .set("realm", Json::string(realm))
                                              .set("text", Json::string(text))
                                              .set("limit", Json::number(std::int64_t{customers_searched})));
  std::vector<std::string> ids;
  Issues unread;
  Reader(found, "", unread).each([&](const Reader& one) {
    if (const auto id = one.id("id")) ids.push_back(*id);
  });
  return ids;
}

/// One query for each way to read what was typed: a number, an amount, a customer's name. Nothing typed: the
/// newest invoices.
std::vector<Call> queries_for(Io& io, const Company& company, const std::string& typed) {
  if (typed.empty()) {
    return {call_of(company, quickbooks::invoices_dated_last(shown))};
  }
  std::vector<Call> calls;
  if (quickbooks::quoted(typed))
    calls.push_back(call_of(company, quickbooks::invoices_numbered(typed, shown)));
  if (const auto amount = parse_decimal(typed)) {
    calls.push_back(call_of(company, quickbooks::invoices_totalling(*amount, shown)));
  }
  const auto customers = customers_named(io, company.realm, typed);
  if (!customers.empty())
    calls.push_back(call_of(company, quickbooks::invoices_of_customers(customers, shown)));
  return calls;
}

}  // namespace

Json find_invoices(Io& io, const Json& value) {
  const FindInvoicesInput input = read_find_invoices(io, value);
  const Company company = need_company(io, input.realm);
  const Date today = local_date(io.now(), company.time_zone);
  const std::vector<Call> calls = queries_for(io, company, trim(input.text));
  std::map<std::string, CachedInvoice> found;
  bool more = false;
  Issues issues;
  const auto replies = calls.empty() ? std::vector<Reply>{} : io.all(calls);
  for (const Reply& reply : replies) {
    if (!reply.ok()) io.fail(reply.issues);
    more = more || quickbooks::row_count(reply.response.body) >= shown;
    for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(reply.response.body, issues)) {
      auto invoice = map_invoice(input.realm, record, company.home_currency, issues);
      if (!invoice) continue;
      const std::string key = document_key(*invoice);
      found[key] = {std::move(*invoice), reply.response.received_ms};
    }
  }
  std::vector<CachedInvoice> sorted;
  for (auto& [key, one] : found) sorted.push_back(std::move(one));
  sort_by(sorted,
          [](const CachedInvoice& a, const CachedInvoice& b) { return a.invoice.date > b.invoice.date; });
  more = more || sorted.size() > shown;
  if (sorted.size() > shown) sorted.resize(shown);
  Json documents = Json::array();
  for (const CachedInvoice& one : sorted) documents.items.push_back(document_view(one, company.name, today));
  return Json::object().set("documents", std::move(documents)).set("more", Json::boolean(more));
}

}  // namespace sidebill

#include "core/operations/customer_documents.h"

#include <algorithm>

#include "core/mapping/documents.h"
#include "core/operations/document_cache.h"
#include "core/operations/values.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

constexpr int newest = 100, most_numbered = 10;

Json keys_of(const std::string& realm, const std::vector<std::string>& customer_ids) {
  Json keys = Json::array();
  for (const std::string& id : customer_ids) {
    keys.items.push_back(Json::string(to_text(Link{realm, "Customer", id})));
  }
  return keys;
}

void take_rows(const Json& found, CustomerDocuments& documents) {
  Issues unreadable;  // an unreadable row is a document that was not read
  Reader(found, "", unreadable).each("rows", [&](const Reader& row) {
    const auto cached = cached_row(row.value(), unreadable);
    if (!cached || cached->read_ms < documents.asked_ms) return;
    if (auto invoice = from_json<Invoice>(cached->value, unreadable)) {
      documents.invoices.push_back({std::move(*invoice), cached->read_ms});
    }
  });
}

/// False, and why, when QuickBooks cannot say.
bool read_invoices(Io& io, const Company& company, const quickbooks::Query& query, CustomerDocuments& read) {
  const auto statement = quickbooks::statement(query);
  // What its language cannot ask for, it has not.
  if (!statement) return true;
  const Reply reply = io.send(
      quickbooks::query(company.realm, *statement, "find-invoices", keep_documents(company.home_currency)));
  if (!reply.ok() || !quickbooks::answers_query(reply.response.body)) {
    read.issues = reply.ok() ? unreadable_answer() : reply.issues;
    return false;
  }
  read.asked_ms = reply.response.received_ms;
  for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(reply.response.body, read.issues)) {
    auto invoice = map_invoice(company.realm, record, company.home_currency, read.issues);
    if (invoice) read.invoices.push_back({std::move(*invoice), read.asked_ms});
  }
  return true;
}

}  // namespace

CustomerDocuments kept_documents(Io& io, const std::string& realm,
                                 const std::vector<std::string>& customer_ids) {
  CustomerDocuments documents;
  if (customer_ids.empty()) return documents;
  const Json found =
      io.look("customer_documents", Json::object().set("customers", keys_of(realm, customer_ids)));
  Issues unreadable;
  documents.asked_ms = Reader(found, "", unreadable).integer("asked_ms").value_or(0);
  take_rows(found, documents);
  return documents;
}

CustomerDocuments ask_documents(Io& io, const Company& company, const std::vector<std::string>& customer_ids,
                                std::int64_t stands_ms) {
  const std::int64_t now_ms = io.now();
  CustomerDocuments kept = kept_documents(io, company.realm, customer_ids);
  if (customer_ids.empty() || now_ms - kept.asked_ms < stands_ms) return kept;
  CustomerDocuments asked;
  if (!read_invoices(io, company, quickbooks::invoices_of_customers(customer_ids, newest), asked)) {
    kept.issues = asked.issues;
    return kept;
  }
  return asked;
}

void add_numbered(Io& io, const Company& company, const std::string& number, CustomerDocuments& documents) {
  CustomerDocuments numbered;
  read_invoices(io, company, quickbooks::invoices_with_number(number, most_numbered), numbered);
  documents.issues.insert(documents.issues.end(), numbered.issues.begin(), numbered.issues.end());
  for (CachedInvoice& one : numbered.invoices) {
    const bool known =
        std::any_of(documents.invoices.begin(), documents.invoices.end(),
                    [&](const CachedInvoice& other) { return other.invoice.id == one.invoice.id; });
    if (!known) documents.invoices.push_back(std::move(one));
  }
}

}  // namespace sidebill

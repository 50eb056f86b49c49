// Invoices as cards and reports show them, read through the cache so that a second look costs nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/model/company.h"
#include "core/model/document.h"
#include "core/model/link.h"
#include "core/run/run.h"

namespace sidebill {

/// An invoice and when it was read from QuickBooks.
struct CachedInvoice {
  Invoice invoice;
  std::int64_t read_ms = 0;
};

/// '<realm>:Invoice:<id>'
std::string document_key(const Invoice& invoice);

/// The payments that the invoice names, each once.
std::vector<Link> payment_links(const Invoice& invoice);

/// Answers with documents go to the cache and to the journal.
Keep keep_documents(Currency home_currency);

/// What QuickBooks answered is not an answer.
Issues unreadable_answer();

/// QuickBooks answered that it has no such record.
bool says_not_found(const Reply& reply);

/// What stands for a document that QuickBooks no longer has.
Invoice deleted_invoice(const Link& link);

/// The invoices of these links: out of the cache, and what is missing there (or all, to refresh) with one
/// metered query for each company and 100 ids. One that does not come is read by its id: only what QuickBooks
/// then says it has not comes back marked deleted.
struct LoadedInvoices {
  std::vector<CachedInvoice> invoices;  // in the order of the links
  bool read_any = false;                // something came from QuickBooks just now
  bool complete = true;                 // nothing that was asked for could not be read
  Issues issues;
};
LoadedInvoices load_invoices(Io& io, const std::vector<Company>& companies, const std::vector<Link>& links,
                             bool refresh);

/// The shape `DocumentView` of wasm/src/boundary.ts.
Json document_view(const CachedInvoice& cached, const std::string& company_name, Date today);

/// The export view_documents: {rows: [{json, read_ms}], today} -> [DocumentView].
std::optional<Json> document_views(const Reader& request);

}  // namespace sidebill

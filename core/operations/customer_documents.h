// The documents that customers have in QuickBooks, whoever made them: from the store, and with one query when
// somebody asks.
#pragma once

#include <string>
#include <vector>

#include "core/operations/documents.h"

namespace sidebill {

/// How long an answer of QuickBooks stands for the next draft of the same customer.
inline constexpr std::int64_t asked_stands_ms = 5LL * 60 * 1000;

struct CustomerDocuments {
  std::vector<CachedInvoice> invoices;
  std::int64_t asked_ms = 0;  // when QuickBooks was last asked for all of them, 0: never
  Issues issues;              // why it could not be asked
};

/// What the store has. Once QuickBooks was asked, only what came then or later: the rest is gone or old.
/// No call to QuickBooks.
CustomerDocuments kept_documents(Io& io, const std::string& realm,
                                 const std::vector<std::string>& customer_ids);

/// The same, asked for anew unless that was less than `stands_ms` ago: one metered query for the newest
/// hundred of all these customers together.
CustomerDocuments ask_documents(Io& io, const Company& company, const std::vector<std::string>& customer_ids,
                                std::int64_t stands_ms);

/// Adds the invoices of any customer that have this number, with one metered query; what is there already
/// stays.
void add_numbered(Io& io, const Company& company, const std::string& number, CustomerDocuments& documents);

}  // namespace sidebill

// Documents in the store, and the pages in which they are read from QuickBooks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/model/company.h"
#include "core/model/link.h"
#include "core/run/run.h"

namespace sidebill {

/// A document as it was kept, and when it was read from QuickBooks.
struct CachedRow {
  Json value;
  std::int64_t read_ms = 0;
};

/// Out of a row of the store: {json, read_ms}.
std::optional<CachedRow> cached_row(const Json& row, Issues& issues);

/// Those of these documents that the store has. What cannot be read counts as not there, since QuickBooks
/// still has it.
std::vector<CachedRow> look_documents(Io& io, const std::vector<Link>& links);

/// As many ids of one kind of one company as one query takes.
struct IdsOfCompany {
  std::string realm, type;
  std::vector<std::string> ids;
};
std::vector<IdsOfCompany> pages_of(const std::vector<Link>& links);

Currency home_currency(const std::vector<Company>& companies, const std::string& realm);

/// The page of a document in QuickBooks Online, in the company it belongs to. Kind: "invoice", "recvpayment".
std::string quickbooks_address(const std::string& kind, const std::string& realm, const std::string& id);

/// The shape `MoneyText` of wasm/src/boundary.ts.
Json money_json(Money money);

}  // namespace sidebill

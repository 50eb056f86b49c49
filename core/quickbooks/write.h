// Records as the bodies QuickBooks takes: numbers as exact decimals, members in one fixed order.
//
// Only what is set is written; unknown members would be refused, read-only ones silently ignored.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/quickbooks/records.h"

namespace sidebill::quickbooks {

/// A new sales form of whichever kind. Source: reference/quickbooks.md 3.3 to 3.5
std::string invoice_text(const Invoice& invoice);
/// A new customer. Source: reference/quickbooks.md 3.1
std::string customer_text(const Customer& customer);
/// A new item. Source: reference/quickbooks.md 3.2
std::string item_text(const Item& item);

/// {"Id","SyncToken"}: deletes and voids take just these two.
std::string identity_text(const std::string& id, const std::string& sync_token);
/// A document under another number.
std::string renumbered_text(const std::string& id, const std::string& sync_token, const std::string& number);
/// {"Id","SyncToken","sparse":true, ...changes}
std::string sparse_text(const std::string& id, const std::string& sync_token, const Json& changes);

}  // namespace sidebill::quickbooks

// Every request Sidebill makes to QuickBooks Online, as data.
//
// Source: reference/quickbooks.md 1 (HTTP surface), 5 (query language)
#pragma once

#include <string>

#include "core/quickbooks/query.h"
#include "core/run/run.h"

namespace sidebill::quickbooks {

/// Entities are named as QuickBooks spells them ("Invoice"); their paths are lower case either way.
Call company_info(const std::string& realm);
Call preferences(const std::string& realm);

/// One page of a query. Statements too long for an address go in a body.
Call query(const std::string& realm, const std::string& statement, const std::string& purpose,
           const Keep& keep);

/// Home units for one unit of a currency, on a day.
Call exchange_rate(const std::string& realm, const std::string& currency, Date day);

Call read(const std::string& realm, const std::string& entity, const std::string& id,
          const std::string& purpose, const Keep& keep);

/// With a request id QuickBooks answers a repetition with its first answer; without one the create is never
/// repeated by itself.
Call create(const std::string& realm, const std::string& entity, const std::string& body,
            const std::string& request_id, const std::string& purpose, const Keep& keep);

/// `body` holds Id, SyncToken, "sparse": true and what changes; see write.h.
Call update(const std::string& realm, const std::string& entity, const std::string& body,
            const std::string& request_id, const std::string& purpose, const Keep& keep);

Call remove(const std::string& realm, const std::string& entity, const std::string& id,
            const std::string& sync_token, const std::string& request_id, const std::string& purpose);
Call void_invoice(const std::string& realm, const std::string& id, const std::string& sync_token,
                  const std::string& request_id);

/// Mails the invoice, to the address on it when `send_to` is "". A mail cannot be taken back or read back, so
/// it is never repeated.
Call send_invoice(const std::string& realm, const std::string& id, const std::string& send_to);

/// The document as QuickBooks prints it; the extension keeps the bytes, the journal what became of them.
Call pdf(const std::string& realm, const std::string& entity, const std::string& id);

/// Whether sending this changes anything: queries by POST do not.
bool is_write(const Request& request);

}  // namespace sidebill::quickbooks

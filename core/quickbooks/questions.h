// The queries that Sidebill asks, so that names of QuickBooks' fields stay in this room.
#pragma once

#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/quickbooks/query.h"

namespace sidebill::quickbooks {

/// All records of a list that is short, up to 1,000.
Query whole_list(const std::string& entity);
/// One page of a list with its inactive records, in an order that stays.
Query page_of_list(const std::string& entity, int start, int limit);

/// Inactive ones too.
Query customers_with_ids(const std::vector<std::string>& ids);

/// Sales forms of one kind that were made last.
Query forms_made_last(const std::string& entity, int limit);
/// Invoices that changed last.
Query invoices_changed_last(int limit);
/// Invoices dated last.
Query invoices_dated_last(int limit);
/// Of any entity.
Query records_with_ids(const std::string& entity, const std::vector<std::string>& ids);
/// Payments cannot be asked for by invoice; an invoice names its own.
Query payments_with_ids(const std::vector<std::string>& ids);
/// Created on this day (UTC) or later.
Query forms_of_customer_since(const std::string& entity, const std::string& customer_id, Date date);
/// Of one kind with exactly this number, of whichever customer.
Query forms_with_number(const std::string& entity, const std::string& number, int limit);
/// With exactly this number, of whichever customer.
Query invoices_with_number(const std::string& number, int limit);
/// Whose number contains the text.
Query invoices_numbered(const std::string& text, int limit);
Query invoices_totalling(Decimal total, int limit);
Query invoices_of_customers(const std::vector<std::string>& customer_ids, int limit);

}  // namespace sidebill::quickbooks

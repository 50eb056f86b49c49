// What HubSpot is told about invoices of QuickBooks.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/hubspot/records.h"
#include "core/model/document.h"
#include "core/model/link.h"
#include "core/model/sale.h"

namespace sidebill {

/// "<realm>:Invoice:<id>"
Link link_of(const Invoice& invoice);

/// The properties of the HubSpot invoice that stands for this one, except the key itself; never billable
/// there, so that HubSpot neither sends nor charges it a second time.
///
/// Shape:  `writable`: names that the account's own property list told, so that accounts of another shape
/// work
hubspot::Properties invoice_properties(const Invoice& invoice, const std::set<std::string>& writable);

/// What a deal's properties say, computed by billing.
struct DealFigures {
  Money billed, open, overdue, collected;
  int count = 0;
  std::optional<Date> next_due;
  std::optional<Money> billed_home;  // of all currencies, in that of the books
};

/// Sums of all invoices and the facts of the newest one; with no invoices everything is cleared.
///
/// Shape:  `figures` are of one currency, named beside them; `newest_status` is the status as text
/// Source: features.md S0-21
hubspot::Properties deal_properties(const std::optional<DealFigures>& figures, const Invoice* newest,
                                    const std::string& newest_status);

/// The links of a record, and on deals those that were removed and the generation.
hubspot::Properties link_properties(const std::vector<Link>& links);
hubspot::Properties removed_properties(const std::vector<Link>& removed);
hubspot::Properties generation_properties(int generation);

}  // namespace sidebill

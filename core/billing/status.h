// Where an invoice stands, and what a deal's invoices add up to.
#pragma once

#include <string>
#include <vector>

#include "core/model/document.h"

namespace sidebill {

std::string_view status_text(Status status);  // "partially-paid"

/// One badge, or two where a second fact would be lost: overdue with a partial payment, sent and partly paid
/// stays partly paid.
///
/// Source: reference/quickbooks.md 9 (status derivation), features.md S0-20
std::vector<Status> statuses(const Invoice& invoice, Date today);

/// One currency's sums over a record's invoices; voided and deleted ones count nothing.
struct RollUp {
  Currency currency;
  Money billed, open, overdue, collected;
  int count = 0;
  std::optional<Date> next_due;  // earliest due date of an open invoice
};
/// Sorted by currency code; amounts of two currencies are never added. Independent of the order of invoices.
std::vector<RollUp> roll_up(const std::vector<Invoice>& invoices, Date today);

/// What all invoices come to in the one home currency of their books, each at its own rate, rounded half up.
///
/// Errors: nullopt without invoices that count, where one states no rate, or books are in two currencies
std::optional<Money> billed_at_home(const std::vector<Invoice>& invoices, Date today);

/// The invoice changed last: what HubSpot's own five deal properties speak of (features.md S0-21).
const Invoice* newest(const std::vector<Invoice>& invoices);

}  // namespace sidebill

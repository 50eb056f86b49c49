// The HubSpot invoice that stands for a document billed elsewhere, as properties.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "core/base/date.h"
#include "core/hubspot/records.h"

namespace sidebill::hubspot {

enum class InvoiceStatus { draft, open, paid, voided };

/// Everything that may be told; "" and nullopt tell nothing.
struct MirroredInvoice {
  InvoiceStatus status = InvoiceStatus::open;
  std::string number, currency, comments, external_id;
  std::string billed, paid, balance;  // amounts as plain decimals
  std::optional<Date> date, due_date;
};

/// Shape:  only names of `writable`, and hs_invoice_billable=false whatever it says: an account that does not
///         know it must refuse the invoice, or HubSpot would send and charge it
/// Source: reference/hubspot.md 3 (Invoice 0-53)
Properties invoice_values(const MirroredInvoice& invoice, const std::set<std::string>& writable);

}  // namespace sidebill::hubspot

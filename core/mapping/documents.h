// Invoices and payments, from QuickBooks.
#pragma once

#include <optional>
#include <string>

#include "core/base/issue.h"
#include "core/model/company.h"
#include "core/model/document.h"
#include "core/quickbooks/records.h"

namespace sidebill {

/// Shape:  the currency is the document's own, else `home_currency`; amounts are rounded half up to it
/// Errors: nullopt and issues without a readable total, balance or date, or in an unknown currency: half an
///         invoice is never shown. An invoice known to be deleted needs only its id.
std::optional<Invoice> map_invoice(const std::string& realm, const quickbooks::Invoice& invoice,
                                   Currency home_currency, Issues& issues);

/// Errors: nullopt and issues without a readable total or date, or in an unknown currency
std::optional<Payment> map_payment(const std::string& realm, const quickbooks::Payment& payment,
                                   Currency home_currency, Issues& issues);

/// What this invoice tells about tax; nullopt when QuickBooks returned no tax for it, or it was voided or
/// deleted.
std::optional<SeenTax> seen_tax(const Invoice& invoice);

}  // namespace sidebill

#include "core/hubspot/mirrored_invoice.h"

namespace sidebill::hubspot {

namespace {

const char* status_text(InvoiceStatus status) {
  switch (status) {
    case InvoiceStatus::draft: return "draft";
    case InvoiceStatus::open: return "open";
    case InvoiceStatus::paid: return "paid";
    case InvoiceStatus::voided: return "voided";
  }
  return "";
}

/// Midnight UTC, which properties of type date and of type datetime both take.
std::string midnight(const std::optional<Date>& date) {
  return date ? to_text(*date) + "T00:00:00.000Z" : "";
}

}  // namespace

Properties invoice_values(const MirroredInvoice& invoice, const std::set<std::string>& writable) {
  const Properties told = {
      {"hs_invoice_status", status_text(invoice.status)},
      {"hs_number", invoice.number},
      {"hs_currency", invoice.currency},
      {"hs_invoice_date", midnight(invoice.date)},
      {"hs_due_date", midnight(invoice.due_date)},
      {"hs_amount_billed", invoice.billed},
      {"hs_amount_paid", invoice.paid},
      {"hs_balance_due", invoice.balance},
      {"hs_comments", invoice.comments},
      {"hs_external_invoice_id", invoice.external_id},
  };
  Properties taken = {{"hs_invoice_billable", "false"}};
  for (const auto& [name, value] : told) {
    if (!value.empty() && writable.count(name) > 0) taken[name] = value;
  }
  return taken;
}

}  // namespace sidebill::hubspot

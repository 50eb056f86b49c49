#include "core/operations/registry.h"

#include "core/operations/connect.h"
#include "core/operations/create_invoice.h"
#include "core/operations/match_records.h"
#include "core/operations/records.h"

namespace sidebill {

namespace {

// An operation's revision rises whenever its effects change: their order, their kinds, or what a request or
// question holds. Operations that read, or write only what may be written again, settle by running afresh.
const Operation operations[] = {
    {"connect_portal", 4, connect_portal, connect_portal},
    {"connect_company", 3, connect_company, connect_company},
    {"open_record", 4, open_record, open_record},
    {"create_invoice", 7, create_invoice, settle_create_invoice},
    {"create_estimate", 1, create_estimate, settle_create_estimate},
    {"create_sales_receipt", 1, create_sales_receipt, settle_create_sales_receipt},
    {"add_invoice", 4, add_invoice, add_invoice},
    {"remove_invoice_link", 4, remove_invoice_link, remove_invoice_link},
    {"refresh_invoice", 4, refresh_invoice, refresh_invoice},
    {"read_payments", 2, read_payments, read_payments},
    {"find_invoices", 1, find_invoices, find_invoices},
    {"recent_invoices", 1, recent_invoices, recent_invoices},
    {"suggest_invoices", 3, suggest_invoices, suggest_invoices},
    {"open_pdf", 1, open_pdf, open_pdf},
    {"read_records", 1, read_records, read_records},
    {"link_records", 1, link_records, link_records},
    {"import_customers", 1, import_customers, import_customers},
};

}  // namespace

const Operation* find_operation(std::string_view name) {
  for (const Operation& operation : operations) {
    if (operation.name == name) return &operation;
  }
  return nullptr;
}

}  // namespace sidebill

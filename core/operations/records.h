// What a person does with the documents of a record: look, add, remove, refresh, find, print.
#pragma once

#include "core/run/run.h"

namespace sidebill {

/// What the card shows of a deal, contact or company. Input RecordInput, report RecordCard of
/// wasm/src/boundary.ts. Opening the same record again reads nothing from QuickBooks.
Json open_record(Io& io, const Json& input);

/// Ties invoices that exist in QuickBooks to a record, each once. Input AddInvoiceInput, report
/// AddInvoiceReport.
Json add_invoice(Io& io, const Json& input);

/// Forgets the tie between a record and an invoice; QuickBooks is not touched. Input RemoveLinkInput; report
/// RecordCard as it is afterwards.
Json remove_invoice_link(Io& io, const Json& input);

/// Reads one invoice again and brings every record it is tied to up to date. Input DocumentInput; report
/// {document: DocumentView, issues}.
Json refresh_invoice(Io& io, const Json& input);

/// The payments of one invoice, as old as the invoice is or younger. Input DocumentInput, report
/// PaymentsReport. Asking again reads nothing from QuickBooks until the invoice is read again.
Json read_payments(Io& io, const Json& input);

/// Invoices of one company by number, customer or amount. Input FindInvoicesInput, report FindInvoicesReport.
Json find_invoices(Io& io, const Json& input);

/// The newest invoices of one customer, whoever made them: what a draft may repeat. Input
/// RecentInvoicesInput, report RecentInvoicesReport. Asking again within minutes reads nothing from
/// QuickBooks.
Json recent_invoices(Io& io, const Json& input);

/// Invoices that look like a deal's and are tied to no deal. Input SuggestInvoicesInput, report
/// SuggestInvoicesReport. Reads nothing from QuickBooks unless asked to.
Json suggest_invoices(Io& io, const Json& input);

/// The invoice as QuickBooks prints it, kept as a file. Input DocumentInput, report OpenPdfReport.
Json open_pdf(Io& io, const Json& input);

}  // namespace sidebill

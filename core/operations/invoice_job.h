// What making an invoice and finishing one share: what the run is about, what was made, telling HubSpot.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/billing/compose.h"
#include "core/billing/totals.h"
#include "core/model/document.h"
#include "core/model/sale.h"
#include "core/operations/create_document.h"
#include "core/operations/inputs.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// A create that may have been done: the invoice is looked for before anything else is sent.
struct Doubt {
  Invoice sent;
  Totals totals;
  std::int64_t since_ms = 0;
};

/// What the run is about, and what it has learned on the way.
struct InvoiceJob {
  CreateInvoiceInput input;
  std::string type = "Invoice";  // of QuickBooks: what is made
  Portal portal;
  Company company;
  std::map<std::string, Attempts> attempts;  // by whose and what is made: "0-2:501:customer"
  std::string parent_id;  // of the customer that this run made for the company, to put the contact's beneath
  std::optional<Doubt> doubt;
  /// Found in doubt, and not surely what was sent: the person says whether a further one is meant.
  std::vector<Invoice> shown;
  std::optional<ExchangeRate> exchange;      // of the sale's currency, once it was read
  std::vector<std::string> refused_numbers;  // that QuickBooks said are taken
};

/// A document that exists, or why there is none.
struct Made {
  std::optional<Invoice> invoice;
  bool was_there = false;  // QuickBooks replayed an earlier create
  bool own = false;        // of this run: its answer was lost
  int generation = 0;
  std::optional<RecordRef> buyer;  // whom its customer stands for, where the person chose
  Issues issues;
};

/// The invoice exists: whatever else goes wrong is no error of making it.
Issues as_warnings(Issues issues);

/// Ends the run when portal or company are not connected.
InvoiceJob invoice_job(Io& io, const Json& input, const std::string& type);

/// The company that buys, else the person, else the deal: what a customer stands for.
RecordRef buyer_of(const Sale& sale);
/// The same for a customer made by this policy: the person billed where each contact has one.
RecordRef buyer_of(const Sale& sale, NamePolicy policy);
/// The sale with this contact first; as it is for '' and for one that it has not.
Sale with_billed_contact(Sale sale, const std::string& contact_id);

std::optional<Invoice> invoice_in(const InvoiceJob& job, const Reply& reply, Issues& issues);

/// A replayed answer tells of the past: whether the document still exists takes one read. What it reads takes
/// the invoice's place.
bool still_exists(Io& io, const InvoiceJob& job, std::optional<Invoice>& invoice, Issues& issues);

/// The sale is linked with it, or the person was shown it.
bool knows(const InvoiceJob& job, const Sale& sale, const Invoice& invoice);

/// A body that creates an invoice, read as if it had been booked, with nothing for a total.
std::optional<Invoice> sent_invoice(const InvoiceJob& job, const std::string& body);

/// Invoices of a customer that were made since, less those that the sale knows or the person was shown.
/// nullopt and the reasons when QuickBooks cannot say.
std::optional<std::vector<Invoice>> made_since(Io& io, const InvoiceJob& job, const Sale& sale,
                                               const std::string& customer_id, std::int64_t since_ms,
                                               Issues& issues);

/// Which of these is surely the one that was sent: the only one with its lines, whatever became of date and
/// tax.
const Invoice* surely_sent(const Invoice& sent, const std::vector<Invoice>& made);

/// Ties the invoice to deal, company and contact, and writes what they remember. Never ends the run: the
/// invoice exists, so what HubSpot would not take is told in the issues.
Issues tell_hubspot(Io& io, const InvoiceJob& job, const Sale& sale, const Made& made, Date today);

/// CreateInvoiceReport of wasm/src/boundary.ts.
Json invoice_report(const InvoiceJob& job, const std::string& outcome, const Made& made,
                    const std::string& approved_total, Date today, std::int64_t now_ms, const Issues& issues);

}  // namespace sidebill

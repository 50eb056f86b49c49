#include "core/mapping/mirror.h"

#include "core/hubspot/mirrored_invoice.h"
#include "core/hubspot/properties.h"

namespace sidebill {

namespace {

namespace property = hubspot::property;

/// Four states are all HubSpot has; overdue and partly paid follow from due date and balance there too.
/// Source: reference/hubspot.md 3 (Invoice 0-53); reference/quickbooks.md 9 (voided)
hubspot::InvoiceStatus status_of(const Invoice& invoice) {
  if (invoice.deleted || is_voided(invoice)) return hubspot::InvoiceStatus::voided;
  return invoice.balance.minor <= 0 ? hubspot::InvoiceStatus::paid : hubspot::InvoiceStatus::open;
}

Money paid_of(const Invoice& invoice) {
  return subtract(invoice.total, invoice.balance).value_or(Money{0, invoice.currency});
}

/// The name, and the address beside it where there is one.
std::string recipient_of(const Invoice& invoice) {
  if (invoice.customer_name.empty()) return invoice.email;
  return invoice.email.empty() ? invoice.customer_name : invoice.customer_name + " <" + invoice.email + ">";
}

/// The five of HubSpot's own former QuickBooks app. Source: features.md S0-21
void add_newest(hubspot::Properties& properties, const Invoice* newest, const std::string& status) {
  const bool any = newest != nullptr;
  properties[property::invoice_amount_collected] = any ? amount_text(paid_of(*newest)) : "";
  properties[property::invoice_recipient] = any ? recipient_of(*newest) : "";
  const auto rate = any ? newest->exchange_rate : std::nullopt;
  properties[property::exchange_rate] = rate ? to_text(normalized(*rate)) : "";
  properties[property::invoice_number] = any ? newest->number : "";
  properties[property::invoice_status] = any ? status : "";
  properties[property::invoice_due_date] = any && newest->due_date ? to_text(*newest->due_date) : "";
}

void add_figures(hubspot::Properties& properties, const std::optional<DealFigures>& figures) {
  properties[property::currency] = figures ? std::string(figures->billed.currency.code()) : "";
  properties[property::billed] = figures ? amount_text(figures->billed) : "";
  properties[property::open] = figures ? amount_text(figures->open) : "";
  properties[property::overdue] = figures ? amount_text(figures->overdue) : "";
  properties[property::collected] = figures ? amount_text(figures->collected) : "";
  properties[property::count] = figures ? std::to_string(figures->count) : "";
  const bool converted = figures && figures->billed_home;
  properties[property::home_currency] = converted ? std::string(figures->billed_home->currency.code()) : "";
  properties[property::billed_home] = converted ? amount_text(*figures->billed_home) : "";
  properties[property::next_due] = figures && figures->next_due ? to_text(*figures->next_due) : "";
}

}  // namespace

Link link_of(const Invoice& invoice) { return {invoice.realm, invoice.type, invoice.id}; }

hubspot::Properties invoice_properties(const Invoice& invoice, const std::set<std::string>& writable) {
  hubspot::MirroredInvoice mirrored;
  mirrored.status = status_of(invoice);
  if (invoice.deleted)
    return hubspot::invoice_values(mirrored, writable);  // nothing else of it is known any more
  mirrored.number = invoice.number;
  mirrored.currency = std::string(invoice.currency.code());
  mirrored.comments = invoice.message;
  mirrored.external_id = invoice.id;
  mirrored.billed = amount_text(invoice.total);
  mirrored.paid = amount_text(paid_of(invoice));
  mirrored.balance = amount_text(invoice.balance);
  mirrored.date = invoice.date;
  mirrored.due_date = invoice.due_date;
  return hubspot::invoice_values(mirrored, writable);
}

hubspot::Properties deal_properties(const std::optional<DealFigures>& figures, const Invoice* newest,
                                    const std::string& newest_status) {
  hubspot::Properties properties;
  add_figures(properties, figures);
  add_newest(properties, newest, newest_status);
  return properties;
}

hubspot::Properties link_properties(const std::vector<Link>& links) {
  return {{property::links, to_text(links)}};
}

hubspot::Properties removed_properties(const std::vector<Link>& removed) {
  return {{property::removed, to_text(removed)}};
}

hubspot::Properties generation_properties(int generation) {
  return {{property::generation, std::to_string(generation)}};
}

}  // namespace sidebill

// The members of every struct of the model, named once for writing and for reading.
//
// `describe(visit, value)` calls `visit(name, member)` for each member in order; with a constant value the
// members are constant too. What a visitor makes of them (JSON, in core/operations/values.cpp) is its own
// business.
#pragma once

#include <type_traits>

#include "core/model/company.h"
#include "core/model/customer.h"
#include "core/model/document.h"
#include "core/model/link.h"
#include "core/model/sale.h"

namespace sidebill {

/// `Value` itself or its constant form.
template <class Candidate, class Value>
concept Like = std::is_same_v<std::remove_const_t<Candidate>, Value>;

// ---- dates and time zones of core/base, as parts of the model

template <class Visit>
void describe(Visit& visit, Like<StandardTerm> auto& term) {
  visit("due_days", term.due_days);
}

template <class Visit>
void describe(Visit& visit, Like<DayOfMonthTerm> auto& term) {
  visit("day_of_month", term.day_of_month);
  visit("next_month_days", term.next_month_days);
}

template <class Visit>
void describe(Visit& visit, Like<ZoneOffset> auto& offset) {
  visit("from_ms", offset.from_ms);
  visit("offset_minutes", offset.offset_minutes);
}

template <class Visit>
void describe(Visit& visit, Like<TimeZone> auto& zone) {
  visit("name", zone.name);
  visit("offsets", zone.offsets);
}

// ---- link.h

template <class Visit>
void describe(Visit& visit, Like<Link> auto& link) {
  visit("realm", link.realm);
  visit("type", link.type);
  visit("id", link.id);
}

template <class Visit>
void describe(Visit& visit, Like<RecordRef> auto& record) {
  visit("type", record.type);
  visit("id", record.id);
}

// ---- sale.h

template <class Visit>
void describe(Visit& visit, Like<Address> auto& address) {
  visit("line1", address.line1);
  visit("line2", address.line2);
  visit("city", address.city);
  visit("region", address.region);
  visit("postal_code", address.postal_code);
  visit("country", address.country);
}

template <class Visit>
void describe(Visit& visit, Like<CrmContact> auto& contact) {
  visit("id", contact.id);
  visit("first_name", contact.first_name);
  visit("last_name", contact.last_name);
  visit("email", contact.email);
  visit("other_emails", contact.other_emails);
  visit("phone", contact.phone);
  visit("company_name", contact.company_name);
  visit("address", contact.address);
  visit("links", contact.links);
  visit("is_billing_contact", contact.is_billing_contact);
}

template <class Visit>
void describe(Visit& visit, Like<CrmCompany> auto& company) {
  visit("id", company.id);
  visit("name", company.name);
  visit("domain", company.domain);
  visit("phone", company.phone);
  visit("address", company.address);
  visit("links", company.links);
  visit("is_primary", company.is_primary);
}

template <class Visit>
void describe(Visit& visit, Like<CrmProduct> auto& product) {
  visit("id", product.id);
  visit("name", product.name);
  visit("sku", product.sku);
  visit("description", product.description);
  visit("price", product.price);
  visit("links", product.links);
}

template <class Visit>
void describe(Visit& visit, Like<Recurrence> auto& recurrence) {
  visit("frequency", recurrence.frequency);
  visit("periods", recurrence.periods);
}

template <class Visit>
void describe(Visit& visit, Like<SaleLine> auto& line) {
  visit("source_id", line.source_id);
  visit("product_id", line.product_id);
  visit("name", line.name);
  visit("description", line.description);
  visit("sku", line.sku);
  visit("quantity", line.quantity);
  visit("unit_price", line.unit_price);
  visit("discount_per_unit", line.discount_per_unit);
  visit("discount_percent", line.discount_percent);
  visit("recurrence", line.recurrence);
  visit("tiered_price", line.tiered_price);
  visit("currency", line.currency);
  visit("stated_amount", line.stated_amount);
  visit("links", line.links);
}

template <class Visit>
void describe(Visit& visit, Like<SaleQuote> auto& quote) {
  visit("id", quote.id);
  visit("name", quote.name);
  visit("state", quote.state);
  visit("expires", quote.expires);
  visit("amount", quote.amount);
}

template <class Visit>
void describe(Visit& visit, Like<Sale> auto& sale) {
  visit("source", sale.source);
  visit("name", sale.name);
  visit("currency", sale.currency);
  visit("stated_amount", sale.stated_amount);
  visit("order_discount_percent", sale.order_discount_percent);
  visit("close_date", sale.close_date);
  visit("created", sale.created);
  visit("owner_name", sale.owner_name);
  visit("companies", sale.companies);
  visit("contacts", sale.contacts);
  visit("lines", sale.lines);
  visit("quotes", sale.quotes);
  visit("quote_id", sale.quote_id);
  visit("links", sale.links);
  visit("removed", sale.removed);
  visit("generation", sale.generation);
}

// ---- customer.h

template <class Visit>
void describe(Visit& visit, Like<Customer> auto& customer) {
  visit("id", customer.id);
  visit("sync_token", customer.sync_token);
  visit("display_name", customer.display_name);
  visit("company_name", customer.company_name);
  visit("given_name", customer.given_name);
  visit("family_name", customer.family_name);
  visit("emails", customer.emails);
  visit("phone", customer.phone);
  visit("billing_address", customer.billing_address);
  visit("shipping_address", customer.shipping_address);
  visit("currency", customer.currency);
  visit("term_id", customer.term_id);
  visit("parent_id", customer.parent_id);
  visit("tax_code_id", customer.tax_code_id);
  visit("taxable", customer.taxable);
  visit("active", customer.active);
}

template <class Visit>
void describe(Visit& visit, Like<NewCustomer> auto& customer) {
  visit("display_name", customer.display_name);
  visit("company_name", customer.company_name);
  visit("given_name", customer.given_name);
  visit("family_name", customer.family_name);
  visit("email", customer.email);
  visit("phone", customer.phone);
  visit("currency", customer.currency);
  visit("billing_address", customer.billing_address);
  visit("parent_id", customer.parent_id);
}

template <class Visit>
void describe(Visit& visit, Like<OtherName> auto& name) {
  visit("kind", name.kind);
  visit("id", name.id);
  visit("display_name", name.display_name);
}

template <class Visit>
void describe(Visit& visit, Like<Item> auto& item) {
  visit("id", item.id);
  visit("sync_token", item.sync_token);
  visit("name", item.name);
  visit("full_name", item.full_name);
  visit("sku", item.sku);
  visit("description", item.description);
  visit("type", item.type);
  visit("unit_price", item.unit_price);
  visit("income_account_id", item.income_account_id);
  visit("income_account_name", item.income_account_name);
  visit("tax_code_id", item.tax_code_id);
  visit("taxable", item.taxable);
  visit("active", item.active);
  visit("inventory_start", item.inventory_start);
}

template <class Visit>
void describe(Visit& visit, Like<NewItem> auto& item) {
  visit("name", item.name);
  visit("description", item.description);
  visit("sku", item.sku);
  visit("income_account_id", item.income_account_id);
  visit("taxable", item.taxable);
}

// ---- company.h

template <class Visit>
void describe(Visit& visit, Like<Term> auto& term) {
  visit("id", term.id);
  visit("name", term.name);
  visit("active", term.active);
  visit("rule", term.rule);
}

template <class Visit>
void describe(Visit& visit, Like<TaxPeriod> auto& period) {
  visit("percent", period.percent);
  visit("from", period.from);
  visit("to", period.to);
}

template <class Visit>
void describe(Visit& visit, Like<TaxRate> auto& rate) {
  visit("id", rate.id);
  visit("name", rate.name);
  visit("percent", rate.percent);
  visit("active", rate.active);
  visit("periods", rate.periods);
}

template <class Visit>
void describe(Visit& visit, Like<CodeRate> auto& rate) {
  visit("rate_id", rate.rate_id);
  visit("on_amount", rate.on_amount);
  visit("on_tax", rate.on_tax);
  visit("order", rate.order);
  visit("up_to_order", rate.up_to_order);
}

template <class Visit>
void describe(Visit& visit, Like<TaxCode> auto& code) {
  visit("id", code.id);
  visit("name", code.name);
  visit("active", code.active);
  visit("taxable", code.taxable);
  visit("sales_rates", code.sales_rates);
}

template <class Visit>
void describe(Visit& visit, Like<Account> auto& account) {
  visit("id", account.id);
  visit("name", account.name);
  visit("type", account.type);
  visit("sub_type", account.sub_type);
  visit("active", account.active);
}

template <class Visit>
void describe(Visit& visit, Like<PaymentMethod> auto& method) {
  visit("id", method.id);
  visit("name", method.name);
}

template <class Visit>
void describe(Visit&, Like<UsAutomatedTax> auto&) {}

template <class Visit>
void describe(Visit& visit, Like<UsManualTax> auto& tax) {
  visit("default_code_id", tax.default_code_id);
}

template <class Visit>
void describe(Visit& visit, Like<LineTax> auto& tax) {
  visit("inclusive", tax.inclusive);
}

template <class Visit>
void describe(Visit&, Like<NoTax> auto&) {}

template <class Visit>
void describe(Visit& visit, Like<SeenTax> auto& seen) {
  visit("document_id", seen.document_id);
  visit("document_number", seen.document_number);
  visit("customer_id", seen.customer_id);
  visit("ship_postal_code", seen.ship_postal_code);
  visit("ship_region", seen.ship_region);
  visit("taxable", seen.taxable);
  visit("tax", seen.tax);
  visit("percent", seen.percent);
  visit("date", seen.date);
}

template <class Visit>
void describe(Visit& visit, Like<Company> auto& company) {
  visit("realm", company.realm);
  visit("name", company.name);
  visit("country", company.country);
  visit("home_currency", company.home_currency);
  visit("multicurrency", company.multicurrency);
  visit("currencies", company.currencies);
  visit("custom_numbers", company.custom_numbers);
  visit("allow_discount", company.allow_discount);
  visit("allow_service_date", company.allow_service_date);
  visit("revenue_recognition", company.revenue_recognition);
  visit("us_latin1", company.us_latin1);
  visit("default_term_id", company.default_term_id);
  visit("books_closed_through", company.books_closed_through);
  visit("tax_regime", company.tax_regime);
  visit("time_zone", company.time_zone);
  visit("terms", company.terms);
  visit("tax_codes", company.tax_codes);
  visit("tax_rates", company.tax_rates);
  visit("accounts", company.accounts);
  visit("payment_methods", company.payment_methods);
  visit("seen_taxes", company.seen_taxes);
  visit("tax_by_line", company.tax_by_line);
}

// ---- document.h

template <class Visit>
void describe(Visit&, Like<Undecided> auto&) {}

template <class Visit>
void describe(Visit& visit, Like<ExistingCustomer> auto& customer) {
  visit("id", customer.id);
}

template <class Visit>
void describe(Visit& visit, Like<ExistingItem> auto& item) {
  visit("id", item.id);
}

template <class Visit>
void describe(Visit&, Like<NoDiscount> auto&) {}

template <class Visit>
void describe(Visit& visit, Like<PercentDiscount> auto& discount) {
  visit("percent", discount.percent);
}

template <class Visit>
void describe(Visit& visit, Like<AmountDiscount> auto& discount) {
  visit("amount", discount.amount);
}

template <class Visit>
void describe(Visit& visit, Like<DraftLine> auto& line) {
  visit("source_id", line.source_id);
  visit("item", line.item);
  visit("description", line.description);
  visit("quantity", line.quantity);
  visit("unit_price", line.unit_price);
  visit("amount", line.amount);
  visit("taxable", line.taxable);
  visit("tax_code_id", line.tax_code_id);
  visit("service_date", line.service_date);
}

template <class Visit>
void describe(Visit& visit, Like<Draft> auto& draft) {
  visit("realm", draft.realm);
  visit("source", draft.source);
  visit("customer", draft.customer);
  visit("currency", draft.currency);
  visit("date", draft.date);
  visit("due_date", draft.due_date);
  visit("term_id", draft.term_id);
  visit("lines", draft.lines);
  visit("discount", draft.discount);
  visit("message", draft.message);
  visit("memo", draft.memo);
  visit("email", draft.email);
  visit("cc", draft.cc);
  visit("number", draft.number);
  visit("type", draft.type);
  visit("expiration", draft.expiration);
  visit("estimate_id", draft.estimate_id);
  visit("payment_method_id", draft.payment_method_id);
  visit("deposit_account_id", draft.deposit_account_id);
  visit("payment_reference", draft.payment_reference);
  visit("exchange_rate", draft.exchange_rate);
  visit("discount_after_tax", draft.discount_after_tax);
}

template <class Visit>
void describe(Visit&, Like<TaxNone> auto&) {}

template <class Visit>
void describe(Visit&, Like<TaxByQuickBooks> auto&) {}

template <class Visit>
void describe(Visit& visit, Like<TaxPredicted> auto& tax) {
  visit("amount", tax.amount);
  visit("percent", tax.percent);
  visit("basis", tax.basis);
}

template <class Visit>
void describe(Visit& visit, Like<TaxPart> auto& part) {
  visit("rate_id", part.rate_id);
  visit("name", part.name);
  visit("percent", part.percent);
  visit("base", part.base);
  visit("amount", part.amount);
}

template <class Visit>
void describe(Visit& visit, Like<TaxByRates> auto& tax) {
  visit("amount", tax.amount);
  visit("parts", tax.parts);
}

template <class Visit>
void describe(Visit& visit, Like<Totals> auto& totals) {
  visit("subtotal", totals.subtotal);
  visit("discount", totals.discount);
  visit("taxable", totals.taxable);
  visit("tax", totals.tax);
  visit("total", totals.total);
}

template <class Visit>
void describe(Visit& visit, Like<InvoiceLine> auto& line) {
  visit("id", line.id);
  visit("item_id", line.item_id);
  visit("item_name", line.item_name);
  visit("description", line.description);
  visit("quantity", line.quantity);
  visit("unit_price", line.unit_price);
  visit("amount", line.amount);
  visit("tax_code_id", line.tax_code_id);
  visit("service_date", line.service_date);
}

template <class Visit>
void describe(Visit& visit, Like<LinkedTransaction> auto& linked) {
  visit("type", linked.type);
  visit("id", linked.id);
}

template <class Visit>
void describe(Visit& visit, Like<Invoice> auto& invoice) {
  visit("type", invoice.type);
  visit("txn_status", invoice.txn_status);
  visit("realm", invoice.realm);
  visit("id", invoice.id);
  visit("sync_token", invoice.sync_token);
  visit("number", invoice.number);
  visit("customer_id", invoice.customer_id);
  visit("customer_name", invoice.customer_name);
  visit("currency", invoice.currency);
  visit("date", invoice.date);
  visit("due_date", invoice.due_date);
  visit("term_id", invoice.term_id);
  visit("lines", invoice.lines);
  visit("discount", invoice.discount);
  visit("total", invoice.total);
  visit("balance", invoice.balance);
  visit("tax", invoice.tax);
  visit("tax_percent", invoice.tax_percent);
  visit("taxable", invoice.taxable);
  visit("message", invoice.message);
  visit("memo", invoice.memo);
  visit("email", invoice.email);
  visit("email_status", invoice.email_status);
  visit("exchange_rate", invoice.exchange_rate);
  visit("home_currency", invoice.home_currency);
  visit("delivered", invoice.delivered);
  visit("linked", invoice.linked);
  visit("ship_postal_code", invoice.ship_postal_code);
  visit("ship_region", invoice.ship_region);
  visit("created_ms", invoice.created_ms);
  visit("updated_ms", invoice.updated_ms);
  visit("deleted", invoice.deleted);
}

template <class Visit>
void describe(Visit& visit, Like<Payment::Part> auto& part) {
  visit("type", part.type);
  visit("id", part.id);
  visit("amount", part.amount);
}

template <class Visit>
void describe(Visit& visit, Like<Payment> auto& payment) {
  visit("realm", payment.realm);
  visit("id", payment.id);
  visit("customer_id", payment.customer_id);
  visit("reference", payment.reference);
  visit("method_id", payment.method_id);
  visit("method", payment.method);
  visit("date", payment.date);
  visit("total", payment.total);
  visit("unapplied", payment.unapplied);
  visit("parts", payment.parts);
}

// ---- what the alternatives of a choice are called

template <class Alternative>
inline constexpr const char* kind_of = nullptr;

template <>
inline constexpr const char* kind_of<StandardTerm> = "standard";
template <>
inline constexpr const char* kind_of<DayOfMonthTerm> = "day-of-month";
template <>
inline constexpr const char* kind_of<UsAutomatedTax> = "us-automated";
template <>
inline constexpr const char* kind_of<UsManualTax> = "us-manual";
template <>
inline constexpr const char* kind_of<LineTax> = "line";
template <>
inline constexpr const char* kind_of<NoTax> = "none";
template <>
inline constexpr const char* kind_of<Undecided> = "undecided";
template <>
inline constexpr const char* kind_of<ExistingCustomer> = "existing";
template <>
inline constexpr const char* kind_of<NewCustomer> = "create";
template <>
inline constexpr const char* kind_of<ExistingItem> = "existing";
template <>
inline constexpr const char* kind_of<NewItem> = "create";
template <>
inline constexpr const char* kind_of<NoDiscount> = "none";
template <>
inline constexpr const char* kind_of<PercentDiscount> = "percent";
template <>
inline constexpr const char* kind_of<AmountDiscount> = "amount";
template <>
inline constexpr const char* kind_of<TaxNone> = "none";
template <>
inline constexpr const char* kind_of<TaxByQuickBooks> = "quickbooks";
template <>
inline constexpr const char* kind_of<TaxPredicted> = "predicted";
template <>
inline constexpr const char* kind_of<TaxByRates> = "rates";

}  // namespace sidebill

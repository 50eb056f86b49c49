#include "core/mapping/documents.h"

#include <algorithm>

#include "core/base/text.h"

namespace sidebill {

namespace {

/// What a document is counted in: a currency found, or an issue.
std::optional<Currency> currency_of(const std::string& code, Currency home, Issues& issues) {
  if (code.empty()) return home;
  const auto currency = find_currency(code);
  if (!currency)
    issues.push_back(error(Code::currency_unknown, "/currency", {{"text", first_code_points(code, 20)}}));
  return currency;
}

std::optional<Money> money_of(const std::optional<Decimal>& amount, Currency currency, const char* path,
                              Issues& issues) {
  if (!amount) {
    issues.push_back(error(Code::field_missing, path));
    return std::nullopt;
  }
  const auto money = money_from(*amount, currency, Rounding::half_up);
  if (!money) issues.push_back(error(Code::amount_too_large, path, {{"text", to_text(*amount)}}));
  return money;
}

std::optional<Date> date_of(const std::optional<Date>& date, Issues& issues) {
  if (!date) issues.push_back(error(Code::field_missing, "/date"));
  return date;
}

InvoiceLine map_line(const quickbooks::InvoiceLine& line) {
  InvoiceLine mapped;
  mapped.id = line.id;
  mapped.item_id = line.item.value;
  mapped.item_name = line.item.name;
  mapped.description = line.description;
  mapped.quantity = line.quantity;
  mapped.unit_price = line.unit_price;
  mapped.amount = line.amount.value_or(Decimal{});
  mapped.tax_code_id = line.tax_code_id;
  mapped.service_date = line.service_date;
  return mapped;
}

/// Subtotals repeat what other lines say, the discount stands on its own.
bool is_shown(const quickbooks::InvoiceLine& line) {
  switch (line.kind) {
    case quickbooks::LineKind::sales_item:
    case quickbooks::LineKind::group:
    case quickbooks::LineKind::description: return true;
    case quickbooks::LineKind::discount:
    case quickbooks::LineKind::subtotal:
    case quickbooks::LineKind::other: break;
  }
  return false;
}

void map_lines(const quickbooks::Invoice& source, Invoice& invoice, Issues& issues) {
  for (const quickbooks::InvoiceLine& line : source.lines) {
    if (is_shown(line)) invoice.lines.push_back(map_line(line));
    if (line.kind != quickbooks::LineKind::discount || !line.amount) continue;
    const auto sum = add(invoice.discount, *line.amount);
    if (!sum) issues.push_back(error(Code::amount_too_large, "/lines", {{"text", to_text(*line.amount)}}));
    invoice.discount = sum.value_or(invoice.discount);
  }
}

/// The percent and the amount it applies to, where a single rate was used: several do not add up to one
/// percent.
void map_tax(const quickbooks::Invoice& source, Invoice& invoice, Issues& issues) {
  if (source.total_tax) invoice.tax = money_of(source.total_tax, invoice.currency, "/tax", issues);
  if (source.tax_lines.empty()) return;
  invoice.taxable = source.tax_lines.front().net_amount_taxable;
  const bool same_base = std::all_of(source.tax_lines.begin(), source.tax_lines.end(), [&](const auto& line) {
    return line.net_amount_taxable && invoice.taxable && *line.net_amount_taxable == *invoice.taxable;
  });
  if (!same_base) {
    invoice.taxable.reset();
    return;
  }
  std::optional<Decimal> percent = Decimal{};
  for (const quickbooks::TaxLine& line : source.tax_lines) {
    percent = percent && line.percent ? add(*percent, *line.percent) : std::nullopt;
  }
  invoice.tax_percent = percent;
}

std::vector<LinkedTransaction> map_linked(const std::vector<quickbooks::LinkedTransaction>& linked) {
  std::vector<LinkedTransaction> mapped;
  for (const auto& one : linked) mapped.push_back({one.type, one.id});
  return mapped;
}

void map_texts(const quickbooks::Invoice& source, Invoice& invoice) {
  invoice.number = source.number;
  invoice.customer_id = source.customer.value;
  invoice.customer_name = source.customer.name;
  invoice.term_id = source.term.value;
  invoice.message = source.message;
  invoice.memo = source.memo;
  invoice.email = source.email;
  invoice.email_status = source.email_status;
  invoice.delivered = source.delivered;
  invoice.linked = map_linked(source.linked);
  invoice.ship_postal_code = source.shipping_address.postal_code;
  invoice.ship_region = source.shipping_address.region;
}

}  // namespace

std::optional<Invoice> map_invoice(const std::string& realm, const quickbooks::Invoice& source,
                                   Currency home_currency, Issues& issues) {
  Invoice invoice;
  invoice.type = source.type;
  invoice.txn_status = source.txn_status;
  invoice.realm = realm;
  invoice.id = source.identity.id;
  invoice.sync_token = source.identity.sync_token;
  invoice.created_ms = source.identity.created_ms;
  invoice.updated_ms = source.identity.updated_ms;
  invoice.deleted = source.status == "Deleted";
  invoice.currency = home_currency;
  invoice.home_currency = std::string(home_currency.code());
  invoice.total.currency = invoice.balance.currency = home_currency;
  if (invoice.deleted) return invoice;
  const auto currency = currency_of(source.currency, home_currency, issues);
  const auto date = date_of(source.date, issues);
  if (!currency || !date) return std::nullopt;
  const auto total = money_of(source.total, *currency, "/total", issues);
  // Only invoices owe something, and QuickBooks leaves the balance of other forms out.
  const auto owed = source.type == "Invoice" ? source.balance : source.balance.value_or(Decimal{});
  const auto balance = money_of(owed, *currency, "/balance", issues);
  if (!total || !balance) return std::nullopt;
  invoice.currency = *currency;
  if (*currency != home_currency) invoice.exchange_rate = source.exchange_rate;
  invoice.date = *date;
  invoice.due_date = source.type == "Estimate" ? source.expiration : source.due_date;
  invoice.total = *total;
  invoice.balance = *balance;
  map_texts(source, invoice);
  map_lines(source, invoice, issues);
  map_tax(source, invoice, issues);
  return invoice;
}

std::optional<Payment> map_payment(const std::string& realm, const quickbooks::Payment& source,
                                   Currency home_currency, Issues& issues) {
  const auto currency = currency_of(source.currency, home_currency, issues);
  const auto date = date_of(source.date, issues);
  if (!currency || !date) return std::nullopt;
  const auto total = money_of(source.total, *currency, "/total", issues);
  if (!total) return std::nullopt;
  Payment payment;
  payment.realm = realm;
  payment.id = source.identity.id;
  payment.customer_id = source.customer.value;
  payment.reference = source.reference_number;
  payment.method_id = source.method.value;
  payment.method = source.method.name;
  payment.date = *date;
  payment.total = *total;
  payment.unapplied = Money{0, *currency};
  if (source.unapplied) {
    payment.unapplied =
        money_of(source.unapplied, *currency, "/unapplied", issues).value_or(payment.unapplied);
  }
  for (const quickbooks::PaymentLine& line : source.lines) {
    const auto amount = money_of(line.amount, *currency, "/lines", issues);
    if (!amount) continue;
    for (const auto& linked : line.linked) payment.parts.push_back({linked.type, linked.id, *amount});
  }
  return payment;
}

std::optional<SeenTax> seen_tax(const Invoice& invoice) {
  const bool voided = invoice.total.minor == 0 && invoice.balance.minor == 0;
  if (invoice.deleted || voided || !invoice.tax || !invoice.taxable || invoice.taxable->is_zero())
    return std::nullopt;
  SeenTax seen;
  seen.document_id = invoice.id;
  seen.document_number = invoice.number;
  seen.customer_id = invoice.customer_id;
  seen.ship_postal_code = invoice.ship_postal_code;
  seen.ship_region = invoice.ship_region;
  seen.taxable = *invoice.taxable;
  seen.tax = *invoice.tax;
  seen.percent = invoice.tax_percent;
  seen.date = invoice.date;
  return seen;
}

}  // namespace sidebill

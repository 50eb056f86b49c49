// Invoices and payments out of their JSON.
#include "core/quickbooks/read.h"
#include "core/quickbooks/read_common.h"

namespace sidebill::quickbooks {

namespace {

struct KindText {
  std::string_view text;
  LineKind kind;
};
constexpr KindText line_kinds[] = {
    {"SalesItemLineDetail", LineKind::sales_item}, {"DiscountLineDetail", LineKind::discount},
    {"SubTotalLineDetail", LineKind::subtotal},    {"GroupLineDetail", LineKind::group},
    {"DescriptionOnly", LineKind::description},
};

LineKind line_kind(std::string_view text) {
  for (const KindText& row : line_kinds) {
    if (row.text == text) return row.kind;
  }
  return LineKind::other;
}

void read_sales_detail(const Reader& detail, InvoiceLine& line) {
  line.item = read_reference(detail, "ItemRef");
  line.quantity = detail.decimal("Qty");
  line.unit_price = detail.decimal("UnitPrice");
  line.service_date = detail.date("ServiceDate");
  line.tax_code_id = read_reference(detail, "TaxCodeRef").value;
}

/// A bundle shows as one line of its item; what is inside adds up to its amount.
void read_group_detail(const Reader& detail, InvoiceLine& line) {
  line.item = read_reference(detail, "GroupItemRef");
  line.quantity = detail.decimal("Quantity");
}

InvoiceLine read_line(const Reader& reader) {
  InvoiceLine line;
  line.id = reader.id("Id").value_or("");
  line.description = read_text(reader, "Description");
  line.kind = line_kind(read_text(reader, "DetailType"));
  line.amount = reader.decimal("Amount");
  switch (line.kind) {
    case LineKind::sales_item: read_sales_detail(reader.object("SalesItemLineDetail"), line); break;
    case LineKind::group: read_group_detail(reader.object("GroupLineDetail"), line); break;
    case LineKind::discount: {
      const Reader detail = reader.object("DiscountLineDetail");
      line.percent_based = detail.boolean("PercentBased");
      line.discount_percent = detail.decimal("DiscountPercent");
      break;
    }
    case LineKind::subtotal:
    case LineKind::description:
    case LineKind::other: break;
  }
  return line;
}

std::vector<LinkedTransaction> read_linked(const Reader& reader) {
  std::vector<LinkedTransaction> linked;
  reader.each("LinkedTxn", [&](const Reader& one) {
    linked.push_back({read_text(one, "TxnType"), one.id("TxnId").value_or("")});
  });
  return linked;
}

void read_tax(const Reader& reader, Invoice& invoice) {
  const Reader tax = reader.object("TxnTaxDetail");
  invoice.total_tax = tax.decimal("TotalTax");
  invoice.tax_code_id = read_reference(tax, "TxnTaxCodeRef").value;
  tax.each("TaxLine", [&](const Reader& line) {
    const Reader detail = line.object("TaxLineDetail");
    invoice.tax_lines.push_back({line.decimal("Amount"), detail.decimal("TaxPercent"),
                                 detail.decimal("NetAmountTaxable"),
                                 read_reference(detail, "TaxRateRef").value});
  });
}

}  // namespace

template <>
std::optional<Invoice> read_record<Invoice>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  Invoice invoice;
  invoice.identity = *identity;
  invoice.status = read_text(reader, "status");
  invoice.txn_status = read_text(reader, "TxnStatus");
  invoice.expiration = reader.date("ExpirationDate");
  invoice.payment_method = read_reference(reader, "PaymentMethodRef");
  invoice.deposit_account = read_reference(reader, "DepositToAccountRef");
  invoice.payment_reference = read_text(reader, "PaymentRefNum");
  invoice.number = read_text(reader, "DocNumber");
  invoice.customer = read_reference(reader, "CustomerRef");
  invoice.currency = read_reference(reader, "CurrencyRef").value;
  invoice.exchange_rate = reader.decimal("ExchangeRate");
  invoice.date = reader.date("TxnDate");
  invoice.due_date = reader.date("DueDate");
  invoice.term = read_reference(reader, "SalesTermRef");
  reader.each("Line", [&](const Reader& line) { invoice.lines.push_back(read_line(line)); });
  invoice.total = reader.decimal("TotalAmt");
  invoice.balance = reader.decimal("Balance");
  read_tax(reader, invoice);
  invoice.message = read_wrapped(reader, "CustomerMemo", "value");
  invoice.memo = read_text(reader, "PrivateNote");
  invoice.email = read_wrapped(reader, "BillEmail", "Address");
  invoice.email_status = read_text(reader, "EmailStatus");
  invoice.global_tax_calculation = read_text(reader, "GlobalTaxCalculation");
  invoice.delivered = !read_wrapped(reader, "DeliveryInfo", "DeliveryTime").empty();
  invoice.shipping_address = read_address(reader, "ShipAddr");
  invoice.linked = read_linked(reader);
  return invoice;
}

template <>
std::optional<Payment> read_record<Payment>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  Payment payment;
  payment.identity = *identity;
  payment.status = read_text(reader, "status");
  payment.customer = read_reference(reader, "CustomerRef");
  payment.method = read_reference(reader, "PaymentMethodRef");
  payment.reference_number = read_text(reader, "PaymentRefNum");
  payment.currency = read_reference(reader, "CurrencyRef").value;
  payment.date = reader.date("TxnDate");
  payment.total = reader.decimal("TotalAmt");
  payment.unapplied = reader.decimal("UnappliedAmt");
  reader.each("Line", [&](const Reader& line) {
    payment.lines.push_back({line.decimal("Amount"), read_linked(line)});
  });
  return payment;
}

}  // namespace sidebill::quickbooks

#include "core/mapping/drafts.h"

#include <algorithm>

#include "core/mapping/addresses.h"
#include "core/quickbooks/write.h"

namespace sidebill {

namespace {

bool is_us_taxed(const Company& company) {
  return std::holds_alternative<UsAutomatedTax>(company.tax_regime) ||
         std::holds_alternative<UsManualTax>(company.tax_regime);
}

/// The code on a line: in the US whether it is taxed, elsewhere which code, without sales tax none.
struct LineTaxCode {
  const DraftLine& line;
  std::string operator()(const UsAutomatedTax&) const { return line.taxable ? "TAX" : "NON"; }
  std::string operator()(const UsManualTax&) const { return line.taxable ? "TAX" : "NON"; }
  std::string operator()(const LineTax&) const { return line.tax_code_id; }
  std::string operator()(const NoTax&) const { return ""; }
};

std::string item_id(const ItemChoice& item) {
  const auto* existing = std::get_if<ExistingItem>(&item);
  return existing == nullptr ? "" : existing->id;
}

quickbooks::InvoiceLine sales_line(const DraftLine& line, const Company& company) {
  quickbooks::InvoiceLine mapped;
  mapped.kind = quickbooks::LineKind::sales_item;
  mapped.description = line.description;
  mapped.amount = amount_of(line.amount);
  mapped.item.value = item_id(line.item);
  mapped.quantity = line.quantity;
  mapped.unit_price = line.unit_price;
  if (company.allow_service_date || company.revenue_recognition) mapped.service_date = line.service_date;
  mapped.tax_code_id = std::visit(LineTaxCode{line}, company.tax_regime);
  return mapped;
}

std::optional<Decimal> subtotal(const std::vector<DraftLine>& lines) {
  std::optional<Decimal> sum = Decimal{};
  for (const DraftLine& line : lines) {
    if (sum) sum = add(*sum, amount_of(line.amount));
  }
  return sum;
}

quickbooks::InvoiceLine discount_line(bool percent_based) {
  quickbooks::InvoiceLine line;
  line.kind = quickbooks::LineKind::discount;
  line.percent_based = percent_based;
  return line;
}

/// Source: reference/quickbooks.md 3.3: a discount is one line for the whole document, its amount always
/// there
struct DiscountLine {
  const Draft& draft;
  std::optional<quickbooks::InvoiceLine> operator()(const NoDiscount&) const { return std::nullopt; }
  std::optional<quickbooks::InvoiceLine> operator()(const PercentDiscount& discount) const {
    quickbooks::InvoiceLine line = discount_line(true);
    line.discount_percent = discount.percent;
    const auto sum = subtotal(draft.lines);
    if (sum) {
      line.amount = multiply_divide(*sum, discount.percent, Decimal{100, 0}, draft.currency.minor_places(),
                                    Rounding::half_up);
    }
    return line;
  }
  std::optional<quickbooks::InvoiceLine> operator()(const AmountDiscount& discount) const {
    quickbooks::InvoiceLine line = discount_line(false);
    line.amount = amount_of(discount.amount);
    return line;
  }
};

std::string customer_id(const CustomerChoice& customer) {
  const auto* existing = std::get_if<ExistingCustomer>(&customer);
  return existing == nullptr ? "" : existing->id;
}

/// Only outside the US, and there always: unset would follow the company's own setting.
std::string tax_calculation(const Company& company) {
  const auto* tax = std::get_if<LineTax>(&company.tax_regime);
  if (tax == nullptr) return "";
  return tax->inclusive ? "TaxInclusive" : "TaxExcluded";
}

/// US companies with manual tax name one code for the whole form, when anything on it is taxed.
std::string form_tax_code(const Draft& draft, const Company& company) {
  const auto* tax = std::get_if<UsManualTax>(&company.tax_regime);
  const bool taxed =
      std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.taxable; });
  return tax == nullptr || !taxed ? "" : tax->default_code_id;
}

/// What only one of the forms has.
void add_form(const Draft& draft, quickbooks::Invoice& form) {
  form.expiration = draft.expiration;
  form.payment_method.value = draft.payment_method_id;
  form.payment_reference = draft.payment_reference;
  form.deposit_account.value = draft.deposit_account_id;
  if (!draft.estimate_id.empty()) form.linked.push_back({"Estimate", draft.estimate_id});
}

}  // namespace

std::string form_body(const Draft& draft, const Company& company) {
  quickbooks::Invoice invoice;
  invoice.number = draft.number;
  invoice.date = draft.date;
  if (draft.type == "Invoice") invoice.due_date = draft.due_date;
  invoice.customer.value = customer_id(draft.customer);
  if (company.multicurrency) invoice.currency = std::string(draft.currency.code());
  invoice.exchange_rate = draft.exchange_rate;
  if (draft.type == "Invoice") invoice.term.value = draft.term_id;
  add_form(draft, invoice);
  invoice.global_tax_calculation = tax_calculation(company);
  for (const DraftLine& line : draft.lines) invoice.lines.push_back(sales_line(line, company));
  if (auto discount = std::visit(DiscountLine{draft}, draft.discount)) {
    invoice.lines.push_back(std::move(*discount));
    invoice.tax_after_discount = !draft.discount_after_tax;  // as core/billing/totals.h counts
  }
  invoice.tax_code_id = form_tax_code(draft, company);
  invoice.message = draft.message;
  invoice.memo = draft.memo;
  invoice.email = draft.email;
  invoice.cc = draft.cc;
  invoice.email_status = "NotSet";
  return quickbooks::invoice_text(invoice);
}

std::string customer_body(const NewCustomer& customer, const Company& company) {
  quickbooks::Customer mapped;
  mapped.display_name = customer.display_name;
  mapped.company_name = customer.company_name;
  mapped.given_name = customer.given_name;
  mapped.family_name = customer.family_name;
  mapped.email = customer.email;
  mapped.phone = customer.phone;
  mapped.billing_address = quickbooks_address(customer.billing_address);
  mapped.parent.value = customer.parent_id;
  if (company.multicurrency) mapped.currency = customer.currency;
  return quickbooks::customer_text(mapped);
}

std::string item_body(const NewItem& item, const Company& company) {
  quickbooks::Item mapped;
  mapped.name = item.name;
  mapped.sku = item.sku;
  mapped.description = item.description;
  mapped.type = "Service";
  mapped.income_account.value = item.income_account_id;
  if (is_us_taxed(company)) mapped.taxable = item.taxable;
  return quickbooks::item_text(mapped);
}

}  // namespace sidebill

#include "core/quickbooks/write.h"

namespace sidebill::quickbooks {

namespace {

/// Members are added only where there is something to say.
void add_text(Json& object, Name name, const std::string& text) {
  if (!text.empty()) object.set(name, Json::string(text));
}

/// Amounts keep the decimals of their currency, so that a preview shows 95.00.
void add_amount(Json& object, Name name, const std::optional<Decimal>& amount) {
  if (amount) object.set(name, Json::number(*amount));
}

void add_number(Json& object, Name name, const std::optional<Decimal>& number) {
  if (number) object.set(name, Json::number(normalized(*number)));
}

void add_date(Json& object, Name name, const std::optional<Date>& date) {
  if (date) object.set(name, Json::string(to_text(*date)));
}

void add_truth(Json& object, Name name, std::optional<bool> truth) {
  if (truth) object.set(name, Json::boolean(*truth));
}

/// {"BillEmail": {"Address": "..."}} and its kin: a value in an object of its own.
void add_wrapped(Json& object, Name name, Name inner, const std::string& text) {
  if (!text.empty()) object.set(name, Json::object().set(inner, Json::string(text)));
}

void add_reference(Json& object, Name name, const std::string& id) { add_wrapped(object, name, "value", id); }

Json address_json(const Address& address) {
  constexpr std::size_t most_lines = 5;
  Json json = Json::object();
  for (std::size_t index = 0; index < address.lines.size() && index < most_lines; ++index) {
    add_text(json, "Line" + std::to_string(index + 1), address.lines[index]);
  }
  add_text(json, "City", address.city);
  add_text(json, "CountrySubDivisionCode", address.region);
  add_text(json, "PostalCode", address.postal_code);
  add_text(json, "Country", address.country);
  return json;
}

void add_address(Json& object, Name name, const Address& address) {
  Json json = address_json(address);
  if (!json.members.empty()) object.set(name, std::move(json));
}

Json sales_detail(const InvoiceLine& line) {
  Json detail = Json::object();
  add_reference(detail, "ItemRef", line.item.value);
  add_number(detail, "Qty", line.quantity);
  add_number(detail, "UnitPrice", line.unit_price);
  add_date(detail, "ServiceDate", line.service_date);
  add_reference(detail, "TaxCodeRef", line.tax_code_id);
  return detail;
}

Json discount_detail(const InvoiceLine& line) {
  Json detail = Json::object();
  detail.set("PercentBased", Json::boolean(line.percent_based.value_or(false)));
  add_number(detail, "DiscountPercent", line.discount_percent);
  return detail;
}

Json line_json(const InvoiceLine& line) {
  Json json = Json::object();
  add_text(json, "Id", line.id);
  add_amount(json, "Amount", line.amount);
  add_text(json, "Description", line.description);
  switch (line.kind) {
    case LineKind::sales_item:
      json.set("DetailType", Json::string("SalesItemLineDetail"))
          .set("SalesItemLineDetail", sales_detail(line));
      break;
    case LineKind::discount:
      json.set("DetailType", Json::string("DiscountLineDetail"))
          .set("DiscountLineDetail", discount_detail(line));
      break;
    case LineKind::description:
      json.set("DetailType", Json::string("DescriptionOnly")).set("DescriptionLineDetail", Json::object());
      break;
    case LineKind::subtotal:  // returned by QuickBooks, never written
    case LineKind::group:
    case LineKind::other: return Json{};
  }
  return json;
}

Json lines_json(const std::vector<InvoiceLine>& lines) {
  Json list = Json::array();
  for (const InvoiceLine& line : lines) {
    Json json = line_json(line);
    if (!json.is_null()) list.items.push_back(std::move(json));
  }
  return list;
}

Json linked_json(const std::vector<LinkedTransaction>& linked) {
  Json list = Json::array();
  for (const LinkedTransaction& one : linked) {
    list.items.push_back(
        Json::object().set("TxnId", Json::string(one.id)).set("TxnType", Json::string(one.type)));
  }
  return list;
}

}  // namespace

std::string invoice_text(const Invoice& invoice) {
  Json json = Json::object();
  add_text(json, "DocNumber", invoice.number);
  add_date(json, "TxnDate", invoice.date);
  add_date(json, "DueDate", invoice.due_date);
  add_date(json, "ExpirationDate", invoice.expiration);
  add_reference(json, "CustomerRef", invoice.customer.value);
  add_reference(json, "CurrencyRef", invoice.currency);
  add_number(json, "ExchangeRate", invoice.exchange_rate);
  add_reference(json, "SalesTermRef", invoice.term.value);
  add_text(json, "GlobalTaxCalculation", invoice.global_tax_calculation);
  add_truth(json, "ApplyTaxAfterDiscount", invoice.tax_after_discount);
  json.set("Line", lines_json(invoice.lines));
  if (!invoice.tax_code_id.empty()) {
    Json detail = Json::object();
    add_reference(detail, "TxnTaxCodeRef", invoice.tax_code_id);
    json.set("TxnTaxDetail", std::move(detail));
  }
  add_wrapped(json, "CustomerMemo", "value", invoice.message);
  add_text(json, "PrivateNote", invoice.memo);
  add_wrapped(json, "BillEmail", "Address", invoice.email);
  add_wrapped(json, "BillEmailCc", "Address", invoice.cc);
  add_text(json, "EmailStatus", invoice.email_status);
  add_reference(json, "PaymentMethodRef", invoice.payment_method.value);
  add_text(json, "PaymentRefNum", invoice.payment_reference);
  add_reference(json, "DepositToAccountRef", invoice.deposit_account.value);
  if (!invoice.linked.empty()) json.set("LinkedTxn", linked_json(invoice.linked));
  return to_text(json);
}

std::string customer_text(const Customer& customer) {
  Json json = Json::object();
  add_text(json, "DisplayName", customer.display_name);
  add_text(json, "CompanyName", customer.company_name);
  add_text(json, "GivenName", customer.given_name);
  add_text(json, "FamilyName", customer.family_name);
  add_wrapped(json, "PrimaryEmailAddr", "Address", customer.email);
  add_wrapped(json, "PrimaryPhone", "FreeFormNumber", customer.phone);
  add_address(json, "BillAddr", customer.billing_address);
  add_address(json, "ShipAddr", customer.shipping_address);
  add_reference(json, "CurrencyRef", customer.currency);
  add_reference(json, "ParentRef", customer.parent.value);
  if (!customer.parent.value.empty()) json.set("Job", Json::boolean(true));
  add_truth(json, "Taxable", customer.taxable);
  return to_text(json);
}

std::string item_text(const Item& item) {
  Json json = Json::object();
  add_text(json, "Name", item.name);
  add_text(json, "Sku", item.sku);
  add_text(json, "Description", item.description);
  add_text(json, "Type", item.type);
  add_reference(json, "IncomeAccountRef", item.income_account.value);
  add_number(json, "UnitPrice", item.unit_price);
  add_truth(json, "Taxable", item.taxable);
  return to_text(json);
}

std::string identity_text(const std::string& id, const std::string& sync_token) {
  return to_text(Json::object().set("Id", Json::string(id)).set("SyncToken", Json::string(sync_token)));
}

std::string sparse_text(const std::string& id, const std::string& sync_token, const Json& changes) {
  Json json = Json::object()
                  .set("Id", Json::string(id))
                  .set("SyncToken", Json::string(sync_token))
                  .set("sparse", Json::boolean(true));
  for (const auto& [name, value] : changes.members) json.set(name, value);
  return to_text(json);
}

std::string renumbered_text(const std::string& id, const std::string& sync_token, const std::string& number) {
  return sparse_text(id, sync_token, Json::object().set("DocNumber", Json::string(number)));
}

}  // namespace sidebill::quickbooks

// Customers, items and the short lists out of their JSON.
#include "core/quickbooks/read.h"
#include "core/quickbooks/read_common.h"

namespace sidebill::quickbooks {

template <>
std::optional<Customer> read_record<Customer>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  Customer customer;
  customer.identity = *identity;
  customer.display_name = read_text(reader, "DisplayName");
  customer.company_name = read_text(reader, "CompanyName");
  customer.given_name = read_text(reader, "GivenName");
  customer.family_name = read_text(reader, "FamilyName");
  customer.email = read_wrapped(reader, "PrimaryEmailAddr", "Address");
  customer.phone = read_wrapped(reader, "PrimaryPhone", "FreeFormNumber");
  customer.mobile = read_wrapped(reader, "Mobile", "FreeFormNumber");
  customer.billing_address = read_address(reader, "BillAddr");
  customer.shipping_address = read_address(reader, "ShipAddr");
  customer.currency = read_reference(reader, "CurrencyRef").value;
  customer.term = read_reference(reader, "SalesTermRef");
  customer.parent = read_reference(reader, "ParentRef");
  customer.tax_code = read_reference(reader, "DefaultTaxCodeRef");
  customer.taxable = reader.boolean("Taxable");
  customer.active = reader.boolean("Active");
  customer.deleted = read_deleted(reader);
  return customer;
}

template <>
std::optional<NamedEntity> read_record<NamedEntity>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  return NamedEntity{*identity, "", read_text(reader, "DisplayName"), reader.boolean("Active"),
                     read_deleted(reader)};
}

template <>
std::optional<Item> read_record<Item>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  Item item;
  item.identity = *identity;
  item.name = read_text(reader, "Name");
  item.full_name = read_text(reader, "FullyQualifiedName");
  item.sku = read_text(reader, "Sku");
  item.description = read_text(reader, "Description");
  item.type = read_text(reader, "Type");
  item.unit_price = reader.decimal("UnitPrice");
  item.income_account = read_reference(reader, "IncomeAccountRef");
  item.tax_code = read_reference(reader, "SalesTaxCodeRef");
  item.taxable = reader.boolean("Taxable");
  item.active = reader.boolean("Active");
  item.inventory_start = reader.date("InvStartDate");
  item.deleted = read_deleted(reader);
  return item;
}

template <>
std::optional<Term> read_record<Term>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  return Term{*identity,
              read_text(reader, "Name"),
              reader.boolean("Active"),
              reader.integer("DueDays"),
              reader.integer("DayOfMonthDue"),
              reader.integer("DueNextMonthDays")};
}

template <>
std::optional<TaxCode> read_record<TaxCode>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  TaxCode code{*identity, read_text(reader, "Name"), reader.boolean("Active"), reader.boolean("Taxable"), {}};
  reader.object("SalesTaxRateList").each("TaxRateDetail", [&](const Reader& detail) {
    const std::string rate_id = read_reference(detail, "TaxRateRef").value;
    if (rate_id.empty()) return;
    code.sales_rates.push_back({rate_id, read_text(detail, "TaxTypeApplicable"),
                                detail.integer("TaxOrder").value_or(0),
                                detail.integer("TaxOnTaxOrder").value_or(0)});
  });
  return code;
}

namespace {

/// The day of an instant, as it is written in the company's own zone: "2010-01-01T00:00:00-08:00".
std::optional<Date> read_day(const Reader& reader, Name name) {
  const std::string text = read_text(reader, name);
  return text.empty() ? std::nullopt : parse_date(std::string_view(text).substr(0, 10));
}

}  // namespace

template <>
std::optional<TaxRate> read_record<TaxRate>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  TaxRate rate{
      *identity, read_text(reader, "Name"), reader.boolean("Active"), reader.decimal("RateValue"), {}};
  reader.each("EffectiveTaxRate", [&](const Reader& period) {
    rate.periods.push_back(
        {period.decimal("RateValue"), read_day(period, "EffectiveDate"), read_day(period, "EndDate")});
  });
  return rate;
}

template <>
std::optional<Account> read_record<Account>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  return Account{*identity, read_text(reader, "Name"), read_text(reader, "AccountType"),
                 read_text(reader, "AccountSubType"), reader.boolean("Active")};
}

template <>
std::optional<PaymentMethod> read_record<PaymentMethod>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  return PaymentMethod{*identity, read_text(reader, "Name")};
}

template <>
std::optional<CompanyCurrency> read_record<CompanyCurrency>(const Reader& reader) {
  const auto identity = read_identity(reader);
  if (!identity) return std::nullopt;
  return CompanyCurrency{*identity, read_text(reader, "Code"), read_text(reader, "Name"),
                         reader.boolean("Active")};
}

template <>
std::optional<CompanyInfo> read_record<CompanyInfo>(const Reader& reader) {
  CompanyInfo info;
  info.identity = read_identity_or_none(reader);
  info.name = read_text(reader, "CompanyName");
  info.legal_name = read_text(reader, "LegalName");
  info.country = read_text(reader, "Country");
  info.address_country = read_address(reader, "CompanyAddr").country;
  info.time_zone = read_text(reader, "DefaultTimeZone");
  return info;
}

template <>
std::optional<Preferences> read_record<Preferences>(const Reader& reader) {
  const Reader sales = reader.object("SalesFormsPrefs");
  const Reader currency = reader.object("CurrencyPrefs");
  const Reader tax = reader.object("TaxPrefs");
  Preferences preferences;
  preferences.custom_numbers = sales.boolean_or("CustomTxnNumbers", false);
  preferences.allow_discount = sales.boolean_or("AllowDiscount", false);
  preferences.allow_service_date = sales.boolean_or("AllowServiceDate", false);
  preferences.revenue_recognition =
      reader.object("ProductAndServicesPrefs").boolean_or("RevenueRecognition", false);
  preferences.default_term_id = read_reference(sales, "DefaultTerms").value;
  preferences.multicurrency = currency.boolean_or("MultiCurrencyEnabled", false);
  preferences.home_currency = read_reference(currency, "HomeCurrency").value;
  preferences.using_sales_tax = tax.boolean("UsingSalesTax");
  preferences.partner_tax_enabled = tax.boolean("PartnerTaxEnabled");
  preferences.tax_group_code_id = read_reference(tax, "TaxGroupCodeRef").value;
  preferences.book_close_date = reader.object("AccountingInfoPrefs").date("BookCloseDate");
  return preferences;
}

}  // namespace sidebill::quickbooks

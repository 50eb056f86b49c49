// Records of QuickBooks as its API has them, as far as Sidebill looks at them.
//
// Texts are as sent; numbers keep their digits; what was absent stays absent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"

namespace sidebill::quickbooks {

/// A record named by its id; the name only comes along for reading.
struct Reference {
  std::string value, name;
};

struct Address {
  std::vector<std::string> lines;  // Line1..Line5 without gaps at the end
  std::string city, region, postal_code, country;
};

/// What every record has.
struct Identity {
  std::string id, sync_token;
  std::int64_t created_ms = 0, updated_ms = 0;
};

struct Customer {
  Identity identity;
  std::string display_name, company_name, given_name, family_name;
  std::string email, phone, mobile;
  Address billing_address, shipping_address;
  std::string currency;  // ISO code
  Reference term, parent;
  Reference tax_code;  // DefaultTaxCodeRef, outside the US
  std::optional<bool> taxable, active;
  bool deleted = false;  // as change lists say it
};

/// A vendor or an employee: the other kinds of records that share display names with customers.
struct NamedEntity {
  Identity identity;
  std::string kind;  // "Vendor" or "Employee"
  std::string display_name;
  std::optional<bool> active;
  bool deleted = false;
};

struct Item {
  Identity identity;
  std::string name, full_name, sku, description, type;
  std::optional<Decimal> unit_price;
  Reference income_account;
  Reference tax_code;  // SalesTaxCodeRef, outside the US
  std::optional<bool> taxable, active;
  std::optional<Date> inventory_start;
  bool deleted = false;
};

struct Term {
  Identity identity;
  std::string name;
  std::optional<bool> active;
  std::optional<std::int64_t> due_days;      // standard terms
  std::optional<std::int64_t> day_of_month;  // date driven terms
  std::optional<std::int64_t> next_month_days;
};

struct TaxRateDetail {
  std::string rate_id;
  std::string applies;  // TaxOnAmount, TaxOnAmountPlusTax, TaxOnTax
  std::int64_t order = 0, on_tax_order = 0;
};

struct TaxCode {
  Identity identity;
  std::string name;
  std::optional<bool> active, taxable;
  std::vector<TaxRateDetail> sales_rates;
};

struct EffectiveTaxRate {
  std::optional<Decimal> percent;
  std::optional<Date> from, to;
};

struct TaxRate {
  Identity identity;
  std::string name;
  std::optional<bool> active;
  std::optional<Decimal> percent;
  std::vector<EffectiveTaxRate> periods;
};

struct PaymentMethod {
  Identity identity;
  std::string name;
};

struct Account {
  Identity identity;
  std::string name, type, sub_type;
  std::optional<bool> active;
};

struct CompanyInfo {
  Identity identity;
  std::string name, legal_name, country, address_country;
  std::string time_zone;  // an IANA name, where it comes at all
};

struct Preferences {
  bool custom_numbers = false;
  bool allow_discount = false;
  bool allow_service_date = false;
  bool revenue_recognition = false;
  std::string default_term_id;
  bool multicurrency = false;
  std::string home_currency;
  std::optional<bool> using_sales_tax;
  std::optional<bool> partner_tax_enabled;  // absent: manual tax
  std::string tax_group_code_id;            // US manual tax: the code for the whole form
  std::optional<Date> book_close_date;
};

struct CompanyCurrency {
  Identity identity;
  std::string code, name;
  std::optional<bool> active;
};

/// Home units for one unit of a currency.
struct ExchangeRate {
  std::string currency;
  std::optional<Decimal> rate;
  std::optional<Date> date;
};

enum class LineKind { sales_item, discount, subtotal, group, description, other };

struct InvoiceLine {
  std::string id, description;
  LineKind kind = LineKind::other;
  std::optional<Decimal> amount;
  Reference item;  // sales item
  std::optional<Decimal> quantity, unit_price;
  std::optional<Date> service_date;
  std::string tax_code_id;
  std::optional<bool> percent_based;  // discount
  std::optional<Decimal> discount_percent;
};

struct LinkedTransaction {
  std::string type, id;
};

struct TaxLine {
  std::optional<Decimal> amount, percent, net_amount_taxable;
  std::string rate_id;
};

/// A sales form: an invoice, an estimate or a sales receipt, which have nearly all fields alike.
struct Invoice {
  Identity identity;
  std::string type = "Invoice";  // the entity: "Invoice", "Estimate", "SalesReceipt"
  std::string status;            // "Deleted" in change lists
  std::string txn_status;        // of an estimate: Pending, Accepted, Closed, Rejected, Converted
  std::optional<Date> expiration;
  Reference payment_method, deposit_account;  // of a sales receipt
  std::string payment_reference;
  std::string number;
  Reference customer;
  std::string currency;
  std::optional<Decimal> exchange_rate;
  std::optional<Date> date, due_date;
  Reference term;
  std::vector<InvoiceLine> lines;
  std::optional<Decimal> total, balance, total_tax;
  std::vector<TaxLine> tax_lines;
  std::string tax_code_id;  // of the whole form, US manual tax
  std::string message, memo, email, cc, email_status;
  std::string global_tax_calculation;
  std::optional<bool> tax_after_discount;  // unset: QuickBooks taxes first, then takes the discount off
  bool delivered = false;
  Address shipping_address;
  std::vector<LinkedTransaction> linked;
};

struct PaymentLine {
  std::optional<Decimal> amount;
  std::vector<LinkedTransaction> linked;
};

struct Payment {
  Identity identity;
  std::string status;
  Reference customer, method;
  std::string reference_number, currency;
  std::optional<Date> date;
  std::optional<Decimal> total, unapplied;
  std::vector<PaymentLine> lines;
};

}  // namespace sidebill::quickbooks

// A QuickBooks company: its settings and the short lists that decide what a document may hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/money.h"

namespace sidebill {

struct Term {
  std::string id, name;
  bool active = true;
  std::variant<StandardTerm, DayOfMonthTerm> rule;
};

/// What a rate is from one day to another, both included; nullopt: without end.
struct TaxPeriod {
  Decimal percent;
  std::optional<Date> from, to;
};

struct TaxRate {
  std::string id, name;
  Decimal percent;  // of today, as QuickBooks has it
  bool active = true;
  std::vector<TaxPeriod> periods;
};

/// A rate as a code applies it: on the price, on taxes that stand before it, or on both.
struct CodeRate {
  std::string rate_id;
  bool on_amount = true, on_tax = false;
  std::int64_t order = 0;
  std::int64_t up_to_order = 0;  // of which taxes: those with this order or a lower one
};

struct TaxCode {
  std::string id, name;
  bool active = true;
  bool taxable = true;
  std::vector<CodeRate> sales_rates;  // in the order QuickBooks applies them
};

struct Account {
  std::string id, name, type, sub_type;
  bool active = true;
};

struct PaymentMethod {
  std::string id, name;
};

/// Which rules of sales tax the company lives under; the types cannot be mixed up.
struct UsAutomatedTax {};  // QuickBooks decides from the addresses
struct UsManualTax {
  std::string default_code_id;
};  // one tax code for the whole form
struct LineTax {
  bool inclusive = false;
};                // outside the US: a code on every line
struct NoTax {};  // sales tax switched off
using TaxRegime = std::variant<UsAutomatedTax, UsManualTax, LineTax, NoTax>;

/// A total tax that QuickBooks returned for a document already read: what a prediction may rest on.
struct SeenTax {
  std::string document_id, document_number, customer_id, ship_postal_code, ship_region;
  Decimal taxable;  // the net amount that was taxed
  Money tax;
  std::optional<Decimal> percent;  // as QuickBooks stated it
  Date date;
};

struct Company {
  std::string realm, name, country;  // country as ISO 3166 alpha-2, "" when unreadable
  Currency home_currency;
  bool multicurrency = false;
  std::vector<std::string> currencies;  // enabled, ISO codes
  bool custom_numbers = false;
  bool allow_discount = true;
  bool allow_service_date = false;
  bool revenue_recognition = false;  // each line needs a service date
  bool us_latin1 = false;            // US companies store ISO-8859-1 only
  std::string default_term_id;
  std::optional<Date> books_closed_through;
  TaxRegime tax_regime = NoTax{};
  TimeZone time_zone;
  std::vector<Term> terms;
  std::vector<TaxCode> tax_codes;
  std::vector<TaxRate> tax_rates;
  std::vector<Account> accounts;
  std::vector<PaymentMethod> payment_methods;
  std::vector<SeenTax> seen_taxes;
  std::optional<bool> tax_by_line;  // the tax of each line is rounded by itself; nullopt: nothing read tells
};

}  // namespace sidebill

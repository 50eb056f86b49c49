// Documents: the draft before any call, and the invoice as QuickBooks has it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/model/customer.h"
#include "core/model/link.h"

namespace sidebill {

/// Nobody has decided yet: there are several candidates, or none.
struct Undecided {};
struct ExistingCustomer {
  std::string id;
};
using CustomerChoice = std::variant<Undecided, ExistingCustomer, NewCustomer>;
struct ExistingItem {
  std::string id;
};
using ItemChoice = std::variant<Undecided, ExistingItem, NewItem>;

struct DraftLine {
  std::string source_id;  // line item of the CRM, "" for a line added by hand
  ItemChoice item;
  std::string description;
  Decimal quantity{1, 0};
  Decimal unit_price;       // net: after the line's own discount
  Money amount;             // quantity * unit_price, rounded half up once
  bool taxable = false;     // US: TAX or NON
  std::string tax_code_id;  // elsewhere: a code on every line
  std::optional<Date> service_date;
};

struct NoDiscount {};
struct PercentDiscount {
  Decimal percent;
};
struct AmountDiscount {
  Money amount;
};
using OrderDiscount = std::variant<NoDiscount, PercentDiscount, AmountDiscount>;

struct Draft {
  std::string type = "Invoice";  // of QuickBooks: "Invoice", "Estimate", "SalesReceipt"
  std::string realm;
  RecordRef source;
  CustomerChoice customer;
  std::optional<NewCustomer> parent;  // made first, for the new customer to be put beneath it
  Currency currency;
  Date date;
  Date due_date;
  std::string term_id;
  std::vector<DraftLine> lines;
  OrderDiscount discount;
  bool discount_after_tax = false;       // US: tax is charged on what stood there before it
  std::string message;                   // printed
  std::string memo;                      // internal
  std::string email;                     // bill e-mail
  std::string cc;                        // who gets copies
  std::string number;                    // "" lets QuickBooks number
  std::optional<Decimal> exchange_rate;  // home units for one foreign unit
  std::optional<Date> expiration;        // of an estimate
  std::string estimate_id;               // that this invoice closes
  // Of a sales receipt; what is empty QuickBooks fills in.
  std::string payment_method_id, deposit_account_id, payment_reference;
};

/// What is known about tax before the write; never more than was read.
struct TaxNone {};          // nothing is taxable, or sales tax is off
struct TaxByQuickBooks {};  // QuickBooks decides; nothing read tells how much
struct TaxPredicted {
  Money amount;
  Decimal percent;
  std::string basis;
};  // basis: which document or rate it rests on
/// What one rate takes.
struct TaxPart {
  std::string rate_id, name;
  Decimal percent;
  Money base;    // net, less its share of the discount
  Money amount;  // rounded
};
/// The codes of the lines say it.
struct TaxByRates {
  Money amount;
  std::vector<TaxPart> parts;
};
using TaxForecast = std::variant<TaxNone, TaxByQuickBooks, TaxPredicted, TaxByRates>;

/// How much tax is known before the write; nullopt where only QuickBooks will say.
std::optional<Money> known_tax(const TaxForecast& tax, Currency currency);

struct Totals {
  Money subtotal;  // sum of line amounts
  Money discount;  // order discount, positive
  Money taxable;   // net amount that is taxed
  TaxForecast tax;
  Money total;  // with the predicted tax, without an unknown one
};

struct InvoiceLine {
  std::string id, item_id, item_name, description;
  std::optional<Decimal> quantity, unit_price;
  Decimal amount;
  std::string tax_code_id;
  std::optional<Date> service_date;
};

struct LinkedTransaction {
  std::string type, id;
};

/// An invoice as QuickBooks has it, or a sales form that is like one: an estimate, which owes nothing, or a
/// sales receipt, which is paid.
struct Invoice {
  std::string type = "Invoice";  // of QuickBooks: "Invoice", "Estimate", "SalesReceipt"
  std::string txn_status;        // of an estimate: Pending, Accepted, Closed, Rejected, Converted
  std::string realm, id, sync_token, number;
  std::string customer_id, customer_name;
  Currency currency;
  std::optional<Decimal> exchange_rate;  // home units for one of its own, where they differ
  std::string home_currency;             // of the books, ISO code; "" of rows kept before it was
  Date date;
  std::optional<Date> due_date;  // of an estimate the last day on which it is good
  std::string term_id;
  std::vector<InvoiceLine> lines;
  Decimal discount;  // positive
  Money total, balance;
  std::optional<Money> tax;
  std::optional<Decimal> tax_percent;
  std::optional<Decimal> taxable;
  std::string message, memo, email;
  std::string email_status;  // NotSet, NeedToSend, EmailSent
  bool delivered = false;    // DeliveryInfo.DeliveryTime is there
  std::vector<LinkedTransaction> linked;
  std::string ship_postal_code, ship_region;
  std::int64_t created_ms = 0, updated_ms = 0;
  bool deleted = false;  // known from CDC or from a fault 610
};

/// A void leaves the document with zeros and a mark in its memo. The mark alone proves nothing, since anybody
/// can type it; the zeros alone may be a genuine free invoice.
///
/// Source: reference/quickbooks.md 9
bool is_voided(const Invoice& invoice);

/// Whether it asks for money or took it, as an estimate does not.
bool bills(const Invoice& form);

/// Source: features.md S0-20; reference/quickbooks.md 9; reference/quickbooks.md 3.4 (estimates)
enum class Status {
  draft,
  open,
  awaiting_send,
  sent,
  overdue,
  partially_paid,
  paid,
  voided,
  deleted,
  pending,
  accepted,
  expired,
  closed,
  rejected,
};

/// A payment as QuickBooks has it, and what of it went where.
struct Payment {
  std::string realm, id, customer_id, reference;
  std::string method_id, method;  // QuickBooks may name the method, or give its id alone
  Date date;
  Money total, unapplied;
  struct Part {
    std::string type, id;
    Money amount;
  };
  std::vector<Part> parts;
};

}  // namespace sidebill

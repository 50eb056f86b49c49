// From a sale to a draft: choices in, document, totals and everything wrong with it out.
#pragma once

#include <string>
#include <vector>

#include "core/base/issue.h"
#include "core/model/company.h"
#include "core/model/customer.h"
#include "core/model/document.h"
#include "core/model/sale.h"

namespace sidebill {

/// What the person may edit, as typed: numbers are still text, so that nothing unreadable gets lost.
struct LineChoice {
  std::string source_id;  // line item of the deal, "" for a line added by hand
  bool include = true;
  ItemChoice item;
  std::string item_name;  // of an existing item, for showing
  std::string description;
  std::string quantity, unit_price;
  std::string discount_percent;  // "" for none; becomes a net price
  bool taxable = false;          // US
  std::string tax_code_id;       // elsewhere
  std::string service_date;      // YYYY-MM-DD, "" for none
};

struct DiscountChoice {
  enum class Kind { none, percent, amount };
  Kind kind = Kind::none;
  std::string value;
  bool after_tax = false;  // US: tax is charged on what stood there before the discount
};

/// Whom a new customer stands for, and which of the sale's contacts is billed.
struct Naming {
  NamePolicy policy = NamePolicy::company;
  std::string contact_id;  // "": the billing contact, else the first
};

struct Choices {
  CustomerChoice customer;
  Naming naming;
  std::vector<LineChoice> lines;
  DiscountChoice discount;
  std::string term_id;   // "": the customer's terms, else the company's
  std::string date;      // "": today
  std::string due_date;  // "": computed from date and term
  std::string message, memo, email, cc, number;
  std::string exchange_rate;  // home units for one unit of the sale's currency; "" where that is the home one
  std::string expiration;     // of an estimate: YYYY-MM-DD, "" for none
  std::string estimate_id;    // that the invoice closes, "" for none
  std::string payment_method_id;  // of a sales receipt, as the two below
  std::string deposit_account_id;
  std::string payment_reference;
  bool another = false;
  std::vector<std::string>
      beside;  // documents that it is not, though it looks like them: '<realm>:Invoice:<id>'
};

/// Where a company numbers its documents by hand: which number comes next, and some that are taken.
struct Numbering {
  std::string next;
  std::vector<std::string> taken;  // those given last
};

/// What one unit of a currency is worth in the home currency, as QuickBooks has it for a day.
struct ExchangeRate {
  Decimal rate;
  Date date;
};

/// What the draft rests on besides sale and company; every value was read, none is computed here.
struct Known {
  std::string type = "Invoice";    // the form that is made, as QuickBooks calls it
  std::vector<Invoice> estimates;  // of the source, that an invoice may close
  Date today;
  std::vector<Customer> customers;      // the candidates and the chosen one
  std::vector<Item> items;              // candidates of all lines and the chosen ones
  std::vector<Invoice> existing;        // documents already tied to the source
  std::vector<Invoice> recent;          // the customer's documents of any origin, as far as they were read
  std::size_t customer_candidates = 0;  // that the buyer may be
  std::string portal_currency;
  Numbering numbers;
  std::optional<ExchangeRate> exchange;  // of the sale's currency, where that is not the home one
};

/// A draft and what is wrong with it; paths point into Choices ("/lines/2/quantity").
struct Drafted {
  Draft draft;
  Issues issues;
};

/// Builds the draft. Unreadable numbers and dates become issues and stand as zero or today in the draft.
///
/// Shape:  line net price = unit price less the line's discount, exact, at most 7 decimals;
///         line amount = quantity * net price, rounded half up once to the currency's minor unit;
///         the description names a line discount that was folded into the price;
///         lines are the included choices in their order; those checks that concern one line run here
/// Source: reference/quickbooks.md 4 (6070), 3.3 (no per-line discount)
Drafted draft_invoice(const Sale& sale, const Company& company, const Known& known, const Choices& choices);

/// The choices that Sidebill proposes for a sale before anybody touched them.
///
/// `customer` and `items` come from matching: only a certain match is filled in, the rest stays Undecided.
/// Terms and due date stay open, so that they follow the customer chosen later.
Choices propose_choices(const Sale& sale, const Company& company, const Known& known,
                        const CustomerChoice& customer, const std::vector<ItemChoice>& items);

/// What one line of a sale bills now: for recurring lines one period. Words for "bills every month".
std::string recurrence_text(const SaleLine& line);

}  // namespace sidebill

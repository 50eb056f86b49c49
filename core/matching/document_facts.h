// Deals and documents as far as they are compared with each other: whom, how much, when, for what, and what
// is written on them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/matching/match.h"
#include "core/model/customer.h"
#include "core/model/document.h"
#include "core/model/sale.h"

namespace sidebill {

/// One line of a deal or a document.
struct LineFacts {
  std::string item_id;             // of QuickBooks, "" when the line names none
  std::vector<std::string> words;  // of item and description, folded, each once, ascending
  Decimal quantity{1, 0};
  std::int64_t amount = 0;  // minor units, net of its own discount
};

/// An invoice of QuickBooks, or a draft that is to become one.
struct DocumentFacts {
  std::string key;  // '<realm>:Invoice:<id>', "" for a draft
  std::string customer_id;
  Currency currency;
  Date date;
  std::int64_t net = 0;    // minor units, after discount and before tax
  std::int64_t total = 0;  // with the tax that is known
  std::string number;
  std::vector<LineFacts> lines;
  std::vector<std::string> words;  // of memo, message, number and lines, in no order, each once
};

/// How sure it is that a customer is the deal's buyer. linked: somebody said so. matched: the customer match
/// links it. possible: it asks.
struct Buyer {
  enum class Standing { linked, matched, possible };
  std::string customer_id, name;
  Standing standing = Standing::possible;
};

/// A deal as invoices are compared with it.
struct DealFacts {
  std::string id;    // of the deal's record
  std::string name;  // as the CRM has it
  std::vector<Buyer> buyers;
  std::optional<Currency> currency;     // nullopt when it states none that is known
  std::vector<std::int64_t> amounts;    // stated and worked out from its lines, positive, each once
  std::optional<Date> created, closed;  // closed: the day it closed or is expected to
  bool recurring = false;               // a line bills again and again
  std::vector<LineFacts> lines;
  std::vector<std::string> name_words;  // what tells its name from those of the buyer's other deals
  std::vector<std::string>
      references;           // numbers that stand for it: its record id, a purchase order in its name
  std::int64_t billed = 0;  // minor units, of the invoices tied to it already
};

DocumentFacts document_facts(const Invoice& invoice);

/// Shape: `net` and `total` as the totals of the draft say
DocumentFacts document_facts(const Draft& draft, Money net, Money total);

/// The customers that match_customer found for a deal, best first, as its buyers; names come from `known`.
std::vector<Buyer> buyers_of(const Sale& sale, const std::string& realm, const Match& customers,
                             const std::vector<Customer>& known);

/// The deal's facts in one company of QuickBooks.
///
/// Shape:  `billed` is the caller's to fill in
DealFacts deal_facts(const Sale& sale, const std::string& realm, std::vector<Buyer> buyers);

/// Somebody wrote it, and it is neither deleted nor void.
bool is_living(const Invoice& invoice);

/// 120000 USD -> "1200.00 USD", as both sides of an evidence are written.
std::string money_text(std::int64_t minor, Currency currency);

}  // namespace sidebill

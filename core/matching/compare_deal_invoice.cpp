#include "core/matching/compare_deal_invoice.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/compare_lines.h"
#include "core/matching/log2.h"

namespace sidebill {

namespace {

/// Days around the close of a deal in which an invoice for it is dated; a deal bills for three years at most.
constexpr std::int64_t week_before = -4, week = 8, month_before = -14, month = 35, quarter_before = -45,
                       quarter = 100, year = 400, billing = 1098;
/// Parts in which deals are billed: deposits in percent, and equal parts.
constexpr int percents[] = {10, 15, 20, 25, 30, 35, 40, 60, 65, 70, 75, 80, 85, 90};
constexpr int equal_parts[] = {2, 3, 4, 6, 12, 24, 36};

const Buyer* buyer_in(const DealFacts& deal, const std::string& customer_id) {
  for (const Buyer& buyer : deal.buyers) {
    if (buyer.customer_id == customer_id) return &buyer;
  }
  return nullptr;
}

void compare_customer(const DealFacts& deal, const DocumentFacts& invoice, DocumentEvidence& evidence) {
  const Buyer* buyer = buyer_in(deal, invoice.customer_id);
  if (buyer == nullptr) {
    const std::string left = deal.buyers.empty() ? "" : deal.buyers.front().name;
    evidence.say("customer", "differs", left, invoice.customer_id);
    return;
  }
  const auto level = [&] {
    switch (buyer->standing) {
      case Buyer::Standing::linked: return "linked";
      case Buyer::Standing::matched: return "matched";
      case Buyer::Standing::possible: return "possible";
    }
    return "";
  };
  evidence.say("customer", level(), buyer->name, invoice.customer_id);
}

bool near(std::int64_t amount, std::int64_t other) { return std::abs(amount - other) <= amount / 100; }

/// Within a minor unit: parts are rounded.
bool is_share(std::int64_t amount, std::int64_t part) {
  const auto close_to = [&](std::int64_t share) { return std::abs(share - part) <= 1; };
  return std::any_of(std::begin(percents), std::end(percents),
                     [&](int percent) { return close_to(amount * percent / 100); }) ||
         std::any_of(std::begin(equal_parts), std::end(equal_parts),
                     [&](int parts) { return close_to(amount / parts); });
}

/// Best first.
enum class AmountLevel { same, same_with_tax, rest, share, near, less, more, far };

const char* text_of(AmountLevel level) {
  switch (level) {
    case AmountLevel::same: return "same";
    case AmountLevel::same_with_tax: return "same-with-tax";
    case AmountLevel::rest: return "rest";
    case AmountLevel::share: return "share";
    case AmountLevel::near: return "near";
    case AmountLevel::less: return "less";
    case AmountLevel::more: return "more";
    case AmountLevel::far: return "far";
  }
  return "";
}

AmountLevel amount_level(std::int64_t amount, std::int64_t billed, const DocumentFacts& invoice) {
  if (invoice.net == amount) return AmountLevel::same;
  if (invoice.total == amount) return AmountLevel::same_with_tax;
  if (billed > 0 && (invoice.net == amount - billed || invoice.total == amount - billed))
    return AmountLevel::rest;
  if (is_share(amount, invoice.net) || is_share(amount, invoice.total)) return AmountLevel::share;
  if (near(amount, invoice.net) || near(amount, invoice.total)) return AmountLevel::near;
  if (invoice.net < amount) return AmountLevel::less;
  return invoice.net - amount <= amount / 2 ? AmountLevel::more : AmountLevel::far;
}

struct AmountFound {
  AmountLevel level = AmountLevel::far;
  std::int64_t amount = 0;
};

AmountFound best_amount(const DealFacts& deal, const DocumentFacts& invoice) {
  AmountFound best{AmountLevel::far, deal.amounts.front()};
  for (const std::int64_t amount : deal.amounts) {
    const AmountLevel level = amount_level(amount, deal.billed, invoice);
    if (level < best.level) best = {level, amount};
  }
  return best;
}

/// Doublings of what could claim the same.
int bits_of(int count) {
  return static_cast<int>(log2_in_65536ths(static_cast<std::uint64_t>(std::max(count, 1))) * 100 / 65536);
}

void compare_frequency(const DealFacts& deal, AmountLevel level, const Crowd& crowd,
                       DocumentEvidence& evidence) {
  if (level > AmountLevel::share) return;
  if (crowd.deals > 1) {
    evidence.say_measured("frequency", "deals", std::to_string(crowd.deals), "", -bits_of(crowd.deals));
  }
  if (crowd.invoices > 1 && !deal.recurring) {
    evidence.say_measured("frequency", "invoices", "", std::to_string(crowd.invoices),
                          -bits_of(crowd.invoices));
  }
}

void compare_amount(const DealFacts& deal, const DocumentFacts& invoice, const Crowd& crowd,
                    DocumentEvidence& evidence) {
  if (!deal.currency) return;
  const bool same_currency = *deal.currency == invoice.currency;
  evidence.say("currency", same_currency ? "same" : "differs", std::string(deal.currency->code()),
               std::string(invoice.currency.code()));
  if (!same_currency || deal.amounts.empty()) return;
  const AmountFound found = best_amount(deal, invoice);
  const std::int64_t compared = found.level == AmountLevel::same_with_tax ? invoice.total : invoice.net;
  evidence.say("amount", text_of(found.level), money_text(found.amount, *deal.currency),
               money_text(compared, invoice.currency));
  compare_frequency(deal, found.level, crowd, evidence);
}

const char* date_level(const DealFacts& deal, const DocumentFacts& invoice) {
  // The company's day may begin before that of the CRM.
  if (deal.created && day_number(invoice.date) + 1 < day_number(*deal.created)) return "before-deal";
  const std::int64_t days = day_number(invoice.date) - day_number(*deal.closed);
  if (days >= week_before && days <= week) return "same-week";
  if (days >= month_before && days <= month) return "same-month";
  if (deal.recurring && days > 0 && days <= billing) return "while-billing";
  if (days >= quarter_before && days <= quarter) return "same-quarter";
  return days > 0 && days <= year ? "same-year" : "far";
}

void compare_date(const DealFacts& deal, const DocumentFacts& invoice, DocumentEvidence& evidence) {
  if (!deal.closed) return;
  evidence.say("date", date_level(deal, invoice), to_text(*deal.closed), to_text(invoice.date));
}

void compare_goods(const DealFacts& deal, const DocumentFacts& invoice, DocumentEvidence& evidence) {
  const LinesCompared lines = compare_lines(deal.lines, invoice.lines);
  if (lines.level == LinesLevel::unknown) return;
  evidence.say("lines", text_of(lines.level), std::to_string(deal.lines.size()),
               std::to_string(invoice.lines.size()));
}

bool holds(const DocumentFacts& invoice, const std::string& word) {
  return std::binary_search(invoice.words.begin(), invoice.words.end(), word);
}

void compare_reference(const DealFacts& deal, const DocumentFacts& invoice, DocumentEvidence& evidence) {
  for (const std::string& reference : deal.references) {
    if (!holds(invoice, reference)) continue;
    evidence.say("reference", "same", reference, reference);
    return;
  }
  if (deal.name_words.empty()) return;
  std::vector<std::string> found;
  for (const std::string& word : deal.name_words) {
    if (holds(invoice, word)) found.push_back(word);
  }
  const bool all = found.size() == deal.name_words.size() && found.size() > 1;
  const bool part = found.size() * 2 >= deal.name_words.size();
  evidence.say("reference", all ? "name" : part ? "name-part" : "absent", deal.name, join(found, " "));
}

}  // namespace

bool has_amount(const DealFacts& deal, const DocumentFacts& invoice) {
  return deal.currency && *deal.currency == invoice.currency && !deal.amounts.empty() &&
         best_amount(deal, invoice).level <= AmountLevel::same_with_tax;
}

bool goes_beyond(const DealFacts& deal, const DocumentFacts& invoice) {
  if (deal.recurring || deal.billed == 0 || deal.amounts.empty()) return false;
  const std::int64_t most = *std::max_element(deal.amounts.begin(), deal.amounts.end());
  return deal.billed + invoice.net > most + most / 50;
}

Candidate compare_deal_invoice(const DealFacts& deal, const DocumentFacts& invoice, const Crowd& crowd) {
  DocumentEvidence evidence(tie_configuration(), deal.id);
  compare_customer(deal, invoice, evidence);
  compare_amount(deal, invoice, crowd, evidence);
  compare_date(deal, invoice, evidence);
  compare_goods(deal, invoice, evidence);
  compare_reference(deal, invoice, evidence);
  if (goes_beyond(deal, invoice)) {
    evidence.say("billed", "beyond", money_text(deal.billed, invoice.currency),
                 money_text(invoice.net, invoice.currency));
  }
  return evidence.take();
}

}  // namespace sidebill

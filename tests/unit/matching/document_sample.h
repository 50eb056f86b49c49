// Deals, invoices and lines in one line each.
#pragma once

#include <string>
#include <vector>

#include "core/matching/document_facts.h"

namespace document_sample {

using namespace sidebill;

inline Date on(const char* text) { return parse_date(text).value_or(Date{}); }

inline LineFacts line(std::vector<std::string> words, std::int64_t amount, const std::string& item = "") {
  return {item, std::move(words), Decimal{1, 0}, amount};
}

/// Of customer 58, in dollars.
inline DocumentFacts invoice(const std::string& id, std::int64_t net, const char* date,
                             std::vector<LineFacts> lines = {}) {
  DocumentFacts one;
  one.key = "1:Invoice:" + id;
  one.customer_id = "58";
  one.date = on(date);
  one.net = one.total = net;
  one.lines = std::move(lines);
  return one;
}

/// Sold to customer 58, who is linked, in dollars.
inline DealFacts deal(const std::string& id, std::int64_t amount, const char* closed,
                      std::vector<LineFacts> lines = {}) {
  DealFacts one;
  one.id = id;
  one.buyers = {{"58", "Harbor Foods", Buyer::Standing::linked}};
  one.currency = Currency{};
  if (amount > 0) one.amounts = {amount};
  one.closed = on(closed);
  one.lines = std::move(lines);
  return one;
}

/// "amount/same date/same-week": what was found, in the order of comparing.
inline std::string levels(const Candidate& candidate) {
  std::string text;
  for (const Evidence& one : candidate.evidence)
    text += (text.empty() ? "" : " ") + one.field + "/" + one.level;
  return text;
}

inline int sum(const Candidate& candidate, int prior) {
  for (const Evidence& one : candidate.evidence) prior += one.weight;
  return prior;
}

}  // namespace document_sample

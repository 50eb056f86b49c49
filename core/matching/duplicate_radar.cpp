#include "core/matching/duplicate_radar.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/matching/compare_lines.h"
#include "core/matching/goods.h"

namespace sidebill {

namespace {

/// Within so many days an equal document is the same one; a month apart it is the next of a series.
constexpr std::int64_t exact_days = 14, few_days = 4, weeks = 26, month_end = 32;

std::int64_t days_between(const DocumentFacts& draft, const DocumentFacts& document) {
  return std::abs(day_number(draft.date) - day_number(document.date));
}

bool same_amount(const DocumentFacts& draft, const DocumentFacts& document) {
  return draft.currency == document.currency && (draft.net == document.net || draft.total == document.total);
}

/// An amount typed by hand, with postage or rounded: within two of a hundred.
bool near_amount(const DocumentFacts& draft, const DocumentFacts& document) {
  const auto close = [](std::int64_t left, std::int64_t right) {
    return std::abs(left - right) <= std::max(std::abs(left), std::abs(right)) / 50;
  };
  return close(draft.net, document.net) || close(draft.total, document.total);
}

const char* amount_level(const DocumentFacts& draft, const DocumentFacts& document) {
  if (same_amount(draft, document)) return "same";
  if (near_amount(draft, document)) return "near";
  return document.net < draft.net ? "part" : "differs";
}

/// A series bills on the same day of months.
bool is_months_apart(std::int64_t days) { return days > weeks && days % 30 <= days / 30 + 2; }

const char* date_level(std::int64_t days) {
  if (days == 0) return "same-day";
  if (days <= few_days) return "days";
  if (days <= exact_days) return "fortnight";
  if (days <= weeks) return "weeks";
  return days <= month_end || is_months_apart(days) ? "month-apart" : "far";
}

/// Numbers of at least four characters that are written on it: orders, contracts, tickets.
std::vector<std::string> numbers_of(const DocumentFacts& document) {
  const std::string own = code_key(document.number);
  std::vector<std::string> numbers;
  for (const std::string& word : document.words) {
    const bool of_own = !own.empty() && own.find(word) != std::string::npos;
    if (word.size() >= 4 && has_digit(word) && !of_own) numbers.push_back(word);
  }
  return numbers;
}

void compare_references(const DocumentFacts& draft, const DocumentFacts& document,
                        DocumentEvidence& evidence) {
  const auto left = numbers_of(draft), right = numbers_of(document);
  if (left.empty() || right.empty()) return;
  const auto shared = std::find_first_of(left.begin(), left.end(), right.begin(), right.end());
  const bool same = shared != left.end();
  evidence.say("reference", same ? "same" : "differs", same ? *shared : join(left, " "),
               same ? *shared : join(right, " "));
}

bool same_number(const DocumentFacts& draft, const DocumentFacts& document) {
  const std::string key = code_key(draft.number);
  return !key.empty() && key == code_key(document.number);
}

void compare_numbers(const DocumentFacts& draft, const DocumentFacts& document, DocumentEvidence& evidence) {
  if (draft.number.empty() || document.number.empty()) return;
  evidence.say("number", same_number(draft, document) ? "same" : "differs", draft.number, document.number);
}

bool same_customer(const DocumentFacts& draft, const DocumentFacts& document) {
  return !draft.customer_id.empty() && draft.customer_id == document.customer_id;
}

bool is_before(const Duplicate& left, const Duplicate& right) {
  if (left.exact != right.exact) return left.exact;
  if (left.candidate.score != right.candidate.score) return left.candidate.score > right.candidate.score;
  return left.candidate.id < right.candidate.id;
}

}  // namespace

Duplicate compare_documents(const DocumentFacts& draft, const DocumentFacts& document) {
  const LinesCompared lines = compare_lines(draft.lines, document.lines);
  const std::int64_t days = days_between(draft, document);
  DocumentEvidence evidence(radar_configuration(), document.key);
  evidence.say("customer", same_customer(draft, document) ? "same" : "differs", draft.customer_id,
               document.customer_id);
  evidence.say("amount", amount_level(draft, document), money_text(draft.net, draft.currency),
               money_text(document.net, document.currency));
  evidence.say("date", date_level(days), to_text(draft.date), to_text(document.date));
  if (lines.level != LinesLevel::unknown) {
    evidence.say("lines", text_of(lines.level), std::to_string(draft.lines.size()),
                 std::to_string(document.lines.size()));
  }
  compare_numbers(draft, document, evidence);
  compare_references(draft, document, evidence);
  const bool exact = same_customer(draft, document) && same_amount(draft, document) && days <= exact_days &&
                     lines.level == LinesLevel::same;
  return {evidence.take(), exact};
}

std::vector<Duplicate> find_duplicates_of(const DocumentFacts& draft,
                                          const std::vector<DocumentFacts>& documents) {
  std::vector<Duplicate> found;
  for (const DocumentFacts& document : documents) {
    const bool clash = same_number(draft, document);
    if (!clash && (!same_customer(draft, document) || draft.currency != document.currency)) continue;
    Duplicate one = compare_documents(draft, document);
    if (clash || one.exact || one.candidate.score >= radar_configuration().ask)
      found.push_back(std::move(one));
  }
  sort_by(found, is_before);
  return found;
}

}  // namespace sidebill

#include <algorithm>

#include "core/base/text.h"
#include "core/billing/checks.h"
#include "core/billing/emails.h"
#include "core/billing/preflight_text.h"

namespace sidebill::checks {

namespace {

// Source: reference/quickbooks.md 4.7
constexpr std::size_t most_lines = 10'000;
constexpr std::size_t most_taxed_lines = 750;

// Source: reference/quickbooks.md 3.3
constexpr std::size_t number_limit = 21;
constexpr std::size_t message_limit = 1000;
constexpr std::size_t memo_limit = 4000;

bool is_enabled(const Company& company, Currency currency) {
  if (currency == company.home_currency) return true;
  const auto& enabled = company.currencies;
  return company.multicurrency && std::find(enabled.begin(), enabled.end(), currency.code()) != enabled.end();
}

}  // namespace

void has_lines(const Subject& subject, Issues& issues) {
  if (subject.sale.lines.empty()) issues.push_back(warning(Code::deal_has_no_lines, "/lines"));
  if (subject.draft.lines.empty()) issues.push_back(error(Code::lines_missing, "/lines"));
}

void lines_are_not_too_many(const Subject& subject, Issues& issues) {
  const auto& lines = subject.draft.lines;
  const bool taxed =
      std::any_of(lines.begin(), lines.end(), [](const DraftLine& line) { return line.taxable; });
  const std::size_t limit = taxed ? most_taxed_lines : most_lines;
  if (lines.size() <= limit) return;
  issues.push_back(error(Code::lines_too_many, "/lines",
                         {{"count", std::to_string(lines.size())}, {"limit", std::to_string(limit)}}));
}

void currency_is_enabled(const Subject& subject, Issues& issues) {
  if (is_enabled(subject.company, subject.draft.currency)) return;
  issues.push_back(error(Code::currency_not_enabled, "/currency",
                         {{"currency", std::string(subject.draft.currency.code())}}));
}

/// Left out, the rate may be booked as 1. Source: reference/quickbooks.md 9, pitfall 23
void has_exchange_rate(const Subject& subject, Issues& issues) {
  const Currency currency = subject.draft.currency;
  if (currency == subject.company.home_currency || !is_enabled(subject.company, currency)) return;
  if (subject.draft.exchange_rate && *subject.draft.exchange_rate > Decimal{}) return;
  issues.push_back(
      error(Code::exchange_rate_missing, "/exchange_rate",
            {{"currency", std::string(currency.code())}, {"date", to_text(subject.draft.date)}}));
}

/// The rate that was read is of the day on which it was; one that was typed is nobody's but the person's.
void exchange_rate_is_of_the_day(const Subject& subject, Issues& issues) {
  const auto& read = subject.known.exchange;
  const auto& rate = subject.draft.exchange_rate;
  if (!read || !rate || *rate != read->rate || subject.draft.date == read->date) return;
  issues.push_back(warning(Code::exchange_rate_of_another_day, "/exchange_rate",
                           {{"rate", to_text(*rate)}, {"date", to_text(read->date)}}));
}

/// Source: reference/quickbooks.md 4.1 (6200)
void books_are_open(const Subject& subject, Issues& issues) {
  const auto& closed = subject.company.books_closed_through;
  if (!closed || subject.draft.date > *closed) return;
  issues.push_back(error(Code::books_closed, "/date", {{"date", to_text(*closed)}}));
}

void due_is_not_before_date(const Subject& subject, Issues& issues) {
  if (subject.draft.type != "Invoice") return;
  if (subject.draft.due_date >= subject.draft.date) return;
  issues.push_back(error(Code::due_before_date, "/due_date",
                         {{"date", to_text(subject.draft.date)}, {"due", to_text(subject.draft.due_date)}}));
}

void expires_after_date(const Subject& subject, Issues& issues) {
  const auto& expiration = subject.draft.expiration;
  if (!expiration || *expiration >= subject.draft.date) return;
  issues.push_back(error(Code::expires_before_date, "/expiration",
                         {{"date", to_text(subject.draft.date)}, {"expires", to_text(*expiration)}}));
}

/// Source: reference/quickbooks.md 9 (PaymentRefNum)
void payment_reference_fits(const Subject& subject, Issues& issues) {
  constexpr std::size_t limit = 21;
  check_text(subject.draft.payment_reference, limit, subject.company, "/payment_reference", issues);
}

/// Left out where the company numbers by hand, the number stays empty for good.
/// Source: reference/quickbooks.md 3.3 (DocNumber), pitfall 19
void number_fits(const Subject& subject, Issues& issues) {
  const std::string& number = subject.draft.number;
  if (number.empty()) {
    if (subject.company.custom_numbers) issues.push_back(error(Code::number_missing, "/number"));
    return;
  }
  const std::size_t length = code_points(number);
  if (length > number_limit) {
    issues.push_back(error(Code::number_too_long, "/number",
                           {{"length", std::to_string(length)}, {"limit", std::to_string(number_limit)}}));
  }
  check_latin1(number, subject.company, "/number", issues);
}

/// QuickBooks refuses a second document with a number only where the company asks it to (6140); the others
/// get two documents that nobody can tell apart.
void number_is_free(const Subject& subject, Issues& issues) {
  const std::string& number = subject.draft.number;
  const auto& taken = subject.known.numbers.taken;
  if (number.empty() || std::find(taken.begin(), taken.end(), number) == taken.end()) return;
  issues.push_back(error(Code::number_duplicate, "/number", {{"number", number}}));
}

void texts_fit(const Subject& subject, Issues& issues) {
  check_text(subject.draft.message, message_limit, subject.company, "/message", issues);
  check_text(subject.draft.memo, memo_limit, subject.company, "/memo", issues);
}

void email_is_valid(const Subject& subject, Issues& issues) {
  const std::string& email = subject.draft.email;
  if (email.empty()) issues.push_back(warning(Code::email_missing, "/email"));
  check_emails(email, "/email", issues);
  check_text(email, email_limit, subject.company, "/email", issues);
}

void copies_are_valid(const Subject& subject, Issues& issues) {
  check_emails(subject.draft.cc, "/cc", issues);
  check_text(subject.draft.cc, copies_limit, subject.company, "/cc", issues);
}

}  // namespace sidebill::checks

#include "core/matching/tie_invoices.h"

#include <doctest/doctest.h>

#include "tests/unit/matching/document_sample.h"

using namespace document_sample;

namespace {

std::string compared(const DealFacts& deal, const DocumentFacts& invoice) {
  return levels(compare_deal_invoice(deal, invoice, {}));
}

Outcome outcome_of(const std::vector<DealFacts>& deals, const std::vector<DocumentFacts>& invoices,
                   std::size_t place) {
  return tie_invoices(deals, invoices)[place].match.outcome;
}

const std::vector<LineFacts> desks = {line({"desk"}, 120000)};

}  // namespace

TEST_CASE("deal and invoice: every field that both have is compared, and the points sum to the score") {
  const Candidate found = compare_deal_invoice(deal("1", 120000, "2026-03-02", desks),
                                               invoice("7", 120000, "2026-03-05", desks), {});
  CHECK(levels(found) == "customer/linked currency/same amount/same date/same-week lines/same");
  CHECK(found.score == sum(found, tie_configuration().prior));
  CHECK(found.evidence[2].left == "1200.00 USD");
  CHECK(found.evidence[3].right == "2026-03-05");
}

TEST_CASE(
    "deal and invoice: the amount is the same with or without tax, a part, the rest, near, or another") {
  struct Row {
    std::int64_t net, total, billed;
    const char* level;
  };
  const Row rows[] = {
      {120000, 120000, 0, "same"},   {120000, 129900, 0, "same"}, {100000, 120000, 0, "same-with-tax"},
      {60000, 60000, 0, "share"},    {36000, 38970, 0, "share"},  {10000, 10000, 0, "share"},
      {70001, 70001, 49999, "rest"}, {120500, 120500, 0, "near"}, {47111, 47111, 0, "less"},
      {150000, 150000, 0, "more"},   {500000, 500000, 0, "far"}};
  for (const Row& row : rows) {
    CAPTURE(row.net);
    DealFacts one = deal("1", 120000, "2026-03-02");
    one.billed = row.billed;
    DocumentFacts document = invoice("7", row.net, "2026-03-02");
    document.total = row.total;
    CHECK(compare_deal_invoice(one, document, {}).evidence[2].level == row.level);
  }
}

TEST_CASE("deal and invoice: amounts of two currencies are never compared") {
  DocumentFacts euros = invoice("7", 120000, "2026-03-02");
  euros.currency = *find_currency("EUR");
  CHECK(compared(deal("1", 120000, "2026-03-02"), euros) ==
        "customer/linked currency/differs date/same-week");
}

TEST_CASE("deal and invoice: the date is seen from the day the deal closed") {
  struct Row {
    const char* date;
    const char* level;
    const char* recurring;
  };
  const Row rows[] = {{"2026-03-02", "same-week", "same-week"},
                      {"2026-02-27", "same-week", "same-week"},
                      {"2026-03-30", "same-month", "same-month"},
                      {"2026-05-20", "same-quarter", "while-billing"},
                      {"2026-12-20", "same-year", "while-billing"},
                      {"2028-03-02", "far", "while-billing"},
                      {"2025-03-02", "far", "far"}};
  for (const Row& row : rows) {
    CAPTURE(row.date);
    DealFacts one = deal("1", 0, "2026-03-02");
    CHECK(compare_deal_invoice(one, invoice("7", 1, row.date), {}).evidence.back().level == row.level);
    one.recurring = true;
    CHECK(compare_deal_invoice(one, invoice("7", 1, row.date), {}).evidence.back().level == row.recurring);
    one.created = on("2029-01-01");
    CHECK(compare_deal_invoice(one, invoice("7", 1, row.date), {}).evidence.back().level == "before-deal");
  }
}

TEST_CASE("deal and invoice: a number or the name of the deal on the invoice speaks for it") {
  DealFacts one = deal("1", 0, "2026-03-02");
  one.name_words = {"48213", "move", "office"};
  one.references = {"48213"};
  struct Row {
    std::vector<std::string> words;
    const char* level;
  };
  const Row rows[] = {
      {{"48213", "order"}, "same"}, {{"move", "office"}, "name-part"}, {{"thank", "you"}, "absent"}};
  for (const Row& row : rows) {
    DocumentFacts document = invoice("7", 1, "2026-03-02");
    document.words = row.words;
    CHECK(compare_deal_invoice(one, document, {}).evidence.back().level == row.level);
  }
  one.references.clear();
  DocumentFacts named = invoice("7", 1, "2026-03-02");
  named.words = one.name_words;
  CHECK(compare_deal_invoice(one, named, {}).evidence.back().level == "name");
}

TEST_CASE("tying: what many share says less") {
  const DealFacts one = deal("1", 120000, "2026-03-02");
  const DocumentFacts document = invoice("7", 120000, "2026-03-02");
  const int alone = compare_deal_invoice(one, document, {}).score;
  CHECK(compare_deal_invoice(one, document, {2, 1}).score == alone - 100);
  CHECK(compare_deal_invoice(one, document, {4, 1}).score == alone - 200);
  CHECK(compare_deal_invoice(one, document, {1, 2}).score == alone - 100);
  DealFacts monthly = one;
  monthly.recurring = true;
  CHECK(compare_deal_invoice(monthly, document, {1, 12}).score ==
        compare_deal_invoice(monthly, document, {}).score);
}

TEST_CASE("tying: a plain deal and its invoice are linked, a stranger's invoice is none") {
  const std::vector<DealFacts> deals = {deal("1", 120000, "2026-03-02", desks)};
  DocumentFacts strange = invoice("8", 120000, "2026-03-05", desks);
  strange.customer_id = "59";
  const std::vector<DocumentFacts> invoices = {invoice("7", 120000, "2026-03-05", desks), strange,
                                               invoice("9", 4711, "2024-01-05", {line({"lamp"}, 4711)})};
  CHECK(outcome_of(deals, invoices, 0) == Outcome::link);
  CHECK(outcome_of(deals, invoices, 1) == Outcome::none);
  CHECK(outcome_of(deals, invoices, 2) == Outcome::none);
}

TEST_CASE("tying: two deals that fit equally well are asked about, best and runner-up with their reasons") {
  const std::vector<DealFacts> deals = {deal("1", 120000, "2026-03-02", desks),
                                        deal("2", 120000, "2026-03-04", desks)};
  const auto tied = tie_invoices(deals, {invoice("7", 120000, "2026-03-05", desks)});
  CHECK(tied.front().match.outcome == Outcome::ask);
  REQUIRE(tied.front().match.candidates.size() == 2);
  CHECK(tied.front().match.candidates[1].evidence.size() == 6);
}

TEST_CASE(
    "tying: a deal that bills once takes one whole invoice, several parts, and of two equal ones neither") {
  const std::vector<DealFacts> deals = {deal("1", 120000, "2026-03-02", desks)};
  const std::vector<DocumentFacts> equal = {invoice("7", 120000, "2026-03-05", desks),
                                            invoice("8", 120000, "2026-03-05", desks)};
  CHECK(outcome_of(deals, equal, 0) == Outcome::ask);
  CHECK(outcome_of(deals, equal, 1) == Outcome::ask);
  const std::vector<DocumentFacts> parts = {invoice("7", 60000, "2026-03-05"),
                                            invoice("8", 60000, "2026-03-30")};
  for (const Tied& one : tie_invoices(deals, parts)) CHECK(one.match.outcome == Outcome::link);
  std::vector<DealFacts> billed = deals;
  billed.front().billed = 120000;
  CHECK(outcome_of(billed, {equal.front()}, 0) == Outcome::ask);
  billed.front().recurring = true;
  CHECK(outcome_of(billed, {equal.front()}, 0) == Outcome::link);
}

TEST_CASE("tying: nothing at all is nothing, and equal deals do not hide each other") {
  CHECK(tie_invoices({}, {}).empty());
  CHECK(tie_invoices({}, {invoice("7", 1, "2026-03-05")}).front().match.candidates.empty());
  const DealFacts one = deal("1", 120000, "2026-03-02", desks);
  CHECK(tie_invoices({one, one}, {invoice("7", 120000, "2026-03-05", desks)}).front().match.outcome ==
        Outcome::ask);
}

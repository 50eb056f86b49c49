#include "core/matching/duplicate_radar.h"

#include <doctest/doctest.h>

#include "tests/unit/matching/document_sample.h"

using namespace document_sample;

namespace {

const std::vector<LineFacts> desks = {line({"desk"}, 80000, "7"), line({"chair"}, 40000, "8")};

DocumentFacts draft() {
  DocumentFacts one = invoice("", 120000, "2026-03-20", desks);
  one.key.clear();
  return one;
}

std::size_t found(const DocumentFacts& document) { return find_duplicates_of(draft(), {document}).size(); }

}  // namespace

TEST_CASE("radar: the same customer, amount and lines within two weeks is exact, whoever entered it") {
  struct Row {
    const char* date;
    bool exact;
  };
  for (const Row& row : {Row{"2026-03-20", true}, Row{"2026-03-06", true}, Row{"2026-04-03", true},
                         Row{"2026-03-05", false}, Row{"2026-02-20", false}}) {
    CAPTURE(row.date);
    CHECK(compare_documents(draft(), invoice("7", 120000, row.date, desks)).exact == row.exact);
  }
}

TEST_CASE("radar: what makes it exact is each of the four") {
  DocumentFacts document = invoice("7", 120000, "2026-03-19", desks);
  CHECK(compare_documents(draft(), document).exact);
  DocumentFacts other = document;
  other.customer_id = "59";
  CHECK_FALSE(compare_documents(draft(), other).exact);
  other = document;
  other.net = other.total = 120001;
  CHECK_FALSE(compare_documents(draft(), other).exact);
  other = document;
  other.currency = *find_currency("EUR");
  CHECK_FALSE(compare_documents(draft(), other).exact);
  other = document;
  other.lines.pop_back();
  CHECK_FALSE(compare_documents(draft(), other).exact);
}

TEST_CASE("radar: a tax that is not known yet does not hide the same net amount") {
  DocumentFacts taxed = invoice("7", 120000, "2026-03-19", desks);
  taxed.total = 129900;
  CHECK(compare_documents(draft(), taxed).exact);
}

TEST_CASE("radar: the next of a monthly series, a part and an old order raise no alarm") {
  CHECK(found(invoice("7", 120000, "2026-02-20", desks)) == 0);
  CHECK(found(invoice("7", 120000, "2025-12-20", desks)) == 0);
  CHECK(found(invoice("7", 60000, "2026-03-18", {line({"deposit"}, 60000)})) == 0);
  CHECK(found(invoice("7", 120000, "2025-06-07", desks)) == 0);
}

TEST_CASE("radar: the same sale in other words and in one line is found") {
  CHECK(found(invoice("7", 120000, "2026-03-18", {line({"as", "quoted"}, 120000)})) == 1);
}

TEST_CASE("radar: a number that is taken is told whatever it was given to, in any spelling") {
  DocumentFacts numbered = draft();
  numbered.number = "INV-1043";
  DocumentFacts other = invoice("7", 900, "2024-01-01", {line({"lamp"}, 900)});
  other.customer_id = "59";
  other.number = "inv 1043";
  CHECK(find_duplicates_of(numbered, {other}).size() == 1);
  other.number = "INV-1044";
  CHECK(find_duplicates_of(numbered, {other}).empty());
  CHECK(find_duplicates_of(draft(), {other}).empty());
}

TEST_CASE("radar: exact ones first, then the best, and the points sum to the score") {
  const auto duplicates = find_duplicates_of(
      draft(), {invoice("9", 120000, "2026-03-19", {line({"as", "quoted"}, 120000)}),
                invoice("8", 120000, "2026-03-12", desks), invoice("7", 120000, "2026-03-12", desks)});
  REQUIRE(duplicates.size() == 3);
  CHECK(duplicates[0].candidate.id == "1:Invoice:7");
  CHECK(duplicates[1].candidate.id == "1:Invoice:8");
  CHECK_FALSE(duplicates[2].exact);
  for (const Duplicate& one : duplicates) {
    CHECK(one.candidate.score == sum(one.candidate, radar_configuration().prior));
  }
}

TEST_CASE("radar: a draft without a customer repeats nothing") {
  DocumentFacts nobody = draft();
  nobody.customer_id.clear();
  DocumentFacts other = invoice("7", 120000, "2026-03-19", desks);
  other.customer_id.clear();
  CHECK(find_duplicates_of(nobody, {other}).empty());
}

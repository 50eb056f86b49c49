#include "core/billing/numbering.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

using namespace sidebill;

namespace {

using Numbers = std::vector<std::string>;

std::string after(const Numbers& newest_first) {
  return next_number(series_of(newest_first).value_or(NumberSeries{}), newest_first);
}

/// A company whose newest number stands first, as the books answer.
struct Books {
  Numbers newest_first;
  std::multiset<std::string> issued;

  void issue(const std::string& number) {
    newest_first.insert(newest_first.begin(), number);
    issued.insert(number);
  }
};

}  // namespace

TEST_CASE("numbering: the next number follows the newest ones") {
  struct Row {
    Numbers used;
    std::string next;
  };
  const Row rows[] = {
      {{}, "1001"},
      {{"1042", "1041", "1040"}, "1043"},
      {{"INV-0009", "INV-0008"}, "INV-0010"},
      {{"INV-0999", "INV-0998"}, "INV-1000"},
      {{"INV-9999", "INV-9998"}, "INV-10000"},
      {{"0099", "0098"}, "0100"},
      {{"2026/17-A", "2026/16-A"}, "2026/18-A"},
      {{"HS-7", "1002", "1001", "1000"}, "1003"},
      {{"HS-7", "1002"}, "HS-8"},
      {{"1002", "1010", "1003"}, "1011"},
      {{"DRAFT", "1002"}, "1003"},
      {{"DRAFT"}, "1001"},
      {{"99999999999999999999"}, "100000000000000000000"},
      {{"A-000"}, "A-001"},
  };
  for (const Row& row : rows) CHECK(after(row.used) == row.next);
}

TEST_CASE("numbering: of an older series nothing comes back, and what was used counts wherever it stands") {
  const NumberSeries series{"INV-", "", 4};
  CHECK(next_number(series, {"INV-0003", "INV-0120", "OLD-0500", "inv-0900"}) == "INV-0121");
}

TEST_CASE("numbering: ten thousand numbers beside another system that numbers too, and none twice") {
  std::mt19937 random(7);
  for (const std::string& theirs : {std::string("HS-"), std::string("INV-")}) {
    Books books;
    books.issue("INV-0001");
    std::int64_t other = 1;
    for (int made = 0; made < 5'000; ++made) {
      if (random() % 3 == 0) {
        // It counts from the highest of its own, as we do.
        const std::string number = next_number({theirs, "", theirs == "INV-" ? 4U : 0U}, books.newest_first);
        books.issue(number);
        ++other;
      }
      const auto series = series_of(books.newest_first);
      REQUIRE(series);
      books.issue(next_number(*series, books.newest_first));
    }
    CHECK(other > 1'000);
    std::set<std::string> once(books.issued.begin(), books.issued.end());
    CHECK(once.size() == books.issued.size());
  }
}

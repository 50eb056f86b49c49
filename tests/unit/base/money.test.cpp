#include "core/base/money.h"

#include <doctest/doctest.h>

#include <numeric>

#include "tests/unit/base/show.h"

using namespace sidebill;

namespace {

Currency currency(const std::string& code) { return find_currency(code).value(); }
Money money(std::int64_t minor, const std::string& code) { return {minor, currency(code)}; }

}  // namespace

TEST_CASE("money: an amount is rounded to its currency's own minor unit") {
  struct Row {
    std::string amount;
    std::string code;
    std::string expected;
  };
  for (const Row& row : {
           Row{"1861.075", "USD", "1861.08 USD"},
           Row{"-1861.075", "USD", "-1861.08 USD"},
           Row{"1250.5", "JPY", "1251 JPY"},
           Row{"1.2345", "KWD", "1.235 KWD"},
           Row{"1.23456", "CLF", "1.2346 CLF"},
           Row{"0.004", "USD", "0.00 USD"},
           Row{"0.005", "USD", "0.01 USD"},
           Row{"-0.004", "USD", "0.00 USD"},
           Row{"92233720368547758.07", "USD", "92233720368547758.07 USD"},
           Row{"92233720368547758.1", "USD", "none"},
           Row{"9223372036854775807", "JPY", "9223372036854775807 JPY"},
           Row{"9223372036854775807", "USD", "none"},
       }) {
    CAPTURE(row.amount);
    CAPTURE(row.code);
    const auto rounded = money_from(parse_decimal(row.amount).value(), currency(row.code), Rounding::half_up);
    CHECK(show::text(rounded) == row.expected);
  }
}

TEST_CASE("money: the rounding is the one named") {
  const Decimal tie{2125, 3};
  CHECK(money_from(tie, currency("USD"), Rounding::half_up)->minor == 213);
  CHECK(money_from(tie, currency("USD"), Rounding::half_even)->minor == 212);
  CHECK(money_from(tie, currency("USD"), Rounding::down)->minor == 212);
  CHECK(money_from(tie, currency("USD"), Rounding::up)->minor == 213);
}

TEST_CASE("money: an amount shows exactly its currency's decimals") {
  CHECK(amount_text(money(1250, "USD")) == "12.50");
  CHECK(amount_text(money(1250, "JPY")) == "1250");
  CHECK(amount_text(money(1250, "KWD")) == "1.250");
  CHECK(amount_text(money(1250, "CLF")) == "0.1250");
  CHECK(amount_text(money(-5, "USD")) == "-0.05");
  CHECK(amount_text(money(INT64_MIN, "USD")) == "-92233720368547758.08");
  CHECK(amount_of(money(-5, "USD")) == Decimal{-5, 2});
}

TEST_CASE("money: amounts of two currencies are never added") {
  CHECK(show::text(add(money(1, "USD"), money(2, "USD"))) == "0.03 USD");
  CHECK(show::text(subtract(money(1, "USD"), money(2, "USD"))) == "-0.01 USD");
  CHECK(show::text(add(money(1, "USD"), money(2, "CAD"))) == "none");
  CHECK(show::text(subtract(money(0, "USD"), money(0, "CAD"))) == "none");
  CHECK(money(1, "USD") != money(1, "CAD"));
  CHECK(money(1, "USD") != money(2, "USD"));
}

TEST_CASE("money: sums past 64 bits are nothing") {
  CHECK(show::text(add(money(INT64_MAX, "USD"), money(1, "USD"))) == "none");
  CHECK(show::text(subtract(money(INT64_MIN, "USD"), money(1, "USD"))) == "none");
  CHECK(show::text(subtract(money(0, "USD"), money(INT64_MIN, "USD"))) == "none");
  CHECK(show::text(add(money(INT64_MAX, "JPY"), money(INT64_MIN, "JPY"))) == "-1 JPY");
}

TEST_CASE("money: a split sums to the whole, the largest remainders first, ties to the earlier part") {
  struct Row {
    std::int64_t whole;
    std::vector<std::int64_t> weights;
    std::string expected;
  };
  for (const Row& row : {
           Row{100, {1, 1, 1}, "34 33 33"},
           Row{-100, {1, 1, 1}, "-34 -33 -33"},
           Row{2, {1, 1, 1}, "1 1 0"},
           Row{100, {1, 2, 4}, "14 29 57"},
           Row{5, {0, 3, 0, 3}, "0 3 0 2"},
           Row{7, {0, 0}, "7 0"},
           Row{-7, {0}, "-7"},
           Row{0, {5, 5}, "0 0"},
           Row{10, {7}, "10"},
           Row{1, {1, 2}, "0 1"},
           Row{1, {}, "none"},
           Row{1, {1, -1}, "none"},
           Row{0, {-1}, "none"},
           Row{INT64_MAX, {INT64_MAX, INT64_MAX}, "4611686018427387904 4611686018427387903"},
           Row{INT64_MIN, {INT64_MAX, INT64_MAX}, "-4611686018427387904 -4611686018427387904"},
           Row{INT64_MIN, {0, 1}, "0 -9223372036854775808"},
           Row{INT64_MAX, {1, 0, INT64_MAX}, "1 0 9223372036854775806"},
       }) {
    CAPTURE(row.whole);
    CAPTURE(show::text(row.weights));
    CHECK(show::text(split_minor(row.whole, row.weights)) == row.expected);
  }
}

TEST_CASE("money: every small split is exact and within one unit of its due share") {
  for (std::int64_t whole = -30; whole <= 30; ++whole) {
    for (std::int64_t weight = 0; weight < 6; ++weight) {
      const std::vector<std::int64_t> weights = {weight, 3, 5, 0, weight + 1};
      const std::int64_t total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
      const auto parts = split_minor(whole, weights).value();
      CAPTURE(whole);
      CAPTURE(show::text(weights));
      CHECK(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == whole);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        CHECK(std::abs(parts[i] * total - whole * weights[i]) < total);
      }
    }
  }
}

#include "core/base/decimal.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/base/show.h"

using namespace sidebill;

namespace {

constexpr std::int64_t largest = INT64_MAX;
constexpr std::int64_t smallest = INT64_MIN;

Decimal of(const std::string& text) { return parse_decimal(text).value(); }

struct Row {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("decimal: only plain decimals are read") {
  for (const Row& row : {
           Row{"0", "0"},        Row{"12.50", "12.50"},
           Row{"-0.5", "-0.5"},  Row{"007", "7"},
           Row{"-0.00", "0.00"}, Row{"0.000000000000000001", "0.000000000000000001"},
           Row{"1e3", "none"},   Row{"1E3", "none"},
           Row{"1,5", "none"},   Row{"1.234,50", "none"},
           Row{"+1", "none"},    Row{"--1", "none"},
           Row{"-", "none"},     Row{"", "none"},
           Row{" 1", "none"},    Row{"1 ", "none"},
           Row{".5", "none"},    Row{"5.", "none"},
           Row{"1.2.3", "none"}, Row{"1..2", "none"},
           Row{"NaN", "none"},   Row{"Infinity", "none"},
           Row{"0x10", "none"},  Row{"1_000", "none"},
           Row{"١٢", "none"},    Row{std::string("1\0", 2), "none"},
           Row{"$5", "none"},
       }) {
    CAPTURE(row.text);
    CHECK(show::text(parse_decimal(row.text)) == row.expected);
  }
}

TEST_CASE("decimal: reading stops at 64 bits and 18 decimals, never wraps") {
  for (const Row& row : {
           Row{"9223372036854775807", "9223372036854775807"},
           Row{"9223372036854775808", "none"},
           Row{"-9223372036854775808", "-9223372036854775808"},
           Row{"-9223372036854775809", "none"},
           Row{"18446744073709551617", "none"},                     // 2^64 + 1 would wrap to 1
           Row{"340282366920938463463374607431768211457", "none"},  // 2^128 + 1 as well
           Row{"9.223372036854775807", "9.223372036854775807"},
           Row{"9.223372036854775808", "none"},
           Row{"10.000000000000000000", "10.00000000000000000"},  // fits with one zero less
           Row{"0.0000000000000000001", "none"},
           Row{"1.0000000000000000000", "none"},
           Row{std::string(1'000'000, '0') + "1", "1"},
           Row{"1" + std::string(1'000'000, '0'), "none"},
           Row{std::string(10'000'000, '9'), "none"},
       }) {
    CAPTURE(row.text.substr(0, 50));
    CHECK(show::text(parse_decimal(row.text)) == row.expected);
  }
}

TEST_CASE("decimal: JSON numbers are read exactly, exponent included") {
  for (const Row& row : {
           Row{"0", "0"},
           Row{"-0", "0"},
           Row{"12.50", "12.50"},
           Row{"1e3", "1000"},
           Row{"1E+3", "1000"},
           Row{"1e-7", "0.0000001"},
           Row{"1.5e3", "1500"},
           Row{"1.50e1", "15.0"},
           Row{"-2.5e-3", "-0.0025"},
           Row{"0e999999999999999999999", "0"},
           Row{"1e18", "1000000000000000000"},
           Row{"1e19", "none"},
           Row{"1e-18", "0.000000000000000001"},
           Row{"1e-19", "none"},
           Row{"10e-19", "0.000000000000000001"},
           Row{"1e999999999999999999999", "none"},
           Row{"1e-999999999999999999999", "none"},
           Row{"9223372036854775807", "9223372036854775807"},
           Row{"9223372036854775808", "none"},
           Row{"92233720368547758070e-1", "9223372036854775807"},
           Row{"-922337203685477580.8e1", "-9223372036854775808"},
           Row{"1.0000000000000000000000000000000000000000000000", "1.000000000000000000"},
           Row{"1000000000000000000000000000000e-40", "0.000000000100000000"},
           Row{"0.1000000000000000055511151231257827", "none"},
           Row{"01", "none"},
           Row{"+1", "none"},
           Row{".5", "none"},
           Row{"5.", "none"},
           Row{"1e", "none"},
           Row{"1e+", "none"},
           Row{"1e1.5", "none"},
           Row{"1ee1", "none"},
           Row{"", "none"},
           Row{"-", "none"},
           Row{"1 ", "none"},
           Row{"e5", "none"},
           Row{"NaN", "none"},
       }) {
    CAPTURE(row.text);
    CHECK(show::text(parse_json_number(row.text)) == row.expected);
  }
}

TEST_CASE("decimal: digits print as they are") {
  struct Printed {
    Decimal value;
    std::string expected;
  };
  for (const Printed& row : {
           Printed{{1250, 2}, "12.50"},
           Printed{{-5, 1}, "-0.5"},
           Printed{{0, 0}, "0"},
           Printed{{0, 3}, "0.000"},
           Printed{{5, 18}, "0.000000000000000005"},
           Printed{{largest, 0}, "9223372036854775807"},
           Printed{{smallest, 0}, "-9223372036854775808"},
           Printed{{smallest, 18}, "-9.223372036854775808"},
           Printed{{-100, 2}, "-1.00"},
       }) {
    CHECK(to_text(row.value) == row.expected);
  }
}

TEST_CASE("decimal: normalizing drops zeros behind the point only") {
  for (const Row& row : {Row{"12.50", "12.5"}, Row{"3.00", "3"}, Row{"300", "300"}, Row{"0.000", "0"},
                         Row{"-1.010", "-1.01"}, Row{"-9223372036854775808", "-9223372036854775808"}}) {
    CAPTURE(row.text);
    CHECK(to_text(normalized(of(row.text))) == row.expected);
  }
}

TEST_CASE("decimal: comparing is exact over all scales") {
  struct Compared {
    Decimal left, right;
    int expected;
  };
  for (const Compared& row : {
           Compared{of("1.5"), of("1.50"), 0},
           Compared{of("0"), of("-0.000"), 0},
           Compared{of("-1"), of("1"), -1},
           Compared{{largest, 0}, {largest, 18}, 1},
           Compared{{smallest, 0}, {largest, 0}, -1},
           Compared{{smallest, 18}, {smallest, 0}, 1},
           Compared{{smallest, 0}, {smallest, 0}, 0},
           Compared{of("9.223372036854775807"), of("9.22337203685477580"), 1},
           Compared{of("0.1"), of("0.100000000000000001"), -1},
       }) {
    CAPTURE(to_text(row.left));
    CAPTURE(to_text(row.right));
    CHECK(compare(row.left, row.right) == row.expected);
    CHECK(compare(row.right, row.left) == -row.expected);
    CHECK((row.left == row.right) == (row.expected == 0));
    CHECK((row.left < row.right) == (row.expected < 0));
    CHECK((row.left >= row.right) == (row.expected >= 0));
  }
}

TEST_CASE("decimal: sums and differences are exact, or nothing when they do not fit") {
  struct Summed {
    Decimal left, right;
    std::string sum, difference;
  };
  for (const Summed& row : {
           Summed{of("0.1"), of("0.2"), "0.3", "-0.1"},
           Summed{of("1.50"), of("1.5"), "3.00", "0.00"},
           Summed{of("-1"), of("0.001"), "-0.999", "-1.001"},
           Summed{{largest, 0}, {1, 0}, "none", "9223372036854775806"},
           Summed{{smallest, 0}, {1, 0}, "-9223372036854775807", "none"},
           Summed{{smallest, 0}, {smallest, 0}, "none", "0"},
           Summed{{0, 0}, {smallest, 0}, "-9223372036854775808", "none"},
           Summed{{largest, 0}, {0, 18}, "9223372036854775807", "9223372036854775807"},
           Summed{{largest, 0}, {1, 18}, "none", "none"},
           Summed{of("9000000000000000000"), of("0.000000000000000001"), "none", "none"},
       }) {
    CAPTURE(to_text(row.left));
    CAPTURE(to_text(row.right));
    CHECK(show::text(add(row.left, row.right)) == row.sum);
    CHECK(show::text(subtract(row.left, row.right)) == row.difference);
  }
}

TEST_CASE("decimal: products are exact and give up zeros only to fit") {
  struct Multiplied {
    Decimal left, right;
    std::string expected;
  };
  for (const Multiplied& row : {
           Multiplied{of("128.35"), of("14.50"), "1861.0750"},
           Multiplied{of("-0.1"), of("0.1"), "-0.01"},
           Multiplied{{largest, 0}, {0, 0}, "0"},
           Multiplied{{largest, 0}, {2, 0}, "none"},
           Multiplied{{largest, 0}, {largest, 0}, "none"},
           Multiplied{{smallest, 0}, {smallest, 0}, "none"},
           Multiplied{{smallest, 0}, {-1, 0}, "none"},
           Multiplied{{smallest, 0}, {10, 1}, "-9223372036854775808"},
           Multiplied{{smallest, 0}, {-10, 1}, "none"},
           Multiplied{{1, 18}, {1, 18}, "none"},
           Multiplied{{1'000'000'000, 18}, {1'000'000'000, 18}, "0.000000000000000001"},
           Multiplied{{0, 18}, {0, 18}, "0.000000000000000000"},
       }) {
    CAPTURE(to_text(row.left));
    CAPTURE(to_text(row.right));
    CHECK(show::text(multiply(row.left, row.right)) == row.expected);
  }
}

TEST_CASE("decimal: rounding modes differ at ties and on either side of zero") {
  struct Rounded {
    std::string text, half_up, half_even, down, up;
  };
  for (const Rounded& row : {
           Rounded{"0.5", "1", "0", "0", "1"},
           Rounded{"1.5", "2", "2", "1", "2"},
           Rounded{"2.5", "3", "2", "2", "3"},
           Rounded{"-0.5", "-1", "0", "0", "-1"},
           Rounded{"-2.5", "-3", "-2", "-2", "-3"},
           Rounded{"2.4", "2", "2", "2", "3"},
           Rounded{"2.6", "3", "3", "2", "3"},
           Rounded{"-2.6", "-3", "-3", "-2", "-3"},
           Rounded{"2.500000000000000001", "3", "3", "2", "3"},
           Rounded{"2.499999999999999999", "2", "2", "2", "3"},
           Rounded{"0.000000000000000001", "0", "0", "0", "1"},
           Rounded{"7.00", "7", "7", "7", "7"},
           Rounded{"0.00", "0", "0", "0", "0"},
       }) {
    CAPTURE(row.text);
    CHECK(show::text(rescale(of(row.text), 0, Rounding::half_up)) == row.half_up);
    CHECK(show::text(rescale(of(row.text), 0, Rounding::half_even)) == row.half_even);
    CHECK(show::text(rescale(of(row.text), 0, Rounding::down)) == row.down);
    CHECK(show::text(rescale(of(row.text), 0, Rounding::up)) == row.up);
  }
}

TEST_CASE("decimal: rescaling pads, rounds, and says when the digits do not fit") {
  struct Rescaled {
    Decimal value;
    int places;
    std::string expected;
  };
  for (const Rescaled& row : {
           Rescaled{of("1861.075"), 2, "1861.08"},
           Rescaled{of("12"), 2, "12.00"},
           Rescaled{of("12.5"), 1, "12.5"},
           Rescaled{{largest, 0}, 0, "9223372036854775807"},
           Rescaled{{largest, 0}, 1, "none"},
           Rescaled{{smallest, 0}, 0, "-9223372036854775808"},
           Rescaled{{smallest, 0}, 18, "none"},
           Rescaled{{largest, 18}, 0, "9"},
           Rescaled{{largest, 1}, 0, "922337203685477581"},
           Rescaled{of("1"), 18, "1.000000000000000000"},
           Rescaled{of("10"), 18, "none"},
           Rescaled{of("1"), 19, "none"},
           Rescaled{of("1"), -1, "none"},
           Rescaled{of("0"), 18, "0.000000000000000000"},
       }) {
    CAPTURE(to_text(row.value));
    CAPTURE(row.places);
    CHECK(show::text(rescale(row.value, row.places, Rounding::half_up)) == row.expected);
  }
}

TEST_CASE("decimal: quotients are rounded once, at the end") {
  struct Divided {
    Decimal left, right;
    int places;
    std::string expected;
  };
  for (const Divided& row : {
           Divided{of("100"), of("3"), 6, "33.333333"},
           Divided{of("200"), of("3"), 2, "66.67"},
           Divided{of("-200"), of("3"), 2, "-66.67"},
           Divided{of("1"), of("-8"), 2, "-0.13"},
           Divided{of("1"), of("0"), 2, "none"},
           Divided{of("0"), of("0.00"), 2, "none"},
           Divided{of("0"), of("7"), 2, "0.00"},
           Divided{{1, 0}, {1, 18}, 0, "1000000000000000000"},
           Divided{{1, 0}, {1, 18}, 18, "none"},
           Divided{{1, 18}, {1, 0}, 18, "0.000000000000000001"},
           Divided{{1, 18}, {largest, 0}, 18, "0.000000000000000000"},
           Divided{{largest, 0}, {largest, 18}, 0, "1000000000000000000"},
           Divided{{smallest, 0}, {-1, 0}, 0, "none"},
           Divided{{smallest, 0}, {1, 0}, 0, "-9223372036854775808"},
           Divided{{smallest, 18}, {smallest, 18}, 18, "1.000000000000000000"},
           Divided{{largest, 0}, {1, 18}, 18, "none"},
           Divided{of("1"), of("3"), 19, "none"},
           Divided{of("0.4999999999999999"), of("1"), 0, "0"},
       }) {
    CAPTURE(to_text(row.left));
    CAPTURE(to_text(row.right));
    CHECK(show::text(divide(row.left, row.right, row.places, Rounding::half_up)) == row.expected);
  }
}

TEST_CASE("decimal: a product may pass 64 bits on its way to a result that fits") {
  struct Product {
    Decimal left, right;
    int places;
    std::string expected;
  };
  for (const Product& row : {
           Product{of("128.35"), of("14.50"), 2, "1861.08"},  // 1861.075: binary floats give 1861.07
           Product{of("4495.16"), of("9.975"), 2, "44839.22"},
           Product{{largest, 18}, {largest, 18}, 2, "85.07"},
           Product{{largest, 0}, {1, 18}, 18, "9.223372036854775807"},
           Product{{largest, 0}, {largest, 18}, 0, "none"},
           Product{{smallest, 18}, {smallest, 18}, 0, "85"},
           Product{{smallest, 0}, {smallest, 0}, 0, "none"},
           Product{of("1"), of("1"), 19, "none"},
           Product{of("-1.005"), of("1"), 2, "-1.01"},
       }) {
    CAPTURE(to_text(row.left));
    CAPTURE(to_text(row.right));
    CHECK(show::text(multiply_rounded(row.left, row.right, row.places, Rounding::half_up)) == row.expected);
  }
}

TEST_CASE("decimal: multiply and divide keeps its middle exact, whatever the scales") {
  struct Shared {
    Decimal a, b, divisor;
    int places;
    std::string expected;
  };
  for (const Shared& row : {
           Shared{of("4495.16"), of("9.975"), of("100"), 2, "448.39"},  // an app that sent 448.40 was refused
           Shared{of("10"), of("1"), of("3"), 4, "3.3333"},
           Shared{of("10"), of("1"), of("0"), 4, "none"},
           Shared{{largest, 0}, {largest, 0}, {largest, 0}, 0, "9223372036854775807"},
           Shared{{largest, 0}, {smallest, 0}, {largest, 0}, 0, "-9223372036854775808"},
           Shared{{largest, 0}, {smallest, 0}, {-largest, 0}, 0, "none"},
           Shared{{largest, 0}, {largest, 0}, {1, 0}, 0, "none"},
           Shared{{largest, 18}, {largest, 18}, {largest, 0}, 18, "0.000000000000000009"},
           Shared{{1, 18}, {1, 18}, {largest, 0}, 0, "0"},
           Shared{{1, 0}, {1, 0}, {1, 18}, 0, "1000000000000000000"},
           Shared{of("-1"), of("1"), of("8"), 2, "-0.13"},
           Shared{of("1"), of("1"), of("-8"), 2, "-0.13"},
       }) {
    CAPTURE(to_text(row.a));
    CAPTURE(to_text(row.b));
    CAPTURE(to_text(row.divisor));
    CHECK(show::text(multiply_divide(row.a, row.b, row.divisor, row.places, Rounding::half_up)) ==
          row.expected);
  }
}

TEST_CASE("decimal: a tie is none when the division left something behind it") {
  const auto even = [](const char* dividend) {
    return show::text(multiply_divide(of(dividend), Decimal{1, 0}, Decimal{3, 0}, 0, Rounding::half_even));
  };
  CHECK(even("1.5") == "0");  // 0.5
  CHECK(even("1.6") == "1");  // 0.5333...
  CHECK(even("-1.6") == "-1");
  CHECK(even("4.4") == "1");  // 1.4666...
}

TEST_CASE("decimal: rounding up sees the smallest rest of a division") {
  const auto up = [](Decimal a, Decimal divisor) {
    return show::text(multiply_divide(a, Decimal{1, 18}, divisor, 0, Rounding::up));
  };
  CHECK(up({1, 18}, {largest, 0}) == "1");
  CHECK(up({-1, 18}, {largest, 0}) == "-1");
  CHECK(up({0, 18}, {largest, 0}) == "0");
}

TEST_CASE("decimal: the smallest value has no negative of 64 bits") {
  CHECK(show::text(negate(of("1.50"))) == "-1.50");
  CHECK(show::text(negate(of("-0.0"))) == "0.0");
  CHECK(show::text(negate(Decimal{smallest, 0})) == "none");
  CHECK(show::text(negate(Decimal{largest, 0})) == "-9223372036854775807");
  CHECK(show::text(negate(Decimal{smallest, 18})) == "none");
}

#include "core/base/decimal.h"

#include <algorithm>

#include "core/base/wide.h"

namespace sidebill {
namespace {

using wide::magnitude;
using wide::power_of_ten;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How many digits `text` has from `start` on.
std::size_t digits_from(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - start;
}

/// The value if it fits a Decimal, giving up trailing zeros after the point where that helps.
std::optional<Decimal> fit(wide::Signed coefficient, int scale) {
  while (scale > 0 && (scale > Decimal::max_scale || !wide::fits_64(coefficient)) && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (scale > Decimal::max_scale || !wide::fits_64(coefficient)) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(coefficient), scale};
}

wide::Signed coefficient_at(Decimal value, int scale) {
  return static_cast<wide::Signed>(value.coefficient()) *
         static_cast<wide::Signed>(power_of_ten(scale - value.scale()));
}

/// What was cut off a quotient, seen from the digit before it.
enum class Rest { none, below_half, half, above_half };

Rest rest_of(wide::Unsigned remainder, wide::Unsigned divisor, bool more_behind) {
  if (remainder == 0 && !more_behind) return Rest::none;
  const wide::Unsigned other_part = divisor - remainder;
  if (remainder < other_part) return Rest::below_half;
  return remainder == other_part && !more_behind ? Rest::half : Rest::above_half;
}

bool rounds_away(Rest rest, bool odd, Rounding rounding) {
  switch (rounding) {
    case Rounding::half_up: return rest == Rest::half || rest == Rest::above_half;
    case Rounding::half_even: return rest == Rest::above_half || (rest == Rest::half && odd);
    case Rounding::down: return false;
    case Rounding::up: return rest != Rest::none;
  }
  return false;
}

/// A whole part and what was cut off behind it.
struct Quotient {
  wide::Unsigned whole;
  Rest rest;
};

/// `dividend / divisor * 10^shift` for shift >= 0, digit by digit as on paper, so that no product can leave
/// 128 bits. nullopt once the whole part is past 64 bits.
std::optional<Quotient> divide_up(wide::Unsigned dividend, wide::Unsigned divisor, int shift) {
  wide::Unsigned whole = dividend / divisor;
  wide::Unsigned remainder = dividend % divisor;
  for (int i = 0; i < shift && whole <= UINT64_MAX; ++i) {
    remainder *= 10;
    whole = whole * 10 + remainder / divisor;
    remainder %= divisor;
  }
  if (whole > UINT64_MAX) return std::nullopt;
  return Quotient{whole, rest_of(remainder, divisor, false)};
}

/// `dividend / divisor / 10^shift` for shift 1..38.
Quotient divide_down(wide::Unsigned dividend, wide::Unsigned divisor, int shift) {
  const wide::Unsigned quotient = dividend / divisor;
  const wide::Unsigned power = power_of_ten(shift);
  return {quotient / power, rest_of(quotient % power, power, dividend % divisor != 0)};
}

/// `dividend / 10^dividend_scale` over `divisor` at `places` decimals, rounded once. Exact for every input:
/// the dividend is a product of two 64-bit values at most, the divisor one, the scales at most 36 and 18.
std::optional<Decimal> rounded_quotient(wide::Signed dividend, int dividend_scale, Decimal divisor,
                                        int places, Rounding rounding) {
  if (divisor.is_zero() || places < 0 || places > Decimal::max_scale) return std::nullopt;
  const bool negative = (dividend < 0) != divisor.is_negative();
  const wide::Unsigned dividend_size = magnitude(dividend);
  const wide::Unsigned divisor_size = magnitude(divisor.coefficient());
  const int shift = divisor.scale() + places - dividend_scale;

  const auto quotient = shift >= 0 ? divide_up(dividend_size, divisor_size, shift)
                                   : divide_down(dividend_size, divisor_size, -shift);
  if (!quotient) return std::nullopt;
  const bool away = rounds_away(quotient->rest, quotient->whole % 2 == 1, rounding);
  const auto size = static_cast<wide::Signed>(quotient->whole + (away ? 1 : 0));
  const wide::Signed signed_result = negative ? -size : size;
  if (!wide::fits_64(signed_result)) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(signed_result), places};
}

wide::Signed product(Decimal left, Decimal right) {
  return static_cast<wide::Signed>(left.coefficient()) * right.coefficient();
}

/// The value of at most 38 digits; they must be digits.
wide::Signed value_of_digits(std::string_view digits) {
  wide::Signed value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

constexpr std::size_t most_digits = 38;  // what 128 bits surely hold

/// `digits * 10^-scale` with any number of digits and any scale.
std::optional<Decimal> decimal_of_digits(bool negative, std::string digits, std::int64_t scale) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.empty()) {
    return Decimal{0, static_cast<int>(std::clamp<std::int64_t>(scale, 0, Decimal::max_scale))};
  }
  while ((digits.size() > most_digits || scale > Decimal::max_scale) && digits.back() == '0') {
    digits.pop_back();
    --scale;
  }
  if (digits.size() > most_digits || scale > Decimal::max_scale) return std::nullopt;
  if (scale < 0) {
    if (-scale > static_cast<std::int64_t>(most_digits - digits.size())) return std::nullopt;
    digits.append(static_cast<std::size_t>(-scale), '0');
    scale = 0;
  }
  const wide::Signed value = value_of_digits(digits);
  return fit(negative ? -value : value, static_cast<int>(scale));
}

/// The exponent's digits as a number, held at a size that no text can outweigh.
std::int64_t exponent_value(std::string_view digits) {
  constexpr std::int64_t ceiling = 1'000'000'000'000;
  std::int64_t value = 0;
  for (const char digit : digits) value = std::min(ceiling, value * 10 + (digit - '0'));
  return value;
}

/// The exponent of a JSON number from its 'e' to the end, or nullopt when it is malformed.
std::optional<std::int64_t> parse_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || digits_from(text, 0) != text.size()) return std::nullopt;
  return negative ? -exponent_value(text) : exponent_value(text);
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t whole = digits_from(text, 0);
  if (whole == 0) return std::nullopt;
  std::string digits(text.substr(0, whole));
  std::size_t scale = 0;
  if (whole < text.size()) {
    scale = digits_from(text, whole + 1);
    if (text[whole] != '.' || scale == 0 || whole + 1 + scale != text.size()) return std::nullopt;
    if (scale > Decimal::max_scale) return std::nullopt;
    digits.append(text.substr(whole + 1));
  }
  return decimal_of_digits(negative, std::move(digits), static_cast<std::int64_t>(scale));
}

std::optional<Decimal> parse_json_number(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t whole = digits_from(text, 0);
  if (whole == 0 || (whole > 1 && text[0] == '0')) return std::nullopt;
  std::string digits(text.substr(0, whole));
  text.remove_prefix(whole);
  std::size_t scale = 0;
  if (!text.empty() && text[0] == '.') {
    scale = digits_from(text, 1);
    if (scale == 0) return std::nullopt;
    digits.append(text.substr(1, scale));
    text.remove_prefix(1 + scale);
  }
  const auto exponent = parse_exponent(text);
  if (!exponent) return std::nullopt;
  return decimal_of_digits(negative, std::move(digits), static_cast<std::int64_t>(scale) - *exponent);
}

std::string to_text(Decimal value) {
  std::string text = std::to_string(static_cast<std::uint64_t>(magnitude(value.coefficient())));
  const auto scale = static_cast<std::size_t>(value.scale());
  if (scale > 0) {
    if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
    text.insert(text.size() - scale, 1, '.');
  }
  if (value.is_negative()) text.insert(0, 1, '-');
  return text;
}

Decimal normalized(Decimal value) {
  std::int64_t coefficient = value.coefficient();
  int scale = value.scale();
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  return {coefficient, scale};
}

std::optional<Decimal> add(Decimal left, Decimal right) {
  const int scale = std::max(left.scale(), right.scale());
  return fit(coefficient_at(left, scale) + coefficient_at(right, scale), scale);
}

std::optional<Decimal> subtract(Decimal left, Decimal right) {
  const int scale = std::max(left.scale(), right.scale());
  return fit(coefficient_at(left, scale) - coefficient_at(right, scale), scale);
}

std::optional<Decimal> multiply(Decimal left, Decimal right) {
  return fit(product(left, right), left.scale() + right.scale());
}

std::optional<Decimal> divide(Decimal left, Decimal right, int places, Rounding rounding) {
  return rounded_quotient(left.coefficient(), left.scale(), right, places, rounding);
}

std::optional<Decimal> rescale(Decimal value, int places, Rounding rounding) {
  return rounded_quotient(value.coefficient(), value.scale(), Decimal{1, 0}, places, rounding);
}

std::optional<Decimal> negate(Decimal value) {
  return fit(-static_cast<wide::Signed>(value.coefficient()), value.scale());
}

std::optional<Decimal> multiply_rounded(Decimal left, Decimal right, int places, Rounding rounding) {
  return rounded_quotient(product(left, right), left.scale() + right.scale(), Decimal{1, 0}, places,
                          rounding);
}

std::optional<Decimal> multiply_divide(Decimal a, Decimal b, Decimal divisor, int places, Rounding rounding) {
  return rounded_quotient(product(a, b), a.scale() + b.scale(), divisor, places, rounding);
}

int compare(Decimal left, Decimal right) {
  const int scale = std::max(left.scale(), right.scale());
  const wide::Signed difference = coefficient_at(left, scale) - coefficient_at(right, scale);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

}  // namespace sidebill

// Exact decimal numbers: what quantities, prices, rates and amounts are before they are rounded.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sidebill {

/// How a result is cut to a number of decimals. Always named at the call.
enum class Rounding {
  half_up,    // ties away from zero: what QuickBooks does with line amounts
  half_even,  // ties to the even digit
  down,       // toward zero
  up,         // away from zero
};

/// `coefficient / 10^scale`, exact.
///
/// Shape:  scale 0..18, coefficient any 64-bit value; 1.5 and 1.50 compare equal and print as written
class Decimal {
 public:
  static constexpr int max_scale = 18;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t coefficient, int scale) : coefficient_(coefficient), scale_(scale) {
    assert(scale >= 0 && scale <= max_scale);
  }

  constexpr std::int64_t coefficient() const { return coefficient_; }
  constexpr int scale() const { return scale_; }
  constexpr bool is_zero() const { return coefficient_ == 0; }
  constexpr bool is_negative() const { return coefficient_ < 0; }

 private:
  std::int64_t coefficient_ = 0;
  int scale_ = 0;
};

/// Reads a plain decimal: digits, at most one point with digits on both sides, an optional leading minus.
///
/// Errors: nullopt for exponents, signs other than one '-', separators, spaces, or past 18 decimals / 64 bits
std::optional<Decimal> parse_decimal(std::string_view text);

/// Reads a JSON number's own text, exponent included: "1e-7" -> 0.0000001.
///
/// Errors: nullopt when the exact value does not fit a Decimal
std::optional<Decimal> parse_json_number(std::string_view text);

/// The digits as they are: Decimal{1250, 2} -> "12.50", Decimal{-5, 1} -> "-0.5".
std::string to_text(Decimal value);

/// The same value without trailing zeros after the point: 12.50 -> 12.5, 3.00 -> 3.
Decimal normalized(Decimal value);

/// Errors: nullopt when the exact result does not fit; never wraps.
std::optional<Decimal> add(Decimal left, Decimal right);
std::optional<Decimal> subtract(Decimal left, Decimal right);
/// The exact product, cut of trailing zeros if that is what it takes to fit.
std::optional<Decimal> multiply(Decimal left, Decimal right);
/// `left / right` rounded once to `places` decimals. nullopt also when right is zero.
std::optional<Decimal> divide(Decimal left, Decimal right, int places, Rounding rounding);
/// The value at exactly `places` decimals (rounded or padded).
std::optional<Decimal> rescale(Decimal value, int places, Rounding rounding);
std::optional<Decimal> negate(Decimal value);

/// `left * right` rounded once to `places` decimals, through a 128-bit product that itself need not fit.
std::optional<Decimal> multiply_rounded(Decimal left, Decimal right, int places, Rounding rounding);

/// `a * b / divisor`, rounded once at the end; the 128-bit intermediate is not rounded.
///
/// Errors: nullopt when divisor is zero, the intermediate leaves 128 bits or the result 64
std::optional<Decimal> multiply_divide(Decimal a, Decimal b, Decimal divisor, int places, Rounding rounding);

/// -1, 0 or 1, exact for all values.
int compare(Decimal left, Decimal right);

inline bool operator==(Decimal left, Decimal right) { return compare(left, right) == 0; }
inline bool operator!=(Decimal left, Decimal right) { return compare(left, right) != 0; }
inline bool operator<(Decimal left, Decimal right) { return compare(left, right) < 0; }
inline bool operator>(Decimal left, Decimal right) { return compare(left, right) > 0; }
inline bool operator<=(Decimal left, Decimal right) { return compare(left, right) <= 0; }
inline bool operator>=(Decimal left, Decimal right) { return compare(left, right) >= 0; }

}  // namespace sidebill

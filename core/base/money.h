// Amounts of one currency in whole minor units (cents), and the few things that may be done with them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/currency.h"
#include "core/base/decimal.h"

namespace sidebill {

/// An amount in minor units of its currency: {1250, USD} is 12.50 dollars, {1250, JPY} 1250 yen.
struct Money {
  std::int64_t minor = 0;
  Currency currency;
};

inline bool operator==(const Money& left, const Money& right) {
  return left.minor == right.minor && left.currency == right.currency;
}
inline bool operator!=(const Money& left, const Money& right) { return !(left == right); }

/// Rounds a decimal amount to the currency's minor unit.
std::optional<Money> money_from(Decimal amount, Currency currency, Rounding rounding);
/// The amount with exactly the currency's decimals: "12.50", "1250", "1.250".
std::string amount_text(Money money);
/// The amount as an exact decimal with the currency's scale.
Decimal amount_of(Money money);

/// Errors: nullopt on overflow or when the currencies differ; amounts of two currencies are never added.
std::optional<Money> add(Money left, Money right);
std::optional<Money> subtract(Money left, Money right);

/// Splits a whole over weights so that the parts sum to it exactly (largest remainder; ties to the
/// earlier part). Weights may be zero, never negative; all zero puts everything on the first part.
///
/// Errors: nullopt without weights, with a negative weight, or on overflow
std::optional<std::vector<std::int64_t>> split_minor(std::int64_t whole,
                                                     const std::vector<std::int64_t>& weights);

}  // namespace sidebill

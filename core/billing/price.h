// The arithmetic of one line: net price, amount, and the words that say what was taken off.
#pragma once

#include <optional>
#include <string>

#include "core/base/decimal.h"
#include "core/base/money.h"

namespace sidebill {

/// Most decimals that QuickBooks keeps of a quantity or a unit price.
/// Source: reference/quickbooks.md 4.3
inline constexpr int max_places = 7;

/// A number at no more than `max_places` decimals, and whether that took rounding.
struct Kept {
  Decimal value;
  bool rounded = false;
};

/// The number as QuickBooks can hold it, without trailing zeros.
Kept keep_places(Decimal value);

/// `unit_price` less `percent`, exact wherever seven decimals hold it.
///
/// Shape:  percent 0..100
/// Errors: nullopt when the result leaves 64 bits
std::optional<Kept> less_percent(Decimal unit_price, Decimal percent);

/// `quantity * unit_price`, rounded half up once to the currency's minor unit: what QuickBooks checks.
///
/// Errors: nullopt past ten digits before the point
/// Source: reference/quickbooks.md 4.1, 4.3 (amounts are 10.5)
std::optional<Money> line_amount(Decimal quantity, Decimal unit_price, Currency currency);

/// Whether QuickBooks can hold the amount: ten digits before the point.
bool fits_quickbooks(Money amount);

/// `amount * percent / 100`, rounded half up once.
///
/// Errors: nullopt when the result leaves 64 bits
std::optional<Money> percent_of(Money amount, Decimal percent);

/// What an amount is worth at `rate` home units for one, rounded half up once to the home currency.
///
/// Errors: nullopt when the result leaves 64 bits
std::optional<Money> in_home_currency(Money amount, Decimal rate, Currency home);

/// A price with at least the currency's decimals: 90 -> "90.00", 0.125 -> "0.125".
std::string price_text(Decimal price, Currency currency);

/// "10% discount: 100.00 -> 90.00", for the description of a line whose discount is in its price.
std::string percent_words(Decimal percent, Decimal before, Decimal after, Currency currency);
/// "5.00 off each: 20.00 -> 15.00"
std::string per_unit_words(Decimal off, Decimal before, Decimal after, Currency currency);

}  // namespace sidebill

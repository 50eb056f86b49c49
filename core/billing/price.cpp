#include "core/billing/price.h"

namespace sidebill {

namespace {

constexpr Decimal hundred{100, 0};
constexpr Decimal ten_digits{9'999'999'999, 0};

}  // namespace

Kept keep_places(Decimal value) {
  const Decimal plain = normalized(value);
  if (plain.scale() <= max_places) return {plain, false};
  // Fewer decimals always fit where more did.
  return {normalized(rescale(plain, max_places, Rounding::half_up).value_or(plain)), true};
}

std::optional<Kept> less_percent(Decimal unit_price, Decimal percent) {
  const auto kept_part = subtract(hundred, percent);
  if (!kept_part) return std::nullopt;
  const auto net = multiply_divide(unit_price, *kept_part, hundred, max_places, Rounding::half_up);
  if (!net) return std::nullopt;
  // Rounded up and rounded down agree only where nothing was cut.
  const auto floor = multiply_divide(unit_price, *kept_part, hundred, max_places, Rounding::down);
  const auto ceiling = multiply_divide(unit_price, *kept_part, hundred, max_places, Rounding::up);
  return Kept{normalized(*net), floor != ceiling};
}

std::optional<Money> line_amount(Decimal quantity, Decimal unit_price, Currency currency) {
  const auto amount = multiply_rounded(quantity, unit_price, currency.minor_places(), Rounding::half_up);
  if (!amount) return std::nullopt;
  const auto money = money_from(*amount, currency, Rounding::half_up);
  return money && fits_quickbooks(*money) ? money : std::nullopt;
}

bool fits_quickbooks(Money amount) {
  const auto whole = rescale(amount_of(amount), 0, Rounding::down);
  return whole && *whole <= ten_digits && *whole >= Decimal{-ten_digits.coefficient(), 0};
}

std::optional<Money> percent_of(Money amount, Decimal percent) {
  const auto part =
      multiply_divide(amount_of(amount), percent, hundred, amount.currency.minor_places(), Rounding::half_up);
  return part ? money_from(*part, amount.currency, Rounding::half_up) : std::nullopt;
}

std::optional<Money> in_home_currency(Money amount, Decimal rate, Currency home) {
  const auto worth = multiply_rounded(amount_of(amount), rate, home.minor_places(), Rounding::half_up);
  return worth ? money_from(*worth, home, Rounding::half_up) : std::nullopt;
}

std::string price_text(Decimal price, Currency currency) {
  const Decimal plain = normalized(price);
  if (plain.scale() >= currency.minor_places()) return to_text(plain);
  return to_text(rescale(plain, currency.minor_places(), Rounding::half_up).value_or(plain));
}

std::string percent_words(Decimal percent, Decimal before, Decimal after, Currency currency) {
  return to_text(normalized(percent)) + "% discount: " + price_text(before, currency) + " -> " +
         price_text(after, currency);
}

std::string per_unit_words(Decimal off, Decimal before, Decimal after, Currency currency) {
  return price_text(off, currency) + " off each: " + price_text(before, currency) + " -> " +
         price_text(after, currency);
}

}  // namespace sidebill

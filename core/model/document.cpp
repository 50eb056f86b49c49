#include "core/model/document.h"

#include "core/base/text.h"

namespace sidebill {

bool bills(const Invoice& form) { return form.type != "Estimate"; }

bool is_voided(const Invoice& invoice) {
  return invoice.total.minor == 0 && invoice.balance.minor == 0 && fold(invoice.memo).rfind("voided", 0) == 0;
}

std::optional<Money> known_tax(const TaxForecast& tax, Currency currency) {
  if (std::holds_alternative<TaxByQuickBooks>(tax)) return std::nullopt;
  if (const auto* predicted = std::get_if<TaxPredicted>(&tax)) return predicted->amount;
  if (const auto* by_rates = std::get_if<TaxByRates>(&tax)) return by_rates->amount;
  return Money{0, currency};
}

}  // namespace sidebill

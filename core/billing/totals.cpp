#include "core/billing/totals.h"

#include <utility>
#include <vector>

#include "core/billing/price.h"

namespace sidebill {

namespace {

std::optional<Money> sum(const std::vector<DraftLine>& lines, Currency currency, bool only_taxable) {
  Money total{0, currency};
  for (const DraftLine& line : lines) {
    if (only_taxable && !line.taxable) continue;
    const auto next = add(total, line.amount);
    if (!next) return std::nullopt;
    total = *next;
  }
  return total;
}

struct DiscountOf {
  Money subtotal;
  std::optional<Money> operator()(const NoDiscount&) const { return Money{0, subtotal.currency}; }
  std::optional<Money> operator()(const PercentDiscount& discount) const {
    return percent_of(subtotal, discount.percent);
  }
  std::optional<Money> operator()(const AmountDiscount& discount) const { return discount.amount; }
};

/// What of the discount falls on taxable lines, cent by cent over the lines.
std::optional<Money> split_over_lines(const std::vector<DraftLine>& lines, Money discount) {
  std::vector<std::int64_t> weights;
  for (const DraftLine& line : lines) weights.push_back(line.amount.minor);
  const auto parts = split_minor(discount.minor, weights);
  if (!parts) return std::nullopt;
  Money share{0, discount.currency};
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].taxable) share.minor += (*parts)[index];
  }
  return share;
}

/// Weights cannot be negative, so a sale with negative lines is split by the two sums instead.
std::optional<Money> split_by_sums(Money taxable, Money subtotal, Money discount) {
  if (subtotal.minor == 0) return Money{0, discount.currency};
  const auto share = multiply_divide(amount_of(discount), amount_of(taxable), amount_of(subtotal),
                                     discount.currency.minor_places(), Rounding::half_up);
  return share ? money_from(*share, discount.currency, Rounding::half_up) : std::nullopt;
}

bool has_negative_line(const std::vector<DraftLine>& lines) {
  for (const DraftLine& line : lines) {
    if (line.amount.minor < 0) return true;
  }
  return false;
}

std::optional<Money> taxable_share(const Draft& draft, Money taxable, Money subtotal, Money discount) {
  if (discount.minor == 0 || draft.lines.empty()) return Money{0, draft.currency};
  if (has_negative_line(draft.lines)) return split_by_sums(taxable, subtotal, discount);
  return split_over_lines(draft.lines, discount);
}

/// Errors: nullopt when the tax leaves 64 bits
std::optional<TaxForecast> tax_of(const Draft& draft, const Company& company, Money taxable) {
  if (std::holds_alternative<NoTax>(company.tax_regime)) return TaxNone{};
  if (std::holds_alternative<LineTax>(company.tax_regime)) return TaxByQuickBooks{};
  if (taxable.minor == 0) return TaxNone{};
  if (auto predicted = forecast_tax(draft, company, taxable)) return std::move(*predicted);
  // What can be said of a cent and not of this amount has left 64 bits.
  if (forecast_tax(draft, company, Money{1, taxable.currency})) return std::nullopt;
  return TaxByQuickBooks{};
}

}  // namespace

std::optional<Totals> totals(const Draft& draft, const Company& company) {
  const auto subtotal = sum(draft.lines, draft.currency, false);
  const auto taxable_before = sum(draft.lines, draft.currency, true);
  if (!subtotal || !taxable_before) return std::nullopt;
  const auto discount = std::visit(DiscountOf{*subtotal}, draft.discount);
  if (!discount) return std::nullopt;
  const auto share = taxable_share(draft, *taxable_before, *subtotal, *discount);
  const auto taxable = share ? subtract(*taxable_before, *share) : std::nullopt;
  auto total = subtract(*subtotal, *discount);
  if (!taxable || !total) return std::nullopt;
  auto tax = tax_of(draft, company, *taxable);
  if (!tax) return std::nullopt;
  if (const auto* predicted = std::get_if<TaxPredicted>(&*tax)) total = add(*total, predicted->amount);
  if (!total) return std::nullopt;
  return Totals{*subtotal, *discount, *taxable, std::move(*tax), *total};
}

}  // namespace sidebill

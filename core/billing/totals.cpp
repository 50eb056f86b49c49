#include "core/billing/totals.h"

#include <utility>
#include <vector>

#include "core/billing/line_tax.h"
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
  if (discount.minor == 0 || draft.discount_after_tax || draft.lines.empty()) return Money{0, draft.currency};
  if (has_negative_line(draft.lines)) return split_by_sums(taxable, subtotal, discount);
  return split_over_lines(draft.lines, discount);
}

/// Errors: nullopt when the sum of the taxes leaves 64 bits
std::optional<TaxForecast> line_tax_of(const Draft& draft, const Company& company, Money subtotal,
                                       Money discount) {
  auto parts = taxes_of(draft, subtotal, discount, company, company.tax_by_line.value_or(false));
  if (!parts) return TaxByQuickBooks{};
  TaxByRates tax{Money{0, draft.currency}, std::move(*parts)};
  for (const TaxPart& part : tax.parts) {
    const auto sum = add(tax.amount, part.amount);
    if (!sum) return std::nullopt;
    tax.amount = *sum;
  }
  return tax;
}

/// Errors: nullopt when the tax leaves 64 bits
std::optional<TaxForecast> us_tax_of(const Draft& draft, const Company& company, Money taxable) {
  if (taxable.minor == 0) return TaxNone{};
  if (auto predicted = forecast_tax(draft, company, taxable)) return std::move(*predicted);
  // What can be said of a cent and not of this amount has left 64 bits.
  if (forecast_tax(draft, company, Money{1, taxable.currency})) return std::nullopt;
  return TaxByQuickBooks{};
}

std::optional<Totals> line_taxed(const Draft& draft, const Company& company, Money subtotal, Money discount) {
  const auto net = subtract(subtotal, discount);
  auto tax = net ? line_tax_of(draft, company, subtotal, discount) : std::nullopt;
  if (!tax) return std::nullopt;
  const Money known = known_tax(*tax, draft.currency).value_or(Money{0, draft.currency});
  const auto total = add(*net, known);
  if (!total) return std::nullopt;
  return Totals{subtotal, discount, *net, std::move(*tax), *total};
}

/// Of the US, and where sales tax is off.
std::optional<Totals> form_taxed(const Draft& draft, const Company& company, Money subtotal, Money discount) {
  const auto taxable_before = sum(draft.lines, draft.currency, true);
  const auto share =
      taxable_before ? taxable_share(draft, *taxable_before, subtotal, discount) : std::nullopt;
  const auto taxable = share ? subtract(*taxable_before, *share) : std::nullopt;
  const auto net = subtract(subtotal, discount);
  if (!taxable || !net) return std::nullopt;
  const bool off = std::holds_alternative<NoTax>(company.tax_regime);
  auto tax = off ? std::optional<TaxForecast>(TaxNone{}) : us_tax_of(draft, company, *taxable);
  if (!tax) return std::nullopt;
  const auto total = add(*net, known_tax(*tax, draft.currency).value_or(Money{0, draft.currency}));
  if (!total) return std::nullopt;
  return Totals{subtotal, discount, *taxable, std::move(*tax), *total};
}

}  // namespace

std::optional<Totals> totals(const Draft& draft, const Company& company) {
  const auto subtotal = sum(draft.lines, draft.currency, false);
  const auto discount = subtotal ? std::visit(DiscountOf{*subtotal}, draft.discount) : std::nullopt;
  if (!discount) return std::nullopt;
  if (std::holds_alternative<LineTax>(company.tax_regime))
    return line_taxed(draft, company, *subtotal, *discount);
  return form_taxed(draft, company, *subtotal, *discount);
}

}  // namespace sidebill

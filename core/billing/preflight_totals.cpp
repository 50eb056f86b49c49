#include "core/billing/checks.h"
#include "core/billing/price.h"

namespace sidebill::checks {

void amounts_fit(const Subject& subject, Issues& issues) {
  const auto& totals = subject.totals;
  if (totals && fits_quickbooks(totals->subtotal) && fits_quickbooks(totals->total)) return;
  issues.push_back(error(Code::amount_too_large, "/lines"));
}

/// Source: reference/quickbooks.md 3.3 (SalesFormsPrefs.AllowDiscount)
void discount_is_allowed(const Subject& subject, Issues& issues) {
  if (subject.company.allow_discount || std::holds_alternative<NoDiscount>(subject.draft.discount)) return;
  issues.push_back(error(Code::discount_not_allowed, "/discount"));
}

void discount_is_within_subtotal(const Subject& subject, Issues& issues) {
  const auto* discount = std::get_if<AmountDiscount>(&subject.draft.discount);
  if (discount == nullptr || !subject.totals || discount->amount.minor <= subject.totals->subtotal.minor)
    return;
  issues.push_back(
      error(Code::discount_invalid, "/discount/value", {{"text", amount_text(discount->amount)}}));
}

/// Source: reference/quickbooks.md 4.7
void total_is_not_negative(const Subject& subject, Issues& issues) {
  if (!subject.totals || subject.totals->total.minor >= 0) return;
  issues.push_back(error(Code::total_negative, "/lines", {{"total", amount_text(subject.totals->total)}}));
}

/// The deal's own amount knows nothing of sales tax, so it is compared with the total before tax.
void total_agrees(const Subject& subject, Issues& issues) {
  if (!subject.totals || !subject.sale.stated_amount) return;
  const auto computed = subtract(subject.totals->subtotal, subject.totals->discount);
  const auto stated = money_from(*subject.sale.stated_amount, subject.draft.currency, Rounding::half_up);
  if (!computed || (stated && *stated == *computed)) return;
  const std::string shown = stated ? amount_text(*stated) : to_text(*subject.sale.stated_amount);
  issues.push_back(warning(Code::total_differs, "/lines",
                           {{"stated", shown},
                            {"computed", amount_text(*computed)},
                            {"currency", std::string(subject.draft.currency.code())}}));
}

void tax_regime_is_supported(const Subject& subject, Issues& issues) {
  if (!std::holds_alternative<LineTax>(subject.company.tax_regime)) return;
  issues.push_back(error(Code::tax_regime_unsupported, "/lines", {{"country", subject.company.country}}));
}

void tax_is_known(const Subject& subject, Issues& issues) {
  const bool unsupported = std::holds_alternative<LineTax>(subject.company.tax_regime);
  if (unsupported || !subject.totals || !std::holds_alternative<TaxByQuickBooks>(subject.totals->tax)) return;
  issues.push_back(warning(Code::tax_decided_by_quickbooks, "/lines",
                           {{"taxable", amount_text(subject.totals->taxable)}}));
}

}  // namespace sidebill::checks

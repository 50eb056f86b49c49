#include <algorithm>

#include "core/billing/checks.h"
#include "core/billing/line_tax.h"
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

/// Whether taxes and discounts in yen and dinars are rounded to their own unit or to hundredths is documented
/// nowhere.
void places_are_known(const Subject& subject, Issues& issues) {
  constexpr int usual = 2;
  if (!subject.totals || subject.draft.currency.minor_places() == usual) return;
  const auto tax = known_tax(subject.totals->tax, subject.draft.currency);
  const bool rounds =
      (tax && tax->minor != 0) || std::holds_alternative<PercentDiscount>(subject.draft.discount);
  if (!rounds) return;
  issues.push_back(warning(Code::currency_places_unknown, "/currency",
                           {{"currency", std::string(subject.draft.currency.code())}}));
}

/// Nothing read tells whether QuickBooks rounds the tax of each line or of the whole.
void tax_rounding_is_known(const Subject& subject, Issues& issues) {
  if (!subject.totals || subject.company.tax_by_line) return;
  const auto* whole = std::get_if<TaxByRates>(&subject.totals->tax);
  if (whole == nullptr) return;
  const auto by_line =
      taxes_of(subject.draft, subject.totals->subtotal, subject.totals->discount, subject.company, true);
  if (!by_line) return;
  Money sum{0, subject.draft.currency};
  for (const TaxPart& part : *by_line) sum.minor += part.amount.minor;
  if (sum == whole->amount) return;
  issues.push_back(warning(Code::tax_rounding_unknown, "/lines",
                           {{"whole", amount_text(whole->amount)},
                            {"by_line", amount_text(sum)},
                            {"currency", std::string(subject.draft.currency.code())}}));
}

void tax_is_known(const Subject& subject, Issues& issues) {
  if (!subject.totals || !std::holds_alternative<TaxByQuickBooks>(subject.totals->tax)) return;
  const bool by_line = std::holds_alternative<LineTax>(subject.company.tax_regime);
  const bool uncoded = by_line && std::any_of(subject.draft.lines.begin(), subject.draft.lines.end(),
                                              [](const DraftLine& line) { return line.tax_code_id.empty(); });
  if (uncoded) return;  // that is an error of its own
  issues.push_back(warning(Code::tax_decided_by_quickbooks, "/lines",
                           {{"taxable", amount_text(subject.totals->taxable)}}));
}

}  // namespace sidebill::checks

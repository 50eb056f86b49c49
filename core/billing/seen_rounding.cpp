#include "core/billing/seen_rounding.h"

#include "core/billing/line_tax.h"

namespace sidebill {

namespace {

/// The document as it was before its tax; nullopt when an amount does not fit its currency.
std::optional<Draft> untaxed(const Invoice& invoice) {
  Draft draft;
  draft.currency = invoice.currency;
  draft.date = invoice.date;
  for (const InvoiceLine& line : invoice.lines) {
    const auto amount = money_from(line.amount, invoice.currency, Rounding::half_up);
    if (!amount) return std::nullopt;
    if (amount->minor == 0 && line.tax_code_id.empty()) continue;  // a line of words alone
    DraftLine taxed;
    taxed.amount = *amount;
    taxed.tax_code_id = line.tax_code_id;
    draft.lines.push_back(std::move(taxed));
  }
  return draft;
}

std::optional<Money> tax_of(const Draft& draft, const Company& company, bool by_line) {
  const Money none{0, draft.currency};
  const auto parts = taxes_of(draft, none, none, company, by_line);
  if (!parts) return std::nullopt;
  std::optional<Money> sum = none;
  for (const TaxPart& part : *parts) sum = sum ? add(*sum, part.amount) : std::nullopt;
  return sum;
}

/// What one document says; nullopt when both ways give the same tax, or neither its own.
std::optional<bool> told_by(const Invoice& invoice, const Company& company) {
  if (invoice.deleted || !invoice.tax || !invoice.discount.is_zero()) return std::nullopt;
  const auto draft = untaxed(invoice);
  const auto whole = draft ? tax_of(*draft, company, false) : std::nullopt;
  const auto by_line = draft ? tax_of(*draft, company, true) : std::nullopt;
  if (!whole || !by_line || *whole == *by_line) return std::nullopt;
  if (*invoice.tax == *by_line) return true;
  if (*invoice.tax == *whole) return false;
  return std::nullopt;
}

}  // namespace

std::optional<bool> seen_tax_by_line(const std::vector<Invoice>& invoices, const Company& company) {
  std::optional<bool> seen;
  for (const Invoice& invoice : invoices) {
    const auto told = told_by(invoice, company);
    if (!told) continue;
    if (seen && *seen != *told) return std::nullopt;
    seen = told;
  }
  return seen;
}

}  // namespace sidebill

#include "core/billing/tax_forecast.h"

#include <vector>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/billing/price.h"

namespace sidebill {

namespace {

constexpr Decimal hundred{100, 0};
constexpr int percent_places = 3;
constexpr Decimal smallest_percent_step{1, percent_places};

bool explains(const SeenTax& seen, Decimal percent) {
  const auto tax =
      multiply_divide(seen.taxable, percent, hundred, seen.tax.currency.minor_places(), Rounding::half_up);
  return tax && *tax == amount_of(seen.tax);
}

std::optional<Decimal> only_percent(const SeenTax& seen) {
  const auto percent =
      multiply_divide(amount_of(seen.tax), hundred, seen.taxable, percent_places, Rounding::half_up);
  if (!percent || !explains(seen, *percent)) return std::nullopt;
  const auto below = subtract(*percent, smallest_percent_step);
  const auto above = add(*percent, smallest_percent_step);
  if (!below || !above || explains(seen, *below) || explains(seen, *above)) return std::nullopt;
  return percent;
}

/// A document that speaks for the draft's customer, or for the place that a new customer is at.
bool speaks_for(const SeenTax& seen, const Draft& draft) {
  if (const auto* existing = std::get_if<ExistingCustomer>(&draft.customer)) {
    return !existing->id.empty() && seen.customer_id == existing->id;
  }
  const auto* created = std::get_if<NewCustomer>(&draft.customer);
  if (created == nullptr || trim(created->billing_address.postal_code).empty()) return false;
  const Address& place = created->billing_address;
  return fold(seen.ship_postal_code) == fold(place.postal_code) &&
         (seen.ship_region.empty() || place.region.empty() || fold(seen.ship_region) == fold(place.region));
}

struct Witness {
  const SeenTax* seen = nullptr;
  Decimal percent;
};

bool is_newer(const Witness& left, const Witness& right) {
  if (left.seen->date != right.seen->date) return left.seen->date > right.seen->date;
  return left.seen->document_id < right.seen->document_id;
}

std::vector<Witness> witnesses(const Draft& draft, const Company& company) {
  std::vector<Witness> found;
  for (const SeenTax& seen : company.seen_taxes) {
    if (!speaks_for(seen, draft)) continue;
    if (const auto percent = seen_percent(seen)) found.push_back({&seen, *percent});
  }
  sort_by(found, is_newer);
  return found;
}

/// Rates change with time, so an older document may differ; one of the same day, or one sent to another
/// place, may not: which of the two holds for this draft is not known.
bool contradicts(const Witness& other, const Witness& newest) {
  if (other.percent == newest.percent) return false;
  return other.seen->date == newest.seen->date ||
         fold(other.seen->ship_postal_code) != fold(newest.seen->ship_postal_code);
}

std::string document_basis(const SeenTax& seen) {
  return seen.document_number.empty() ? seen.document_id : seen.document_number;
}

std::optional<TaxPredicted> forecast_from_documents(const Draft& draft, const Company& company,
                                                    Money taxable) {
  const std::vector<Witness> found = witnesses(draft, company);
  if (found.empty()) return std::nullopt;
  const Witness& newest = found.front();
  for (const Witness& other : found) {
    if (contradicts(other, newest)) return std::nullopt;
  }
  const auto tax = percent_of(taxable, newest.percent);
  if (!tax) return std::nullopt;
  return TaxPredicted{*tax, normalized(newest.percent), document_basis(*newest.seen)};
}

template <class Record>
const Record* active_with(const std::vector<Record>& records, const std::string& id) {
  for (const Record& record : records) {
    if (record.id == id && record.active) return &record;
  }
  return nullptr;
}

/// Each rate of the code is computed and rounded by itself, as its agency wants it.
/// Source: reference/quickbooks.md 4.5
std::optional<TaxPredicted> forecast_from_code(const TaxCode& code, const Company& company, Money taxable) {
  TaxPredicted forecast{Money{0, taxable.currency}, Decimal{}, code.name};
  for (const CodeRate& of_code : code.sales_rates) {
    const TaxRate* rate = active_with(company.tax_rates, of_code.rate_id);
    const auto part = rate == nullptr ? std::nullopt : percent_of(taxable, rate->percent);
    const auto amount = part ? add(forecast.amount, *part) : std::nullopt;
    const auto percent = part ? add(forecast.percent, rate->percent) : std::nullopt;
    if (!amount || !percent) return std::nullopt;
    forecast.amount = *amount;
    forecast.percent = *percent;
  }
  forecast.percent = normalized(forecast.percent);
  return code.sales_rates.empty() ? std::nullopt : std::optional(forecast);
}

}  // namespace

std::optional<Decimal> seen_percent(const SeenTax& seen) {
  if (seen.percent) return seen.percent;
  if (seen.taxable <= Decimal{} || seen.tax.minor < 0) return std::nullopt;
  return only_percent(seen);
}

std::optional<TaxPredicted> forecast_tax(const Draft& draft, const Company& company, Money taxable) {
  if (std::holds_alternative<UsAutomatedTax>(company.tax_regime)) {
    return forecast_from_documents(draft, company, taxable);
  }
  const auto* manual = std::get_if<UsManualTax>(&company.tax_regime);
  const TaxCode* code = manual == nullptr ? nullptr : active_with(company.tax_codes, manual->default_code_id);
  return code == nullptr ? std::nullopt : forecast_from_code(*code, company, taxable);
}

}  // namespace sidebill

// Tax outside the US: a code on every line, each code with its rates.
#pragma once

#include <optional>
#include <vector>

#include "core/model/company.h"
#include "core/model/document.h"

namespace sidebill {

/// What a rate takes on one day.
///
/// Errors: nullopt where the rate has days on which it holds, and this is none of them
std::optional<Decimal> percent_on(const TaxRate& rate, Date day);

/// A rate of a code: its percent as the agency states it, and what that makes of the price where it is taken
/// on other taxes too.
struct RateOfCode {
  const TaxRate* rate = nullptr;
  Decimal percent, effective;
};

/// The rates of a code on one day, in the order in which they apply; none for a code without tax.
///
/// Shape:  effective = percent * (what it is taken of) / 100, where the price counts 100 and every tax before
///         it its own effective percent; rounded half up at ten decimals
/// Errors: nullopt when a rate is not known, switched off, or not in force on that day
/// Source: reference/quickbooks.md 8; reference/qbo-schema (TaxRateDetail.TaxTypeApplicable, TaxOnTaxOrder)
std::optional<std::vector<RateOfCode>> rates_of(const Company& company, const std::string& code_id, Date day);

/// The sum of a code's effective percents: what tells codes apart, since names mean nothing.
std::optional<Decimal> percent_of_code(const Company& company, const std::string& code_id, Date day);

/// What each rate takes, in the order in which the lines meet them; a rate that two codes take of different
/// sums stands twice.
///
/// Shape:  base = net of the lines with this rate less their share of the discount, which is
///         discount * net / subtotal, rounded half up once; amount = base * effective / 100, rounded half up
///         once, or with `by_line` for each line by itself, the discount's share included
/// Errors: nullopt when a line has no code or one whose rates are not known, or a sum leaves 64 bits
/// Source: reference/quickbooks.md 4.5, 8
std::optional<std::vector<TaxPart>> taxes_of(const Draft& draft, Money subtotal, Money discount,
                                             const Company& company, bool by_line);

}  // namespace sidebill

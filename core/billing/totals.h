// Totals of a draft as QuickBooks will book them, and what is known about its tax before the write.
#pragma once

#include <optional>

#include "core/model/company.h"
#include "core/model/document.h"

namespace sidebill {

/// Subtotal, discount, taxable amount, tax forecast and total of a draft.
///
/// Shape:  discount percent of the subtotal, rounded half up once; the taxable amount is the taxable lines
///         less their share of the discount (split over lines by amount, largest remainder; with a negative
///         line, discount * taxable / subtotal rounded half up once), unless tax is charged before it;
///         tax = taxable * percent / 100 rounded half up once, for a manual code once for each of its rates,
///         only where something read tells the percent; outside the US the taxes of the lines' codes
///         (line_tax.h), and taxable is everything less the discount
/// Errors: nullopt when a sum leaves 64 bits (preflight reports amount-too-large)
/// Source: reference/quickbooks.md 4, 8
std::optional<Totals> totals(const Draft& draft, const Company& company);

/// The percent that a US company's documents already read speak for, with the document it rests on; never a
/// guess: nullopt where nothing read says anything about this customer and place, or two documents disagree.
///
/// Shape:  automated tax: documents of the same customer, for a new one those sent to its postal code; manual
///         tax: the rates of the company's code
/// Source: reference/quickbooks.md 8
std::optional<TaxPredicted> forecast_tax(const Draft& draft, const Company& company, Money taxable);

}  // namespace sidebill

// What documents already read say about the percent of a sales tax that QuickBooks computes itself.
#pragma once

#include <optional>

#include "core/billing/totals.h"

namespace sidebill {

/// The percent of a document's tax: as QuickBooks stated it, else the only percent of up to three decimals
/// that gives this tax on this amount.
///
/// Errors: nullopt when nothing was taxed, or when two percents would explain the same tax
/// Source: assumed, combined rates of US sales tax have at most three decimals (8.875 in New York City)
std::optional<Decimal> seen_percent(const SeenTax& seen);

}  // namespace sidebill

// Lines whose products QuickBooks has not, where it was decided once what becomes of them.
#pragma once

#include "core/base/json.h"
#include "core/operations/basis.h"

namespace sidebill {

/// The product that stands in for all that QuickBooks has not. Source: features.md S1-15
inline constexpr const char* stand_in_name = "Custom line item";

/// What the preferences say of a line for which nothing was found; Undecided where the person is to decide,
/// or the income account of the rule is none any more.
ItemChoice item_for_missing(const Basis& basis, const SaleLine& line);

/// The accounts that sales may be booked on: [{id, name}].
Json income_accounts_json(const Company& company);

}  // namespace sidebill

// How often a line item bills.
#pragma once

#include <optional>

#include "core/hubspot/objects.h"
#include "core/model/sale.h"

namespace sidebill {

/// Shape:  nullopt for a line that bills once; the number of periods is the stated number of payments, else
/// the
///         term divided by the frequency when that comes out even, else 0
/// Source: reference/hubspot.md 3 (Line item 0-8)
std::optional<Recurrence> map_recurrence(const hubspot::LineItem& item);

}  // namespace sidebill

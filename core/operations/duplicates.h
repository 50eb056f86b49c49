// What a composed invoice may repeat, and the word of the person that it does not.
#pragma once

#include <optional>
#include <vector>

#include "core/matching/duplicate_radar.h"
#include "core/operations/compose.h"

namespace sidebill {

/// The customer's living documents that the draft may repeat. Those of the deal itself are left out: that it
/// has them is told on its own.
std::vector<Duplicate> duplicates_in(const Basis& basis, const Draft& draft,
                                     const std::optional<Totals>& totals);

/// document-repeated for each exact one, document-similar for the rest: an error until the person says that
/// the invoice stands beside it, then a warning.
void check_duplicates(const Basis& basis, const Choices& choices, const std::vector<Duplicate>& duplicates,
                      Issues& issues);

/// The shape `DuplicateView[]` of wasm/src/boundary.ts.
Json duplicates_json(const Basis& basis, const Composition& composition);

}  // namespace sidebill

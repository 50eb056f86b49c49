// Who buys in a sale, as the name planner sees it, and which names planning for it may run into.
#pragma once

#include <string>
#include <vector>

#include "core/matching/name_planner.h"

namespace sidebill {

/// So many contacts of a sale can be chosen to be billed.
inline constexpr std::size_t most_billing_contacts = 50;

/// The sale's buyer with this contact as the one billed; the sale's own choice for '' or one that it has not.
///
/// Shape: links are left away, as a customer made on purpose is a further one; the company's customer stands
/// as the parent
BuyingParty sale_buyer(const Sale& sale, const std::string& contact_id, const NameRules& rules,
                       const TakenNames& taken);

/// The policies that mean something for this sale, the proposed one first.
std::vector<NamePolicy> policies_for(const Sale& sale);

/// Whoever the planner meets, whichever policy and contact is chosen: each once, by kind and id. Over these
/// names alone it comes to the same plans as over all.
std::vector<TakenName> names_met(const Sale& sale, NameRules rules, const TakenNames& taken);

}  // namespace sidebill

// Which customers of QuickBooks a buyer has already.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/matching/name_planner.h"

namespace sidebill {

/// Whether one customer stands for the whole company, rather than one for each contact.
bool is_one_per_company(NamePolicy policy);

/// The customer that this buyer is linked to: by the company where the policy makes customers for companies,
/// else by the billing contact. An active one when there is one.
std::optional<TakenName> linked_customer(const BuyingParty& buyer, const NameRules& rules,
                                         const TakenNames& taken);

/// The customers that the billing contact is linked to, where customers are made for companies. One that has
/// a name which the company would get is the company's.
std::vector<TakenName> customers_of_contact(const BuyingParty& buyer, const NameRules& rules,
                                            const TakenNames& taken);

/// The customer that the company is linked to.
std::optional<TakenName> customer_of_company(const BuyingParty& buyer, const NameRules& rules,
                                             const TakenNames& taken);

/// How many levels the customer stands below the top, itself included: 1 for one without a parent.
int level_of(const TakenName& customer, const TakenNames& taken);

/// Customers nest this deep. Source: reference/quickbooks.md 3.1 (6180)
inline constexpr int deepest_level = 5;

}  // namespace sidebill

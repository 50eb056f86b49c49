// The customer of a sale by its contact alone: first name, last name and e-mail address, as firms know it
// that matched by these before.
#pragma once

#include <vector>

#include "core/matching/match.h"
#include "core/model/customer.h"

namespace sidebill {

/// All three are there and the same, up to case and accents in the names and what mail providers ignore.
bool is_same_contact(const CrmContact& contact, const Customer& customer);

/// link when one candidate alone has evidence of the same contact, or of a link that somebody stored on the
/// buyer, and
/// nothing bars it; ask when several have, or what bars it; none when nobody has, however much is alike.
Outcome outcome_by_contact(const std::vector<Candidate>& ranked);

}  // namespace sidebill

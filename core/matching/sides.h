// The records of both services as matching compares them.
#pragma once

#include <string>
#include <vector>

#include "core/matching/record.h"
#include "core/model/customer.h"
#include "core/model/sale.h"

namespace sidebill {

/// With this one of its e-mail addresses.
MatchRecord match_record(const Customer& customer, const std::string& email);
/// With the first one.
MatchRecord match_record(const Customer& customer);
/// Under its name, or the one that has its categories before it.
MatchRecord match_record(const Item& item, const std::string& name);
MatchRecord match_record(const Item& item);
/// A company speaks through the contact that it buys with; either may be missing.
MatchRecord match_record(const CrmCompany* company, const CrmContact* contact);
MatchRecord match_record(const CrmProduct& product);
MatchRecord match_record(const SaleLine& line);

}  // namespace sidebill

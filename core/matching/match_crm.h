// The other way round: which contacts, companies or products of HubSpot a record of QuickBooks is.
#pragma once

#include <string>

#include "core/matching/crm_shelf.h"
#include "core/matching/match.h"
#include "core/model/customer.h"

namespace sidebill {

/// By the weights and with the evidence of match_customer and match_item: HubSpot's value left, QuickBooks's
/// right. Where two records hold a link to this one, somebody has to choose.
///
/// Shape: candidates are ids of the shelf's records
Match match_crm(const Customer& customer, const std::string& realm, CrmShelf<CrmContact>& known);
Match match_crm(const Customer& customer, const std::string& realm, CrmShelf<CrmCompany>& known);
Match match_crm(const Item& item, const std::string& realm, CrmShelf<CrmProduct>& known);

}  // namespace sidebill

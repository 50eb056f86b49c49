// A deal of HubSpot as a sale.
#pragma once

#include <string>

#include "core/base/issue.h"
#include "core/hubspot/deals.h"
#include "core/model/sale.h"

namespace sidebill {

/// Shape:  companies: the primary one first, then as HubSpot lists them; contacts: billing contacts of the
/// primary
///         company first, then as HubSpot lists them; lines by position on the quote, creation, id
///         (HubSpot returns them unordered); the currency is the deal's, else the portal's
/// Errors: values that cannot be read become issues; a line without a readable quantity counts 1, one without
/// a
///         readable price 0
Sale map_sale(const hubspot::DealBundle& bundle, const std::string& portal_currency, Issues& issues);

CrmContact map_contact(const hubspot::Contact& contact);
CrmProduct map_product(const hubspot::Product& product);
CrmCompany map_crm_company(const hubspot::Company& company);

}  // namespace sidebill

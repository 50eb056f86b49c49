// Contacts of HubSpot out of customers of QuickBooks.
#pragma once

#include <string>

#include "core/hubspot/records.h"
#include "core/model/customer.h"

namespace sidebill {

/// What a contact says that is made of this customer: its first address, its person, its company, and which
/// customer it is. One of whom no person is known and no address either is called as the customer is.
///
/// Source: reference/quickbooks.md 3.1, reference/hubspot.md 3 (Contact 0-1)
hubspot::Properties contact_properties(const std::string& realm, const Customer& customer);

}  // namespace sidebill

// A contact that is to be made, in HubSpot's words.
#pragma once

#include <string>

#include "core/hubspot/objects.h"

namespace sidebill::hubspot {

/// "" tells nothing.
struct NewContact {
  std::string email, first_name, last_name, company, phone;
  PostalAddress address;
};

/// Source: reference/hubspot.md 3 (Contact 0-1)
Properties contact_values(const NewContact& contact);

}  // namespace sidebill::hubspot

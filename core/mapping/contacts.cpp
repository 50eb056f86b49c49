#include "core/mapping/contacts.h"

#include "core/hubspot/new_contact.h"
#include "core/mapping/mirror.h"
#include "core/model/link.h"

namespace sidebill {

hubspot::Properties contact_properties(const std::string& realm, const Customer& customer) {
  hubspot::NewContact contact;
  contact.email = customer.emails.empty() ? "" : customer.emails.front();
  contact.first_name = customer.given_name;
  contact.last_name = customer.family_name;
  contact.company = customer.company_name;
  contact.phone = customer.phone;
  if (contact.email.empty() && contact.first_name.empty() && contact.last_name.empty())
    contact.last_name = customer.display_name;
  const Address& address = customer.billing_address;
  contact.address = {address.line1,  address.line2,       address.city,
                     address.region, address.postal_code, address.country};
  hubspot::Properties properties = hubspot::contact_values(contact);
  properties.merge(link_properties({{realm, "Customer", customer.id}}));
  return properties;
}

}  // namespace sidebill

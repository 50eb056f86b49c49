#include "core/hubspot/new_contact.h"

namespace sidebill::hubspot {

namespace {

/// A contact's street is one field.
std::string street_of(const PostalAddress& address) {
  if (address.street.empty() || address.street2.empty()) return address.street + address.street2;
  return address.street + ", " + address.street2;
}

}  // namespace

Properties contact_values(const NewContact& contact) {
  Properties values = {
      {"email", contact.email},        {"firstname", contact.first_name},
      {"lastname", contact.last_name}, {"company", contact.company},
      {"phone", contact.phone},        {"address", street_of(contact.address)},
      {"city", contact.address.city},  {"state", contact.address.state},
      {"zip", contact.address.zip},    {"country", contact.address.country},
  };
  for (auto value = values.begin(); value != values.end();) {
    value = value->second.empty() ? values.erase(value) : std::next(value);
  }
  return values;
}

}  // namespace sidebill::hubspot

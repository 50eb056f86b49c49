#include "core/matching/record.h"

namespace sidebill {

const char* text_of(Role value) {
  switch (value) {
    case Role::name: return "name";
    case Role::first_name: return "first_name";
    case Role::last_name: return "last_name";
    case Role::company: return "company";
    case Role::email: return "email";
    case Role::phone: return "phone";
    case Role::website: return "website";
    case Role::address: return "address";
    case Role::city: return "city";
    case Role::region: return "region";
    case Role::postcode: return "postcode";
    case Role::country: return "country";
    case Role::sku: return "sku";
    case Role::description: return "description";
    case Role::price: return "price";
  }
  return "";
}

}  // namespace sidebill

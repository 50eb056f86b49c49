#include "core/operations/crm_lists.h"

#include "core/hubspot/object_types.h"
#include "core/hubspot/objects.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

constexpr CrmListNames all[] = {
    {CrmList::contacts, "contacts", object_type::contact, "read-contacts", &hubspot::contact_properties,
     "Customer", "customers", "read-customers"},
    {CrmList::companies, "companies", object_type::company, "read-companies", &hubspot::company_properties,
     "Customer", "customers", "read-customers"},
    {CrmList::products, "products", object_type::product, "read-products", &hubspot::product_properties,
     "Item", "items", "read-items"},
};

}  // namespace

const CrmListNames& names_of(CrmList of) { return all[static_cast<std::size_t>(of)]; }

std::optional<CrmList> crm_list_of(std::string_view name) {
  for (const CrmListNames& one : all) {
    if (name == one.list) return one.of;
  }
  return std::nullopt;
}

}  // namespace sidebill

// The three lists of HubSpot that stand against lists of QuickBooks, and what each is called on both sides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/matching/side_pairs.h"

namespace sidebill {

struct CrmListNames {
  CrmList of = CrmList::contacts;
  const char* list;     // of the store: "contacts"
  const char* type;     // object type of HubSpot
  const char* purpose;  // of reading it: "read-contacts"
  const std::vector<std::string>& (*properties)();
  const char* book_entity;   // of QuickBooks: "Customer"
  const char* book_list;     // of the store: "customers"
  const char* book_purpose;  // "read-customers"
};

const CrmListNames& names_of(CrmList of);

/// The list of this name: "contacts", "companies" or "products".
std::optional<CrmList> crm_list_of(std::string_view name);

}  // namespace sidebill

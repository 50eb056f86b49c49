#include "core/matching/shelf_names.h"

namespace sidebill {

std::vector<TakenName> ShelfNames::holders(std::string_view key, std::size_t most) const {
  ListedNames found;
  for (const Customer& customer : shelves_.customers.with_display_name(key)) found.add(taken_name(customer));
  for (const OtherName& other : shelves_.names.with_display_name(key)) found.add(taken_name(other));
  return found.holders(key, most);
}

std::optional<TakenName> ShelfNames::customer(std::string_view id) const {
  const auto customer = shelves_.customers.customer(id);
  return customer ? std::optional(taken_name(*customer)) : std::nullopt;
}

}  // namespace sidebill

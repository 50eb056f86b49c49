#include "core/operations/missing_products.h"

#include <algorithm>

#include "core/base/text.h"

namespace sidebill {

namespace {

bool is_income(const Account& account) { return account.active && account.type == "Income"; }

const ProductRules* usable_rules(const Basis& basis) {
  const auto rules = basis.preferences.products.find(basis.company.realm);
  if (rules == basis.preferences.products.end()) return nullptr;
  const bool has_account =
      std::any_of(basis.company.accounts.begin(), basis.company.accounts.end(), [&](const Account& account) {
        return is_income(account) && account.id == rules->second.income_account_id;
      });
  return has_account ? &rules->second : nullptr;
}

NewItem new_item(const std::string& name, const std::string& sku, const ProductRules& rules) {
  NewItem item;
  item.name = name;
  item.sku = sku;
  item.income_account_id = rules.income_account_id;
  return item;
}

ItemChoice stand_in(const Basis& basis, const ProductRules& rules) {
  const auto known = std::find_if(basis.known.items.begin(), basis.known.items.end(), [](const Item& item) {
    return item.active && fold(item.name) == fold(stand_in_name);
  });
  if (known != basis.known.items.end()) return ExistingItem{known->id};
  return new_item(stand_in_name, "", rules);
}

}  // namespace

ItemChoice item_for_missing(const Basis& basis, const SaleLine& line) {
  const ProductRules* rules = usable_rules(basis);
  if (rules == nullptr || rules->missing == MissingProduct::ask) return Undecided{};
  if (rules->missing == MissingProduct::stand_in) return stand_in(basis, *rules);
  return new_item(trim(line.name), trim(line.sku), *rules);
}

Json income_accounts_json(const Company& company) {
  Json list = Json::array();
  for (const Account& account : company.accounts) {
    if (!is_income(account)) continue;
    list.items.push_back(
        Json::object().set("id", Json::string(account.id)).set("name", Json::string(account.name)));
  }
  return list;
}

}  // namespace sidebill

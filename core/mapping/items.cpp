#include "core/mapping/items.h"

namespace sidebill {

Item map_item(const quickbooks::Item& item) {
  Item mapped;
  mapped.id = item.identity.id;
  mapped.sync_token = item.identity.sync_token;
  mapped.name = item.name;
  mapped.full_name = item.full_name.empty() ? item.name : item.full_name;
  mapped.sku = item.sku;
  mapped.description = item.description;
  mapped.type = item.type;
  mapped.unit_price = item.unit_price;
  mapped.income_account_id = item.income_account.value;
  mapped.income_account_name = item.income_account.name;
  mapped.tax_code_id = item.tax_code.value;
  mapped.taxable = item.taxable.value_or(false);
  mapped.active = item.active.value_or(true);
  mapped.inventory_start = item.inventory_start;
  return mapped;
}

}  // namespace sidebill

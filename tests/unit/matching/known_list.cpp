#include "tests/unit/matching/known_list.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/keys.h"

namespace sidebill {

namespace {

template <class Record, class Test>
std::vector<const Record*> all_of(const std::vector<Record>& records, Test test) {
  std::vector<const Record*> found;
  for (const Record& record : records) {
    if (test(record)) found.push_back(&record);
  }
  return found;
}

template <class Record>
const Record* by_id(const std::vector<Record>& records, const std::string& id) {
  for (const Record& record : records) {
    if (record.id == id) return &record;
  }
  return nullptr;
}

bool holds(const std::vector<std::string>& keys, const std::string& key) {
  return !key.empty() && std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

const Customer* KnownList::customer(const std::string& id) const { return by_id(customers_, id); }

std::vector<const Customer*> KnownList::customers_by_email(const std::string& normal) const {
  const std::string key = normal_email(normal);
  return all_of(customers_, [&](const Customer& customer) { return holds(email_keys(customer), key); });
}

std::vector<const Customer*> KnownList::customers_by_name(const std::string& folded) const {
  const std::string key = match_key(folded);
  return all_of(customers_, [&](const Customer& customer) { return holds(name_keys(customer), key); });
}

const Item* KnownList::item(const std::string& id) const { return by_id(items_, id); }

std::vector<const Item*> KnownList::items_by_sku(const std::string& sku) const {
  const std::string key = match_key(sku);
  return all_of(items_, [&](const Item& item) { return !key.empty() && match_key(item.sku) == key; });
}

std::vector<const Item*> KnownList::items_by_name(const std::string& folded) const {
  const std::string key = match_key(folded);
  return all_of(items_, [&](const Item& item) { return holds(name_keys(item), key); });
}

}  // namespace sidebill

#include "core/matching/shelf.h"

#include "core/base/order.h"
#include "core/base/text.h"

namespace sidebill {

namespace {

std::string name_id(const OtherName& name) { return name.kind + ":" + name.id; }

template <class Record>
const Record* record_with(const std::unordered_map<std::string, Shelved<Record>>& records,
                          const std::string& id) {
  const auto found = records.find(id);
  return found == records.end() ? nullptr : &found->second.record;
}

template <class Record>
std::vector<const Record*> records_with(const std::unordered_map<std::string, Shelved<Record>>& records,
                                        const std::vector<std::string>& ids) {
  std::vector<const Record*> found;
  for (const std::string& id : ids) found.push_back(record_with(records, id));
  return found;
}

Shelved<Customer> shelved(Customer customer) {
  std::string name = match_key(customer.display_name);
  std::string names = join(name_keys(customer), "\n");
  std::string codes = join(email_keys(customer), "\n");
  return {std::move(customer), std::move(name), std::move(names), std::move(codes)};
}

Shelved<Item> shelved(Item item) {
  std::string name = match_key(item.name);
  std::string names = join(name_keys(item), "\n");
  std::string code = match_key(item.sku);
  return {std::move(item), std::move(name), std::move(names), std::move(code)};
}

}  // namespace

void KeyIndex::add(const std::string& key, const std::string& id) {
  if (!key.empty()) ids_[key].insert(id);
}

void KeyIndex::remove(const std::string& key, const std::string& id) {
  const auto found = ids_.find(key);
  if (found == ids_.end()) return;
  found->second.erase(id);
  if (found->second.empty()) ids_.erase(found);
}

std::vector<std::string> KeyIndex::find(const std::string& key) const {
  const auto found = ids_.find(key);
  if (found == ids_.end()) return {};
  std::vector<std::string> ids(found->second.begin(), found->second.end());
  sort_by(ids, id_before);
  return ids;
}

void Shelf::forget_keys(const Customer& customer) {
  for (const std::string& key : email_keys(customer)) customers_by_email_.remove(key, customer.id);
  for (const std::string& key : name_keys(customer)) customers_by_name_.remove(key, customer.id);
}

void Shelf::forget_keys(const Item& item) {
  items_by_sku_.remove(match_key(item.sku), item.id);
  for (const std::string& key : name_keys(item)) items_by_name_.remove(key, item.id);
}

void Shelf::put(Customer customer) {
  const std::string id = customer.id;
  if (const Customer* old = this->customer(id)) forget_keys(*old);
  for (const std::string& key : email_keys(customer)) customers_by_email_.add(key, id);
  for (const std::string& key : name_keys(customer)) customers_by_name_.add(key, id);
  customers_.insert_or_assign(id, shelved(std::move(customer)));
}

void Shelf::put(Item item) {
  const std::string id = item.id;
  if (const Item* old = this->item(id)) forget_keys(*old);
  items_by_sku_.add(match_key(item.sku), id);
  for (const std::string& key : name_keys(item)) items_by_name_.add(key, id);
  items_.insert_or_assign(id, shelved(std::move(item)));
}

void Shelf::put(OtherName name) {
  const std::string id = name_id(name);
  const auto old = names_.find(id);
  if (old != names_.end()) names_by_name_.remove(match_key(old->second.display_name), id);
  names_by_name_.add(match_key(name.display_name), id);
  names_.insert_or_assign(id, std::move(name));
}

const Customer* Shelf::customer(const std::string& id) const { return record_with(customers_, id); }

std::vector<const Customer*> Shelf::customers_by_email(const std::string& normal) const {
  return records_with(customers_, customers_by_email_.find(normal_email(normal)));
}

std::vector<const Customer*> Shelf::customers_by_name(const std::string& folded) const {
  return records_with(customers_, customers_by_name_.find(match_key(folded)));
}

const Item* Shelf::item(const std::string& id) const { return record_with(items_, id); }

std::vector<const Item*> Shelf::items_by_sku(const std::string& sku) const {
  return records_with(items_, items_by_sku_.find(match_key(sku)));
}

std::vector<const Item*> Shelf::items_by_name(const std::string& folded) const {
  return records_with(items_, items_by_name_.find(match_key(folded)));
}

std::vector<OtherName> Shelf::names_like(const std::string& display_name) const {
  std::vector<OtherName> names;
  for (const std::string& id : names_by_name_.find(match_key(display_name))) names.push_back(names_.at(id));
  return names;
}

}  // namespace sidebill

#include "core/matching/known_list.h"

#include "core/base/text.h"

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

}  // namespace

const Customer* KnownList::customer(const std::string& id) const { return by_id(customers_, id); }

std::vector<const Customer*> KnownList::customers_by_email(const std::string& normal) const {
  return all_of(customers_, [&](const Customer& customer) {
    for (const std::string& email : customer.emails) {
      if (normal_email(email) == normal) return true;
    }
    return false;
  });
}

std::vector<const Customer*> KnownList::customers_by_name(const std::string& folded) const {
  return all_of(customers_, [&](const Customer& customer) {
    return fold(customer.display_name) == folded || fold(customer.company_name) == folded;
  });
}

const Item* KnownList::item(const std::string& id) const { return by_id(items_, id); }

std::vector<const Item*> KnownList::items_by_sku(const std::string& sku) const {
  return all_of(items_, [&](const Item& item) { return !item.sku.empty() && trim(item.sku) == trim(sku); });
}

std::vector<const Item*> KnownList::items_by_name(const std::string& folded) const {
  return all_of(items_, [&](const Item& item) { return fold(item.name) == folded || fold(item.full_name) == folded; });
}

}  // namespace sidebill

// What the directory knows of one company: the records, and the indexes that find them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/matching/keys.h"
#include "core/matching/match.h"

namespace sidebill {

/// Ids under the keys that lead to them; several records may share a key.
class KeyIndex {
 public:
  void add(const std::string& key, const std::string& id);
  void remove(const std::string& key, const std::string& id);
  /// In the order of `id_before`.
  std::vector<std::string> find(const std::string& key) const;

 private:
  std::unordered_map<std::string, std::set<std::string>> ids_;
};

/// A record with the folded texts that a search looks through, made once when the record is put.
template <class Record>
struct Shelved {
  Record record;
  std::string name;   // what the list is ordered by
  std::string names;  // all names, one per line
  std::string codes;  // e-mail addresses of a customer, SKU of an item, one per line
};

class Shelf : public KnownRecords {
 public:
  void put(Customer customer);
  void put(Item item);
  void put(OtherName name);

  const Customer* customer(const std::string& id) const override;
  std::vector<const Customer*> customers_by_email(const std::string& normal_email) const override;
  std::vector<const Customer*> customers_by_name(const std::string& folded) const override;
  const Item* item(const std::string& id) const override;
  std::vector<const Item*> items_by_sku(const std::string& sku) const override;
  std::vector<const Item*> items_by_name(const std::string& folded) const override;

  std::vector<OtherName> names_like(const std::string& display_name) const;

  const std::unordered_map<std::string, Shelved<Customer>>& customers() const { return customers_; }
  const std::unordered_map<std::string, Shelved<Item>>& items() const { return items_; }

 private:
  void forget_keys(const Customer& customer);
  void forget_keys(const Item& item);

  std::unordered_map<std::string, Shelved<Customer>> customers_;
  std::unordered_map<std::string, Shelved<Item>> items_;
  std::map<std::string, OtherName> names_;  // by kind and id
  KeyIndex customers_by_email_, customers_by_name_, items_by_sku_, items_by_name_, names_by_name_;
};

}  // namespace sidebill

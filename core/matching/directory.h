// The directory: customers, items and names of the connected companies, in memory, searchable.
//
// The one long-lived object of the core. Filled page by page as QuickBooks answers; what a stopped worker
// held comes back from one block.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/matching/customer_shelf.h"
#include "core/matching/item_shelf.h"
#include "core/matching/name_shelf.h"

namespace sidebill {

/// What the directory knows of one company.
struct CompanyShelves {
  CustomerShelf customers;
  ItemShelf items;
  NameShelf names;
};

class Directory {
 public:
  /// Adds the record or replaces the one with the same realm and id.
  void put(const std::string& realm, const Customer& customer) { companies_[realm].customers.put(customer); }
  void put(const std::string& realm, const Item& item) { companies_[realm].items.put(item); }
  void put(const std::string& realm, const OtherName& name) { companies_[realm].names.put(name); }
  void remove_customer(const std::string& realm, std::string_view id) {
    companies_[realm].customers.remove(id);
  }
  void remove_item(const std::string& realm, std::string_view id) { companies_[realm].items.remove(id); }
  void remove_name(const std::string& realm, std::string_view kind, std::string_view id) {
    companies_[realm].names.remove(kind, id);
  }
  void forget(const std::string& realm) { companies_.erase(realm); }

  /// One company; an empty one when nothing of it is known. Searches use room in it, so that it is no
  /// constant.
  CompanyShelves& of(const std::string& realm) { return companies_[realm]; }

  /// Everything, as one block that only the same version of the core reads.
  std::vector<std::uint64_t> snapshot() const;
  /// What a block holds instead of what is there.
  ///
  /// Errors: false, and an empty directory, when the block is damaged or of another version: fill it anew
  bool restore(const std::uint64_t* words, std::size_t count);

 private:
  std::map<std::string, CompanyShelves> companies_;
};

}  // namespace sidebill

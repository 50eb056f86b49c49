// The directory: customers, items and names of the connected companies, contacts, companies and products of
// the portals, in memory, searchable.
//
// The one long-lived object of the core. Filled page by page as the services answer; what a stopped worker
// held comes back from one block.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/matching/crm_shelf.h"
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

/// What the directory knows of one portal.
struct PortalShelves {
  CrmShelf<CrmContact> contacts;
  CrmShelf<CrmCompany> companies;
  CrmShelf<CrmProduct> products;
};

class Directory {
 public:
  /// Adds the record or replaces the one with the same owner (realm or portal) and id.
  void put(const std::string& realm, const Customer& customer) { change(realm).customers.put(customer); }
  void put(const std::string& realm, const Item& item) { change(realm).items.put(item); }
  void put(const std::string& realm, const OtherName& name) { change(realm).names.put(name); }
  void put(const std::string& portal, const CrmContact& contact) {
    change_portal(portal).contacts.put(contact);
  }
  void put(const std::string& portal, const CrmCompany& company) {
    change_portal(portal).companies.put(company);
  }
  void put(const std::string& portal, const CrmProduct& product) {
    change_portal(portal).products.put(product);
  }

  void remove_customer(const std::string& realm, std::string_view id) { change(realm).customers.remove(id); }
  void remove_item(const std::string& realm, std::string_view id) { change(realm).items.remove(id); }
  void remove_name(const std::string& realm, std::string_view kind, std::string_view id) {
    change(realm).names.remove(kind, id);
  }
  void remove_contact(const std::string& portal, std::string_view id) {
    change_portal(portal).contacts.remove(id);
  }
  void remove_company(const std::string& portal, std::string_view id) {
    change_portal(portal).companies.remove(id);
  }
  void remove_product(const std::string& portal, std::string_view id) {
    change_portal(portal).products.remove(id);
  }

  void forget(const std::string& realm) { ++changes_, companies_.erase(realm); }

  /// One company; an empty one when nothing of it is known. Searches use room in it, so that it is no
  /// constant.
  CompanyShelves& of(const std::string& realm) { return companies_[realm]; }
  PortalShelves& of_portal(const std::string& portal) { return portals_[portal]; }

  /// Another number after every change.
  std::uint32_t changes() const { return changes_; }

  /// Everything, as one block that only the same version of the core reads.
  std::vector<std::uint64_t> snapshot() const;
  /// What a block holds instead of what is there.
  ///
  /// Errors: false, and an empty directory, when the block is damaged or of another version: fill it anew
  bool restore(const std::uint64_t* words, std::size_t count);

 private:
  CompanyShelves& change(const std::string& realm) { return ++changes_, companies_[realm]; }
  PortalShelves& change_portal(const std::string& portal) { return ++changes_, portals_[portal]; }

  std::map<std::string, CompanyShelves> companies_;
  std::map<std::string, PortalShelves> portals_;
  std::uint32_t changes_ = 0;
};

}  // namespace sidebill

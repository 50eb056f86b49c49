// The directory: customers, items and names of the connected companies, in memory, searchable.
//
// The one long-lived object of the core. Filled from the store in chunks after a restart.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/matching/match.h"

namespace sidebill {

class Directory {
 public:
  Directory();
  ~Directory();
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  /// Adds the record or replaces the one with the same realm and id.
  void put(const std::string& realm, Customer customer);
  void put(const std::string& realm, Item item);
  void put(const std::string& realm, OtherName name);
  void forget(const std::string& realm);

  /// The records of one company; valid until the next put or forget.
  const KnownRecords& of(const std::string& realm) const;

  /// Vendors and employees whose name folds equal: display names are unique over all three kinds.
  std::vector<OtherName> names_like(const std::string& realm, const std::string& display_name) const;

  /// Customers (items) whose name, company or e-mail (name, SKU) contains all words typed; active ones first,
  /// names that begin with the text before those that contain it; at most `limit`.
  std::vector<Candidate> search_customers(const std::string& realm, const std::string& text,
                                          std::size_t limit) const;
  std::vector<Candidate> search_items(const std::string& realm, const std::string& text,
                                      std::size_t limit) const;
  std::size_t customer_count(const std::string& realm) const;
  std::size_t item_count(const std::string& realm) const;

 private:
  struct Shelves;
  std::unique_ptr<Shelves> shelves_;
};

}  // namespace sidebill

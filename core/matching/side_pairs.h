// Both sides of the directory against each other: which records of QuickBooks are which of HubSpot, in steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/matching/directory.h"
#include "core/matching/lists.h"

namespace sidebill {

/// Customers against contacts or companies, items against products.
enum class CrmList : std::uint8_t { contacts, companies, products };

/// Pairs one-to-one, with the weights and the evidence of lists (lists.h): HubSpot's record left,
/// QuickBooks's right. Records that somebody tied to the other side are left out, and so are items that
/// cannot be sold. A pair with an inactive record is never one to link.
class SidePairs {
 public:
  /// Of the directory as it is now; once it changes this is to be thrown away. It must outlive this.
  SidePairs(Directory& directory, std::string realm, std::string portal, CrmList of);

  /// Looks at so many further records.
  void work(std::size_t records);
  std::size_t done() const { return done_; }
  std::size_t all() const { return 2 * crm_ids_.size() + book_ids_.size(); }
  bool finished() const { return finished_; }

  /// Once finished: best first.
  const std::vector<ListPair>& pairs() const { return pairs_; }
  const std::string& crm_id(const ListPair& pair) const { return left_[pair.left]; }
  const std::string& book_id(const ListPair& pair) const { return right_[pair.right]; }
  std::vector<Evidence> explain(const ListPair& pair) const { return lists_->explain(pair, false); }
  /// Once finished: active records of QuickBooks in no pair, those left aside whose HubSpot record is
  /// `set_aside`: somebody said that they are others.
  std::vector<std::string> unpaired(const std::set<std::string>& set_aside) const;

 private:
  void add_crm(const std::string& id);
  void add_book(const std::string& id);
  void finish();

  CompanyShelves& books_;
  PortalShelves& crm_;
  const std::string realm_;
  const CrmList of_;
  const std::vector<std::string> crm_ids_, book_ids_;
  std::unique_ptr<Lists> lists_;
  std::vector<std::string> left_, right_;  // ids of those that are compared, by their places
  std::vector<bool> right_active_;
  std::size_t done_ = 0;
  bool finished_ = false;
  std::vector<ListPair> pairs_;
};

}  // namespace sidebill

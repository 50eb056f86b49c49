// The items of one company: kept, found and counted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/matching/match.h"
#include "core/matching/pairs.h"
#include "core/matching/record_table.h"
#include "core/model/customer.h"

namespace sidebill {

class ItemShelf {
 public:
  /// Adds the item or replaces the one with its id.
  void put(const Item& item);
  void remove(std::string_view id);

  std::optional<Item> item(std::string_view id) const;
  /// By a name as `match_key` writes it. By id; at most `most_of_code`.
  std::vector<Item> with_name(std::string_view key) const;
  /// What may be this item, besides those of this name. By id.
  std::vector<Item> resembling(const ItemFeatures& item);
  std::vector<Candidate> search(const std::string& typed, std::size_t limit);

  std::size_t count() const { return table_.count(); }
  std::vector<std::string> ids() const { return table_.ids(); }
  const WordCounts& counts() const { return counts_; }
  std::size_t memory() const { return table_.memory(); }

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in);

 private:
  Item at(std::uint32_t slot) const;
  void take_out(std::uint32_t slot);
  std::vector<Item> items_at(const std::vector<std::uint32_t>& slots) const;

  RecordTable table_;
  ItemCandidates candidates_;
  KeyMap names_;
  WordCounts counts_;
};

}  // namespace sidebill

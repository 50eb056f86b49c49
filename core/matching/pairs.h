// Pairs of records that are worth comparing, out of all that there could be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/matching/customer_features.h"
#include "core/matching/item_features.h"
#include "core/matching/key_map.h"
#include "core/matching/trigram_index.h"

namespace sidebill {

/// A record of the left list and one of the right list, by their places.
struct Pair {
  std::uint32_t left = 0, right = 0;
};

/// What leads to a customer or item straight away: addresses, numbers, codes, each with a letter that says
/// which it is.
std::vector<std::string> keys_of(const CustomerFeatures& customer);
std::vector<std::string> keys_of(const ItemFeatures& item);
/// Keys of more records lead nowhere: a telephone of more is a switchboard.
inline constexpr std::size_t most_of_contact = 50;
inline constexpr std::size_t most_of_code = 20;
/// Addresses that have less in common are of other streets.
inline constexpr float telling_address = 0.3F;

/// Who resembles a customer: by name, by address, and by e-mail, telephone and website.
class CustomerCandidates {
 public:
  /// Under these keys besides its texts; as `keys_of` writes them. Of equals the one with the lower `tie`
  /// comes first.
  void add(std::uint32_t record, const CustomerFeatures& customer, const std::vector<std::string>& keys,
           std::uint32_t tie = 0);
  /// Keys as it was added with.
  void remove(std::uint32_t record, const std::vector<std::string>& keys);
  /// Each once, ascending.
  std::vector<std::uint32_t> of(const CustomerFeatures& customer, std::size_t by_name,
                                std::size_t by_address);
  TrigramIndex& names() { return names_; }
  void find(const std::string& key, std::vector<std::uint32_t>& records) const;

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in, std::uint32_t slots);

 private:
  TrigramIndex names_, addresses_;
  KeyMap keys_;
};

/// What resembles an item: by name, by name and description, by SKU and model number.
class ItemCandidates {
 public:
  void add(std::uint32_t record, const ItemFeatures& item, const std::vector<std::string>& keys,
           std::uint32_t tie = 0);
  void remove(std::uint32_t record, const std::vector<std::string>& keys);
  std::vector<std::uint32_t> of(const ItemFeatures& item, std::size_t by_name, std::size_t by_text);
  TrigramIndex& names() { return names_; }

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in, std::uint32_t slots);

 private:
  TrigramIndex names_, texts_;
  KeyMap keys_;
};

}  // namespace sidebill

// Pairs of records that are worth comparing, out of all that there could be.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/matching/customer_features.h"
#include "core/matching/item_features.h"
#include "core/matching/trigram_index.h"

namespace sidebill {

/// A record of the left list and one of the right list, by their places.
struct Pair {
  std::uint32_t left = 0, right = 0;
};

/// Records under a value that they have in common. Values of too many records lead nowhere.
class ExactKeys {
 public:
  void add(std::string key, std::uint32_t record) { records_[std::move(key)].push_back(record); }
  /// Appends the records under the key, unless there are more than `most`.
  void find(const std::string& key, std::size_t most, std::vector<std::uint32_t>& found) const;

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>> records_;
};

/// Who resembles a customer: by name, by address, and by e-mail, telephone and website.
class CustomerCandidates {
 public:
  void add(std::uint32_t record, const CustomerFeatures& customer);
  /// Each once, ascending.
  std::vector<std::uint32_t> of(const CustomerFeatures& customer, std::size_t by_name, std::size_t by_address);

 private:
  TrigramIndex names_, addresses_;
  ExactKeys keys_;
};

/// What resembles an item: by name, by name and description, by SKU and model number.
class ItemCandidates {
 public:
  void add(std::uint32_t record, const ItemFeatures& item);
  std::vector<std::uint32_t> of(const ItemFeatures& item, std::size_t by_name, std::size_t by_text);

 private:
  TrigramIndex names_, texts_;
  ExactKeys keys_;
};

}  // namespace sidebill

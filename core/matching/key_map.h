// Records under keys: what leads straight to a record, an e-mail address or an id, in two plain tables.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/matching/snapshot.h"

namespace sidebill {

/// Several records may share a key, and a record may have several. Keys are kept as hashes: who finds a record looks
/// whether it has the key indeed.
class KeyMap {
 public:
  static std::uint64_t hash_of(std::string_view key);

  void add(std::uint64_t key, std::uint32_t record);
  /// Removes one entry of this key and record.
  void remove(std::uint64_t key, std::uint32_t record);
  /// Appends the records that may have the key.
  void find(std::uint64_t key, std::vector<std::uint32_t>& records) const;
  std::size_t size() const { return used_; }

  void save(SnapshotWriter& out) const;
  /// False when the tables cannot be those of records below `slots`.
  bool load(SnapshotReader& in, std::uint32_t slots);

 private:
  static constexpr std::uint32_t empty = 0xFFFFFFFFU, gone = 0xFFFFFFFEU;

  void grow();

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> records_;
  std::size_t used_ = 0, gone_ = 0;
};

}  // namespace sidebill

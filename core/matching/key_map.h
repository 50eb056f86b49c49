// Records under keys: what leads straight to a record, an e-mail address or an id, in plain tables.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/matching/snapshot.h"

namespace sidebill {

/// Several records may share a key, and a record may have several. Keys are kept as hashes of 32 bits: who
/// finds a record looks whether it has the key indeed.
class KeyMap {
 public:
  static std::uint64_t hash_of(std::string_view key);
  /// A number for an id, the same whenever and wherever it was put.
  static std::uint32_t tie_of(std::string_view id) { return static_cast<std::uint32_t>(hash_of(id) >> 32); }

  void add(std::uint64_t key, std::uint32_t record);
  /// Removes one entry of this key and record.
  void remove(std::uint64_t key, std::uint32_t record);
  /// Appends the records that may have the key, ascending; none when there are more than `most`.
  void find(std::uint64_t key, std::size_t most, std::vector<std::uint32_t>& records) const;
  std::size_t memory() const;

  void save(SnapshotWriter& out) const;
  /// False when the tables cannot be those of records below `slots`.
  bool load(SnapshotReader& in, std::uint32_t slots);

 private:
  static constexpr std::uint32_t nothing = 0xFFFFFFFFU;

  /// A key and the chain of its records.
  struct Head {
    std::uint32_t key = 0;  // 0: free
    std::uint32_t first = nothing;
  };
  struct Link {
    std::uint32_t record = 0, next = nothing;
  };

  static std::uint32_t short_of(std::uint64_t key);
  std::size_t place_of(std::uint32_t key) const;
  bool is_room(std::size_t heads) const { return heads * 4 <= heads_.size() * 3; }
  std::uint32_t take_link(Link link);
  void grow();
  bool are_chains_whole(std::uint32_t slots) const;

  std::vector<Head> heads_;
  std::vector<Link> links_;
  std::size_t used_ = 0;          // heads that are not free
  std::uint32_t free_ = nothing;  // chain of links that are
};

}  // namespace sidebill

// Records as bytes in one block: a hundred thousand of them without a hundred thousand requests for memory.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/matching/snapshot.h"

namespace sidebill {

/// Byte strings, none of them empty, under small numbers, which are given out anew after removal.
class ByteStore {
 public:
  std::uint32_t add(std::string_view bytes);
  void replace(std::uint32_t slot, std::string_view bytes);
  void remove(std::uint32_t slot);
  /// Empty for a slot that is free; valid until the next change.
  std::string_view at(std::uint32_t slot) const;

  std::size_t count() const { return slices_.size() - free_.size(); }
  /// One past the highest slot.
  std::uint32_t slots() const { return static_cast<std::uint32_t>(slices_.size()); }
  std::size_t memory() const;

  void save(SnapshotWriter& out) const;
  /// False when the tables cannot be those of records.
  bool load(SnapshotReader& in);

 private:
  struct Slice {
    std::uint32_t from = 0, size = 0;
  };

  Slice write(std::string_view bytes);
  void compact();
  bool are_free_slots_free() const;

  std::vector<char> bytes_;
  std::vector<Slice> slices_;
  std::vector<std::uint32_t> free_;
  std::size_t garbage_ = 0;
};

}  // namespace sidebill

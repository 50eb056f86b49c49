// Records of one kind by id, with the texts that a person's typing is looked for in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/matching/byte_store.h"
#include "core/matching/key_map.h"

namespace sidebill {

/// What a record is searched by. Names as search texts, the first one is what lists are ordered by; codes
/// (e-mail addresses, SKUs) folded, as people type them with their signs.
struct SearchEntry {
  bool active = true;
  std::vector<std::string> names, codes;
};

/// The same as it lies in the table.
struct StoredEntry {
  bool active = true;
  std::string_view name;   // the first one
  std::string_view names;  // all, one per line
  std::string_view codes;  // all, one per line
};

/// Records under small numbers: slots.
class RecordTable {
 public:
  std::optional<std::uint32_t> slot_of(std::string_view id) const;
  /// Adds a record, or replaces the one with this id. `bytes` begin with the id, as `to_bytes` writes them.
  std::uint32_t put(std::string_view id, std::string_view bytes, const SearchEntry& entry);
  void remove(std::uint32_t slot);

  /// Valid until the next change; empty for a slot that is free.
  std::string_view bytes(std::uint32_t slot) const { return records_.at(slot); }
  StoredEntry entry(std::uint32_t slot) const;
  /// All texts of the entry as they lie there; empty for a slot that is free.
  std::string_view texts(std::uint32_t slot) const { return entries_.at(slot); }
  std::size_t count() const { return records_.count(); }
  /// Of all records.
  std::vector<std::string> ids() const;
  std::uint32_t slots() const { return records_.slots(); }
  std::size_t memory() const { return records_.memory() + entries_.memory() + ids_.memory(); }

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in);

 private:
  ByteStore records_, entries_;
  KeyMap ids_;
};

}  // namespace sidebill

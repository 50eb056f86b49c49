#include "core/matching/name_shelf.h"

#include <algorithm>

#include "core/matching/keys.h"
#include "core/matching/planned_taken.h"
#include "core/matching/record_bytes.h"

namespace sidebill {

namespace {

/// A vendor and an employee may have one id.
std::string table_id(std::string_view kind, std::string_view id) {
  return std::string(kind) + ":" + std::string(id);
}

std::uint64_t hash_of_name(std::string_view display_name) { return KeyMap::hash_of(name_key(display_name)); }

/// Vendors before employees.
bool comes_before(const OtherName& left, const OtherName& right) {
  return left.kind != right.kind ? left.kind > right.kind : id_before(left.id, right.id);
}

}  // namespace

OtherName NameShelf::at(std::uint32_t slot) const {
  OtherName name;
  from_bytes(table_.bytes(slot), name);
  name.id.erase(0, name.kind.size() + 1);
  return name;
}

void NameShelf::put(const OtherName& name) {
  const std::string id = table_id(name.kind, name.id);
  if (const auto known = table_.slot_of(id)) names_.remove(hash_of_name(at(*known).display_name), *known);
  OtherName kept = name;
  kept.id = id;
  const std::uint32_t slot = table_.put(id, to_bytes(kept), {});
  names_.add(hash_of_name(name.display_name), slot);
}

void NameShelf::remove(std::string_view kind, std::string_view id) {
  const auto known = table_.slot_of(table_id(kind, id));
  if (!known) return;
  names_.remove(hash_of_name(at(*known).display_name), *known);
  table_.remove(*known);
}

std::vector<OtherName> NameShelf::with_display_name(std::string_view key) const {
  std::vector<std::uint32_t> slots;
  names_.find(KeyMap::hash_of(key), table_.slots(), slots);
  std::vector<OtherName> names;
  for (const std::uint32_t slot : slots) {
    OtherName name = at(slot);
    if (name_key(name.display_name) == key) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end(), comes_before);
  return names;
}

void NameShelf::save(SnapshotWriter& out) const {
  table_.save(out);
  names_.save(out);
}

bool NameShelf::load(SnapshotReader& in) { return table_.load(in) && names_.load(in, table_.slots()); }

}  // namespace sidebill

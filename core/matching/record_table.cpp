#include "core/matching/record_table.h"

#include "core/base/text.h"
#include "core/matching/record_bytes.h"

namespace sidebill {

namespace {

// An entry in bytes: whether it is active, the names one per line, a mark, the codes one per line.
constexpr char active_mark = 'a', inactive_mark = 'i', codes_mark = '\x01';

std::string bytes_of(const SearchEntry& entry) {
  std::string bytes(1, entry.active ? active_mark : inactive_mark);
  bytes += join(entry.names, "\n");
  bytes.push_back(codes_mark);
  bytes += join(entry.codes, "\n");
  return bytes;
}

}  // namespace

std::optional<std::uint32_t> RecordTable::slot_of(std::string_view id) const {
  std::vector<std::uint32_t> found;
  ids_.find(KeyMap::hash_of(id), slots(), found);
  for (const std::uint32_t slot : found) {
    if (id_in(bytes(slot)) == id) return slot;
  }
  return std::nullopt;
}

std::uint32_t RecordTable::put(std::string_view id, std::string_view bytes, const SearchEntry& entry) {
  if (const auto known = slot_of(id)) {
    records_.replace(*known, bytes);
    entries_.replace(*known, bytes_of(entry));
    return *known;
  }
  const std::uint32_t slot = records_.add(bytes);
  entries_.add(bytes_of(entry));  // the same slot: both give them out and take them back together
  ids_.add(KeyMap::hash_of(id), slot);
  return slot;
}

void RecordTable::remove(std::uint32_t slot) {
  ids_.remove(KeyMap::hash_of(id_in(bytes(slot))), slot);
  records_.remove(slot);
  entries_.remove(slot);
}

StoredEntry RecordTable::entry(std::uint32_t slot) const {
  std::string_view bytes = entries_.at(slot);
  StoredEntry entry;
  if (bytes.empty()) return entry;
  entry.active = bytes.front() == active_mark;
  bytes.remove_prefix(1);
  const std::size_t mark = bytes.find(codes_mark);
  entry.names = bytes.substr(0, mark);
  entry.name = entry.names.substr(0, entry.names.find('\n'));
  if (mark != std::string_view::npos) entry.codes = bytes.substr(mark + 1);
  return entry;
}

std::vector<std::string> RecordTable::ids() const {
  std::vector<std::string> ids;
  for (std::uint32_t slot = 0; slot < slots(); ++slot) {
    if (!bytes(slot).empty()) ids.emplace_back(id_in(bytes(slot)));
  }
  return ids;
}

void RecordTable::save(SnapshotWriter& out) const {
  records_.save(out);
  entries_.save(out);
  ids_.save(out);
}

bool RecordTable::load(SnapshotReader& in) {
  return records_.load(in) && entries_.load(in) && entries_.slots() == records_.slots() &&
         ids_.load(in, slots());
}

}  // namespace sidebill

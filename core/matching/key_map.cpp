#include "core/matching/key_map.h"

#include <algorithm>

namespace sidebill {

std::uint64_t KeyMap::hash_of(std::string_view key) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ key.size();
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ hash >> 29;
}

void KeyMap::grow() {
  const std::size_t wanted = std::max<std::size_t>(64, used_ * 4);
  std::size_t size = 64;
  while (size < wanted) size *= 2;
  std::vector<std::uint64_t> keys(size, 0);
  std::vector<std::uint32_t> records(size, empty);
  keys.swap(keys_);
  records.swap(records_);
  used_ = gone_ = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i] < gone) add(keys[i], records[i]);
  }
}

void KeyMap::add(std::uint64_t key, std::uint32_t record) {
  if ((used_ + gone_ + 1) * 2 > records_.size()) grow();
  const std::size_t mask = records_.size() - 1;
  std::size_t at = key & mask;
  while (records_[at] < gone) at = (at + 1) & mask;
  if (records_[at] == gone) --gone_;
  keys_[at] = key;
  records_[at] = record;
  ++used_;
}

void KeyMap::remove(std::uint64_t key, std::uint32_t record) {
  if (records_.empty()) return;
  const std::size_t mask = records_.size() - 1;
  for (std::size_t at = key & mask; records_[at] != empty; at = (at + 1) & mask) {
    if (keys_[at] != key || records_[at] != record) continue;
    records_[at] = gone;
    --used_;
    ++gone_;
    return;
  }
}

void KeyMap::find(std::uint64_t key, std::vector<std::uint32_t>& records) const {
  if (records_.empty()) return;
  const std::size_t mask = records_.size() - 1;
  for (std::size_t at = key & mask; records_[at] != empty; at = (at + 1) & mask) {
    if (keys_[at] == key && records_[at] != gone) records.push_back(records_[at]);
  }
}

void KeyMap::save(SnapshotWriter& out) const {
  out.put(keys_);
  out.put(records_);
  out.put_one(static_cast<std::uint64_t>(used_));
  out.put_one(static_cast<std::uint64_t>(gone_));
}

bool KeyMap::load(SnapshotReader& in, std::uint32_t slots) {
  std::uint64_t used = 0, gone_entries = 0;
  if (!in.take(keys_) || !in.take(records_) || !in.take_one(used) || !in.take_one(gone_entries)) return false;
  used_ = static_cast<std::size_t>(used);
  gone_ = static_cast<std::size_t>(gone_entries);
  const std::size_t size = records_.size();
  const auto taken = std::count_if(records_.begin(), records_.end(), [](std::uint32_t one) { return one != empty; });
  const bool known = std::all_of(records_.begin(), records_.end(),
                                 [&](std::uint32_t one) { return one >= gone || one < slots; });
  return known && keys_.size() == size && (size & (size - 1)) == 0 && used_ + gone_ == static_cast<std::size_t>(taken) &&
         (used_ + gone_) * 2 <= size;
}

}  // namespace sidebill

#include "core/matching/key_map.h"

#include <algorithm>

namespace sidebill {

std::uint64_t KeyMap::hash_of(std::string_view key) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ key.size();
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29;
  return hash == 0 ? 1 : hash;
}

std::uint32_t KeyMap::short_of(std::uint64_t key) {
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(key >> 32));
}

/// Where the key is, or the free place where it would be.
std::size_t KeyMap::place_of(std::uint32_t key) const {
  const std::size_t mask = heads_.size() - 1;
  std::size_t at = key & mask;
  while (heads_[at].key != 0 && heads_[at].key != key) at = (at + 1) & mask;
  return at;
}

/// Keys of nobody are left behind.
void KeyMap::grow() {
  const auto kept = static_cast<std::size_t>(
      std::count_if(heads_.begin(), heads_.end(), [](const Head& head) { return head.first != nothing; }));
  std::size_t size = 64;
  while (size < kept * 2) size *= 2;
  std::vector<Head> heads(size);
  heads.swap(heads_);
  for (const Head& head : heads) {
    if (head.first != nothing) heads_[place_of(head.key)] = head;
  }
  used_ = kept;
}

std::uint32_t KeyMap::take_link(Link link) {
  if (free_ == nothing) {
    links_.push_back(link);
    return static_cast<std::uint32_t>(links_.size() - 1);
  }
  const std::uint32_t at = free_;
  free_ = links_[at].next;
  links_[at] = link;
  return at;
}

void KeyMap::add(std::uint64_t key, std::uint32_t record) {
  if (!is_room(used_ + 1)) grow();
  const std::uint32_t wanted = short_of(key);
  Head& head = heads_[place_of(wanted)];
  if (head.key == 0) {
    head.key = wanted;
    ++used_;
  }
  head.first = take_link({record, head.first});
}

void KeyMap::remove(std::uint64_t key, std::uint32_t record) {
  if (heads_.empty()) return;
  Head& head = heads_[place_of(short_of(key))];
  for (std::uint32_t* to = &head.first; *to != nothing; to = &links_[*to].next) {
    const std::uint32_t at = *to;
    if (links_[at].record != record) continue;
    *to = links_[at].next;
    links_[at] = {0, free_};
    free_ = at;
    return;
  }
}

void KeyMap::find(std::uint64_t key, std::size_t most, std::vector<std::uint32_t>& records) const {
  if (heads_.empty()) return;
  const std::size_t from = records.size();
  std::uint32_t at = heads_[place_of(short_of(key))].first;
  for (; at != nothing && records.size() - from < most; at = links_[at].next)
    records.push_back(links_[at].record);
  if (at != nothing) records.resize(from);
  std::sort(records.begin() + static_cast<std::ptrdiff_t>(from), records.end());
}

std::size_t KeyMap::memory() const {
  return heads_.capacity() * sizeof(Head) + links_.capacity() * sizeof(Link);
}

void KeyMap::save(SnapshotWriter& out) const {
  out.put(heads_);
  out.put(links_);
  out.put_one(std::uint64_t{free_});
}

/// Every link stands in one chain, that of its key or that of the free ones, every chain ends, and the
/// records of the keys are there.
bool KeyMap::are_chains_whole(std::uint32_t slots) const {
  std::size_t left = links_.size();
  std::vector<bool> is_met(left);
  const auto is_whole = [&](std::uint32_t at, std::uint32_t below) {
    for (; at != nothing; at = links_[at].next) {
      if (at >= links_.size() || is_met[at] || links_[at].record >= below) return false;
      is_met[at] = true;
      --left;
    }
    return true;
  };
  const auto of_records = [&](const Head& head) { return is_whole(head.first, slots); };
  return std::all_of(heads_.begin(), heads_.end(), of_records) && is_whole(free_, nothing) && left == 0;
}

bool KeyMap::load(SnapshotReader& in, std::uint32_t slots) {
  std::uint64_t free = 0;
  if (!in.take(heads_) || !in.take(links_) || !in.take_one(free)) return false;
  free_ = static_cast<std::uint32_t>(free);
  const auto used =
      std::count_if(heads_.begin(), heads_.end(), [](const Head& head) { return head.key != 0; });
  used_ = static_cast<std::size_t>(used);
  const std::size_t size = heads_.size();
  return (size & (size - 1)) == 0 && is_room(used_) && are_chains_whole(slots);
}

}  // namespace sidebill

#include "core/matching/byte_store.h"

#include <algorithm>

namespace sidebill {

namespace {

constexpr std::size_t little_garbage = 64UL * 1024;

}  // namespace

ByteStore::Slice ByteStore::write(std::string_view bytes) {
  const Slice slice{static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(bytes.size())};
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  return slice;
}

std::uint32_t ByteStore::add(std::string_view bytes) {
  if (free_.empty()) {
    slices_.push_back(write(bytes));
    return slots() - 1;
  }
  const std::uint32_t slot = free_.back();
  free_.pop_back();
  slices_[slot] = write(bytes);
  return slot;
}

void ByteStore::replace(std::uint32_t slot, std::string_view bytes) {
  garbage_ += slices_[slot].size;
  slices_[slot] = write(bytes);
  compact();
}

void ByteStore::remove(std::uint32_t slot) {
  garbage_ += slices_[slot].size;
  slices_[slot] = {};
  free_.push_back(slot);
  compact();
}

std::string_view ByteStore::at(std::uint32_t slot) const {
  const Slice& slice = slices_[slot];
  return {bytes_.data() + slice.from, slice.size};
}

std::size_t ByteStore::memory() const {
  return bytes_.capacity() + slices_.capacity() * sizeof(Slice) + free_.capacity() * sizeof(std::uint32_t);
}

/// Half of the block may be what was replaced or removed.
void ByteStore::compact() {
  if (garbage_ < little_garbage || garbage_ * 2 < bytes_.size()) return;
  std::vector<char> kept;
  kept.reserve(bytes_.size() - garbage_);
  for (Slice& slice : slices_) {
    const auto from = bytes_.begin() + static_cast<std::ptrdiff_t>(slice.from);
    slice.from = static_cast<std::uint32_t>(kept.size());
    kept.insert(kept.end(), from, from + static_cast<std::ptrdiff_t>(slice.size));
  }
  bytes_ = std::move(kept);
  garbage_ = 0;
}

void ByteStore::save(SnapshotWriter& out) const {
  out.put(bytes_);
  out.put(slices_);
  out.put(free_);
}

bool ByteStore::load(SnapshotReader& in) {
  if (!in.take(bytes_) || !in.take(slices_) || !in.take(free_)) return false;
  std::size_t used = 0;
  for (const Slice& slice : slices_) {
    if (std::size_t{slice.from} + slice.size > bytes_.size()) return false;
    used += slice.size;
  }
  if (used > bytes_.size()) return false;
  garbage_ = bytes_.size() - used;
  return are_free_slots_free();
}

/// Each of them once, and all slots that have no bytes.
bool ByteStore::are_free_slots_free() const {
  std::vector<bool> is_met(slices_.size());
  for (const std::uint32_t slot : free_) {
    if (slot >= slots() || slices_[slot].size > 0 || is_met[slot]) return false;
    is_met[slot] = true;
  }
  const auto empty =
      std::count_if(slices_.begin(), slices_.end(), [](const Slice& slice) { return slice.size == 0; });
  return free_.size() == static_cast<std::size_t>(empty);
}

}  // namespace sidebill

#include "core/matching/word_counts.h"

#include <algorithm>

#include "core/matching/key_map.h"

namespace sidebill {

namespace {

/// 0 marks a free place.
std::uint32_t hash_of(std::string_view word) {
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(KeyMap::hash_of(word) >> 32));
}

}  // namespace

/// Where the word is, or the free place where it would be.
std::size_t WordCounts::place_of(std::uint32_t word) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = word & mask;
  while (!entries_[at].is_free() && entries_[at].word != word) at = (at + 1) & mask;
  return at;
}

void WordCounts::grow() {
  const auto kept = static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(), [](const Entry& entry) { return entry.count > 0; }));
  std::size_t size = 64;
  while (size < kept * 2) size *= 2;
  std::vector<Entry> entries(size);
  entries.swap(entries_);
  for (const Entry& entry : entries) {
    if (entry.count > 0) entries_[place_of(entry.word)] = entry;
  }
  used_ = kept;
}

void WordCounts::add(std::string_view word, int by) {
  if (!is_room(used_ + 1)) grow();
  const std::uint32_t hash = hash_of(word);
  Entry& entry = entries_[place_of(hash)];
  if (entry.is_free()) {
    entry.word = hash;
    ++used_;
  }
  const auto count = static_cast<std::int64_t>(entry.count) + by;
  entry.count = static_cast<std::uint32_t>(std::max<std::int64_t>(0, count));
}

int WordCounts::with(std::string_view word) const {
  return entries_.empty() ? 0 : static_cast<int>(entries_[place_of(hash_of(word))].count);
}

void WordCounts::save(SnapshotWriter& out) const {
  out.put(entries_);
  out.put_one(static_cast<std::int64_t>(records_));
}

bool WordCounts::load(SnapshotReader& in) {
  std::int64_t records = 0;
  if (!in.take(entries_) || !in.take_one(records)) return false;
  records_ = static_cast<int>(records);
  const auto used =
      std::count_if(entries_.begin(), entries_.end(), [](const Entry& one) { return !one.is_free(); });
  used_ = static_cast<std::size_t>(used);
  const std::size_t size = entries_.size();
  return (size & (size - 1)) == 0 && is_room(used_);
}

}  // namespace sidebill

// How many records have each word: what the directory keeps of words, in one plain table.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/matching/snapshot.h"

namespace sidebill {

/// Words are kept as hashes of 32 bits: two that fell on one would count for each other, once in four billion
/// pairs.
class WordCounts {
 public:
  /// `by` records more (or fewer) have the word.
  void add(std::string_view word, int by);
  /// A record came (1) or went (-1).
  void add_records(int by) { records_ += by; }

  int with(std::string_view word) const;
  int records() const { return records_; }
  std::size_t memory() const { return entries_.capacity() * sizeof(Entry); }

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in);

 private:
  struct Entry {
    std::uint32_t word = 0;   // 0: free
    std::uint32_t count = 0;  // 0 too of a word that nobody has any more
    bool is_free() const { return word == 0; }
  };

  std::size_t place_of(std::uint32_t word) const;
  bool is_room(std::size_t words) const { return words * 4 <= entries_.size() * 3; }
  void grow();

  std::vector<Entry> entries_;
  std::size_t used_ = 0;
  int records_ = 0;
};

}  // namespace sidebill

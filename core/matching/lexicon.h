// Words under numbers, and how much it says that two records share one.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/matching/word_counts.h"

namespace sidebill {

using WordId = std::uint32_t;

/// All words of one field of the records at hand. What is shared by many says little: term frequency
/// adjustment. Source: Winkler, Frequency-based matching in Fellegi-Sunter model of record linkage (2000)
class Lexicon {
 public:
  Lexicon() = default;
  /// The words of a few records, weighed by how many of all records have them. `all` must outlive this.
  explicit Lexicon(const WordCounts& all) : all_(&all), records_(all.records()) {}

  /// The word's number; a new one when it was never met.
  WordId number_of(std::string_view word);
  const std::string& word(WordId id) const { return words_[id]; }

  /// A record has these words; each counts once for it.
  void add_record(std::vector<WordId> words);

  /// log2((records + 1) / (those with it + 1/2)) in tenths of a bit, between 10 and 130.
  int information(WordId id) const;
  /// Of a word that may never have been met: then it says the most.
  int information_of(std::string_view word) const;
  /// log2 of how many records have it besides two, in tenths of a bit: 0 for a value that only the pair at
  /// hand shares.
  int further_bits(std::string_view word) const;
  int records() const { return records_; }

 private:
  /// Found by the text itself, without a copy of it.
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  /// The word's number, or `nowhere`. A few words are looked through, as those of one record are.
  WordId find(std::string_view word) const;
  static constexpr WordId nowhere = 0xFFFFFFFFU;
  static constexpr std::size_t few = 16;

  int information_with(int with) const;
  int work_out_information(int with) const;
  /// Records that have the word; 0 when it was never met.
  int with(std::string_view word) const;
  int with(WordId id) const;

  const WordCounts* all_ = nullptr;
  std::unordered_map<std::string, WordId, TextHash, std::equal_to<>> numbers_;  // once they are more than few
  std::vector<std::string> words_;
  mutable std::vector<int> with_;  // records that have it; of `all_` only asked when it matters
  int records_ = 0;
  /// By how many have it, as far as that was asked for; forgotten when a record comes.
  mutable std::vector<std::int16_t> information_;
};

}  // namespace sidebill

// Texts that resemble a text: an inverted index of trigrams that finds exactly the best few without reading
// all lists.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/matching/snapshot.h"

namespace sidebill {

/// A record and how much it resembles what was asked.
struct Hit {
  std::uint32_t record = 0;
  float likeness = 0;  // cosine of the weighted trigrams: 0 nothing in common, 1 the same trigrams
};

/// Records by their search text, each under a number that the owner chooses (small ones: the index keeps an
/// array).
///
/// Weights follow from how many records have a trigram (inverse document frequency), so that they are always
/// those of the records present: an index that was updated answers as one built afresh.
class TrigramIndex {
 public:
  /// Adds the record or replaces its text; a search text as `search_text` writes it. An empty one is never
  /// found. Of records that are equally alike those with the lower `tie` come first, then those with the
  /// lower number.
  void put(std::uint32_t record, std::string_view text, std::uint32_t tie = 0);
  void remove(std::uint32_t record);
  void clear();
  std::size_t size() const { return live_; }
  std::size_t memory() const;

  void save(SnapshotWriter& out) const;
  /// False when the tables cannot be those of records below `slots`.
  bool load(SnapshotReader& in, std::uint32_t slots);

  /// The `count` records that resemble the text most, best first, equals by tie: exactly those that reading
  /// every list would find. Records with nothing in common are never among them.
  /// Source: Turtle and Flood, Query evaluation: strategies and optimizations (1995), MaxScore
  std::vector<Hit> most_like(std::string_view text, std::size_t count);

 private:
  using Gram = std::uint32_t;  // number of a trigram in the order in which they were first met

  struct Slice {
    std::uint32_t from = 0, count = 0;
  };

  void make_plain();
  Gram plain_gram(std::uint32_t at, bool add);
  Gram spelled_gram(std::uint64_t key, bool add);
  void collect_grams(std::string_view text, bool add, std::vector<Gram>& grams);
  void bring_up_to_date();
  void count_entries();
  void weigh_grams();
  void order_records();
  void order_part(std::size_t number);
  void fill_lists();
  void compact();
  void grow_dictionary();
  std::vector<std::uint64_t> trigrams() const;
  bool learn(const std::vector<std::uint64_t>& trigrams);
  bool take_grams(SnapshotReader& in);
  bool are_slices_whole(std::uint32_t slots) const;

  /// A record that was met, and how alike it is as far as a question was read, rounded up.
  struct Met {
    std::uint32_t place;
    float partial;
  };

  class Search;

  // Dictionary: trigram key -> Gram, open addressing; plain letters, digits and spaces in a table of their
  // own.
  std::vector<Gram> plain_;
  std::vector<std::uint64_t> keys_;
  std::vector<Gram> values_;
  Gram gram_count_ = 0;
  Gram spelled_count_ = 0;  // grams in keys_

  // Each record's trigrams, each once: what the index knows; everything below is derived from it.
  std::vector<Slice> slices_;
  std::vector<Gram> grams_;
  std::vector<std::uint32_t> ties_;  // by record, as long as slices_
  std::size_t garbage_ = 0;
  std::size_t live_ = 0;

  // Derived. Places: the records of each part in the order of their norms, as far as `norm_step` tells them
  // apart; by parts a place has 16 bits in the lists, and what is read for one lies near together.
  static constexpr std::size_t part = std::size_t{1} << 16;
  static constexpr std::size_t norm_steps = 4096;
  static std::size_t norm_step(float norm) {
    return norm < norm_steps - 1 ? static_cast<std::size_t>(norm) : norm_steps - 1;
  }
  std::size_t first_place(std::size_t number, std::size_t step) const {
    return first_of_norm_[number * (norm_steps + 1) + step];
  }
  std::size_t end_of_part(std::size_t number) const { return first_place(number, norm_steps); }
  static constexpr std::size_t block = 128;
  bool stale_ = false;
  std::vector<std::uint32_t> weights_;        // of a trigram, squared
  std::vector<std::uint32_t> record_at_;      // place -> record
  std::vector<float> inverse_norms_;          // by place
  std::vector<float> least_norms_;            // of the places of each block
  std::vector<std::uint32_t> first_of_norm_;  // part and step of the norm -> the first place
  std::size_t parts_ = 1;
  std::vector<std::uint32_t> list_from_;  // gram and part -> first entry in lists_
  std::vector<std::uint16_t> lists_;      // places within the part, ascending

  // Reused by each question.
  std::vector<Gram> asked_;
  std::vector<std::uint32_t> seen_in_;       // gram -> record + 1 that met it last
  std::vector<std::uint32_t> asked_weight_;  // gram -> weight where asked for, else 0
  std::vector<std::uint16_t> sums_;          // by place
  std::vector<std::uint16_t> needs_;         // by block
  std::vector<std::uint32_t> met_;           // places, as they were met
  std::vector<Met> possible_;                // of them
  std::uint32_t stamp_ = 0;
};

}  // namespace sidebill

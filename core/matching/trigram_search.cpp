#include <algorithm>
#include <cmath>

#include "core/matching/trigram_index.h"

namespace sidebill {

/// Sums what each record has in common with the question, list by list from the shortest on. Records are
/// taken down as they are met until nobody who was not met yet can be among the best; the lists after that
/// are read only for those. Sums of 16 bits tell who may be among the best, and those few are then compared
/// exactly.
class TrigramIndex::Search {
 public:
  Search(TrigramIndex& index, std::size_t count) : index_(index), possible_(index.possible_), count_(count) {
    sort_lists();
    for (const Gram gram : index_.asked_) {
      index_.asked_weight_[gram] = index_.weights_[gram];
      whole_ += index_.weights_[gram];
    }
    rest_ = whole_;
    const float whole = static_cast<float>(std::max<std::uint32_t>(1, whole_));
    norm_ = std::sqrt(whole);
    scale_ = 65000.0F / whole;
  }

  std::vector<Hit> run() {
    // Before so much of it is read, no bar would be high enough.
    while (rest_ > whole_ / 5 * 2) meet_next();
    raise_bar(std::min(met_count_, first_look + 4 * count_));
    while (rest_ > 0 && !is_no_other_among_the_best()) meet_next();
    // Reading on costs less than comparing one by one all those whom it rules out.
    while (rest_ > whole_ / 8) add_next();
    std::vector<Hit> hits = best();
    tidy();
    return hits;
  }

 private:
  std::size_t size_of(Gram gram) const {
    const std::uint32_t* const from = index_.list_from_.data() + gram * index_.parts_;
    return from[index_.parts_] - from[0];
  }

  void sort_lists() {
    std::sort(index_.asked_.begin(), index_.asked_.end(), [&](Gram left, Gram right) {
      const std::size_t a = size_of(left), b = size_of(right);
      return a != b ? a < b : left < right;
    });
  }

  /// A record that has only the lists still to come in common: its likeness is at most rest / norm, and its
  /// norm is at least the root of what it has in common.
  bool is_no_other_among_the_best() const { return std::sqrt(static_cast<float>(rest_)) * slack < bar_; }

  /// Rounded up, so that a sum is never less than it should be, and nothing once a record was met. A question
  /// has less than 512 trigrams, so that all of them fit into 16 bits.
  std::uint16_t scaled(std::uint32_t weight) const {
    return static_cast<std::uint16_t>(static_cast<float>(weight) * scale_ + 1.0F);
  }

  /// The step of norms beyond which who was not met yet is too long to reach the bar with what is still to
  /// come.
  std::size_t longest_step() const {
    const float longest = static_cast<float>(rest_) * slack / bar_;
    return longest < static_cast<float>(norm_steps - 1) ? norm_step(longest) : norm_steps - 1;
  }

  /// A part of a list, and the sums of its places.
  struct Part {
    const std::uint16_t* from;
    const std::uint16_t* end;
    std::uint16_t* sums;
    std::uint32_t first;  // place
  };

  Part part_of(Gram gram, std::size_t number) const {
    const std::uint16_t* const lists = index_.lists_.data();
    const std::uint32_t* const from = index_.list_from_.data() + gram * index_.parts_ + number;
    return {lists + from[0], lists + from[1], index_.sums_.data() + number * part,
            static_cast<std::uint32_t>(number * part)};
  }

  /// Reads a list and takes down who had nothing in common so far.
  void meet_next() {
    const Gram gram = index_.asked_[lists_read_];
    const std::size_t longest = longest_step();
    const std::size_t most = met_count_ + size_of(gram) + 1;
    if (index_.met_.size() < most) index_.met_.resize(most * 2);
    const std::uint16_t weight = scaled(index_.weights_[gram]);
    for (std::size_t number = 0; number < index_.parts_; ++number)
      meet(part_of(gram, number), index_.first_place(number, longest + 1), weight);
    finish_list();
  }

  /// Those before a place; the others are too long.
  void meet(const Part& list, std::size_t before, std::uint16_t weight) {
    const std::uint16_t* const stop = first_from(list, before);
    std::uint16_t* const sums = list.sums;
    std::uint32_t* met = index_.met_.data() + met_count_;
    for (const std::uint16_t* at = list.from; at != stop; ++at) {
      *met = list.first + *at;
      met += sums[*at] == 0 ? 1 : 0;
      sums[*at] = static_cast<std::uint16_t>(sums[*at] + weight);
    }
    met_count_ = static_cast<std::size_t>(met - index_.met_.data());
    add(stop, list.end, sums, weight);
  }

  /// Where in the list this place or a later one is.
  static const std::uint16_t* first_from(const Part& list, std::size_t place) {
    return std::lower_bound(list.from, list.end, place - list.first);
  }

  /// Reads a list for those that were met.
  void add_next() {
    const Gram gram = index_.asked_[lists_read_];
    const std::uint16_t weight = scaled(index_.weights_[gram]);
    for (std::size_t number = 0; number < index_.parts_; ++number) {
      const Part list = part_of(gram, number);
      add(list.from, list.end, list.sums, weight);
    }
    finish_list();
  }

  static void add(const std::uint16_t* at, const std::uint16_t* end, std::uint16_t* sums,
                  std::uint16_t weight) {
    for (; at != end; ++at) sums[*at] = static_cast<std::uint16_t>(sums[*at] + weight);
  }

  void finish_list() { rest_ -= index_.weights_[index_.asked_[lists_read_++]]; }

  /// Strikes off whom a sum of whole numbers rules out, which is nearly everybody.
  void strike_off() {
    work_out_needs();
    const std::uint16_t* const sums = index_.sums_.data();
    const std::uint16_t* const needs = index_.needs_.data();
    std::uint32_t* const met = index_.met_.data();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < met_count_; ++i) {
      const std::uint32_t place = met[i];
      met[kept] = place;
      kept += sums[place] >= needs[place / block] ? 1 : 0;
    }
    met_count_ = kept;
  }

  /// The least sum with which anybody of a block may reach the bar, rounded down.
  void work_out_needs() {
    const float rest = static_cast<float>(rest_) * scale_ + 2.0F, bar = bar_ / slack * scale_;
    for (std::size_t at = 0; at < index_.needs_.size(); ++at) {
      const float need = std::min(65535.0F, std::max(0.0F, bar * index_.least_norms_[at] - rest));
      index_.needs_[at] = static_cast<std::uint16_t>(static_cast<std::int32_t>(need));
    }
  }

  /// Those of the first so many met who may reach the bar, and how alike they are at least.
  void collect_possible(std::size_t count) {
    possible_.clear();
    const float rest = static_cast<float>(rest_) * scale_ + 2.0F, bar = bar_ / slack * scale_;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t place = index_.met_[i];
      const float sum = static_cast<float>(index_.sums_[place]), inverse = index_.inverse_norms_[place];
      if ((sum + rest) * inverse >= bar) possible_.push_back({place, sum * inverse});
    }
  }

  /// The bar is what the `count`-th best of the first so many met reaches at least.
  void raise_bar(std::size_t count) {
    collect_possible(count);
    if (possible_.size() < count_) return;
    const auto last = possible_.begin() + static_cast<std::ptrdiff_t>(count_);
    std::partial_sort(possible_.begin(), last, possible_.end(),
                      [](const Met& left, const Met& right) { return left.partial > right.partial; });
    float least = most_likely;
    for (auto one = possible_.begin(); one != last; ++one) least = std::min(least, likeness(one->place));
    bar_ = std::max(bar_, least);
  }

  float likeness(std::uint32_t place) const {
    std::uint32_t sum = 0;
    const Slice& slice = index_.slices_[index_.record_at_[place]];
    const Gram* grams = index_.grams_.data() + slice.from;
    for (std::uint32_t i = 0; i < slice.count; ++i) sum += index_.asked_weight_[grams[i]];
    return static_cast<float>(sum) * index_.inverse_norms_[place];
  }

  std::vector<Hit> best() {
    std::vector<Hit> hits;
    strike_off();
    raise_bar(met_count_);
    const float rest = static_cast<float>(rest_) * scale_ + 1.0F, bar = bar_ * scale_;
    for (const Met& one : possible_) {
      const float most = one.partial + rest * index_.inverse_norms_[one.place];
      if (most * slack >= bar) hits.push_back({index_.record_at_[one.place], likeness(one.place)});
    }
    const auto better = [&ties = index_.ties_](const Hit& left, const Hit& right) {
      if (left.likeness != right.likeness) return left.likeness > right.likeness;
      const std::uint32_t mine = ties[left.record], theirs = ties[right.record];
      return mine != theirs ? mine < theirs : left.record < right.record;
    };
    const std::size_t kept = std::min(count_, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(), better);
    hits.resize(kept);
    for (Hit& hit : hits) hit.likeness /= norm_;
    return hits;
  }

  void tidy() {
    std::fill(index_.sums_.begin(), index_.sums_.end(), std::uint16_t{0});
    for (const Gram gram : index_.asked_) index_.asked_weight_[gram] = 0;
  }

  /// Bounds are compared with room for the rounding of single precision.
  static constexpr float slack = 1.00001F;
  static constexpr std::size_t first_look = 400;
  static constexpr float most_likely = 2e9F;

  TrigramIndex& index_;
  std::vector<Met>& possible_;
  const std::size_t count_;
  std::size_t lists_read_ = 0, met_count_ = 0;
  std::uint32_t whole_ = 0, rest_ = 0;
  float norm_ = 0, scale_ = 0, bar_ = 0;
};

std::vector<Hit> TrigramIndex::most_like(std::string_view text, std::size_t count) {
  bring_up_to_date();
  asked_.clear();
  collect_grams(text, false, asked_);
  // A trigram that was met only in records removed since has no list.
  asked_.erase(
      std::remove_if(asked_.begin(), asked_.end(),
                     [&](Gram gram) { return list_from_[gram * parts_] == list_from_[(gram + 1) * parts_]; }),
      asked_.end());
  if (asked_.empty() || count == 0) return {};
  return Search(*this, count).run();
}

}  // namespace sidebill

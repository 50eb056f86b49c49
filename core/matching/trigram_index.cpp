#include "core/matching/trigram_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "core/base/utf8.h"
#include "core/matching/log2.h"

namespace sidebill {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

/// What stands behind this many characters of a text does not count: an index has to bear names of a
/// megabyte.
constexpr std::size_t longest_text = 512;

// Plain characters: space, digits, letters. Their trigrams are numbered by a table, all others by a
// dictionary.
constexpr std::uint32_t plain_count = 37;
constexpr std::uint32_t not_plain = 0x40;  // a bit that no plain number has

constexpr std::array<std::uint8_t, 128> plain_numbers() {
  std::array<std::uint8_t, 128> numbers{};
  for (auto& number : numbers) number = not_plain;
  numbers[' '] = 0;
  for (int i = 0; i < 10; ++i) numbers[static_cast<std::size_t>('0' + i)] = static_cast<std::uint8_t>(1 + i);
  for (int i = 0; i < 26; ++i) numbers[static_cast<std::size_t>('a' + i)] = static_cast<std::uint8_t>(11 + i);
  return numbers;
}
constexpr std::array<std::uint8_t, 128> plain = plain_numbers();

std::uint64_t hash_of(std::uint64_t key) {
  key ^= key >> 31;
  key *= 0x9E3779B97F4A7C15ULL;
  return key ^ (key >> 29);
}

/// Records are put in the order of their norms, as far as these whole numbers tell them apart.
constexpr std::size_t norm_steps = 4096;
/// Sums are looked at so many at once.
constexpr std::size_t block = 128;

constexpr int point_bits = 21;
constexpr std::uint64_t window_mask = (std::uint64_t{1} << (3 * point_bits)) - 1;

}  // namespace

/// Of three plain characters, by their numbers.
TrigramIndex::Gram TrigramIndex::plain_gram(std::uint32_t at, bool add) {
  Gram& gram = plain_[at];
  if (gram == none && add) gram = gram_count_++;
  return gram;
}

/// Of three characters of which one at least is not plain.
TrigramIndex::Gram TrigramIndex::spelled_gram(std::uint64_t key, bool add) {
  if (keys_.empty() || (add && spelled_count_ * 2 >= keys_.size())) grow_dictionary();
  const std::size_t mask = keys_.size() - 1;
  for (std::size_t at = hash_of(key) & mask;; at = (at + 1) & mask) {
    if (keys_[at] == key) return values_[at];
    if (keys_[at] != 0) continue;
    if (!add) return none;
    keys_[at] = key;
    values_[at] = gram_count_++;
    ++spelled_count_;
    return values_[at];
  }
}

void TrigramIndex::grow_dictionary() {
  std::vector<std::uint64_t> keys(std::max<std::size_t>(1024, keys_.size() * 2), 0);
  std::vector<Gram> values(keys.size(), none);
  const std::size_t mask = keys.size() - 1;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == 0) continue;
    std::size_t at = hash_of(keys_[i]) & mask;
    while (keys[at] != 0) at = (at + 1) & mask;
    keys[at] = keys_[i];
    values[at] = values_[i];
  }
  keys_ = std::move(keys);
  values_ = std::move(values);
}

/// The text's trigrams, each once: with a space before and after, so that beginnings and ends count.
void TrigramIndex::collect_grams(std::string_view text, bool add, std::vector<Gram>& grams) {
  if (text.empty()) return;
  if (plain_.empty()) plain_.assign(plain_count * plain_count * plain_count, none);
  ++stamp_;
  std::uint64_t window = ' ';                  // code points
  std::uint32_t before = not_plain, last = 0;  // numbers of the two characters before
  const auto take = [&](std::uint32_t number, char32_t point) {
    window = (window << point_bits | point) & window_mask;
    const bool is_plain = ((before | last | number) & not_plain) == 0;
    const std::uint32_t at = (before * plain_count + last) * plain_count + number;
    const bool is_first = window >> (2 * point_bits) == 0;
    before = last;
    last = number;
    if (is_first) return;
    const Gram gram = is_plain ? plain_gram(at, add) : spelled_gram(window, add);
    if (gram == none) return;
    if (gram >= seen_in_.size()) seen_in_.resize(std::max<std::size_t>(gram + 1, seen_in_.size() * 2), 0);
    if (seen_in_[gram] == stamp_) return;
    seen_in_[gram] = stamp_;
    grams.push_back(gram);
  };
  std::size_t at = 0;
  for (std::size_t taken = 1; at < text.size() && taken < longest_text; ++taken) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      take(plain[byte], byte);
      ++at;
    } else {
      const utf8::Decoded decoded = utf8::decode(text, at);
      take(not_plain, decoded.point);
      at += decoded.bytes;
    }
  }
  take(0, ' ');
}

void TrigramIndex::put(std::uint32_t record, std::string_view text, std::uint32_t tie) {
  remove(record);
  const std::size_t from = grams_.size();
  collect_grams(text, true, grams_);
  if (grams_.size() == from) return;
  if (record >= slices_.size()) {
    slices_.resize(record + 1);
    ties_.resize(record + 1);
  }
  ties_[record] = tie;
  slices_[record] = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(grams_.size() - from)};
  ++live_;
  stale_ = true;
}

void TrigramIndex::remove(std::uint32_t record) {
  if (record >= slices_.size() || slices_[record].count == 0) return;
  garbage_ += slices_[record].count;
  slices_[record] = {};
  --live_;
  stale_ = true;
  if (garbage_ > 4096 && garbage_ * 2 > grams_.size()) compact();
}

void TrigramIndex::compact() {
  std::vector<Gram> kept;
  kept.reserve(grams_.size() - garbage_);
  for (Slice& slice : slices_) {
    const Gram* from = grams_.data() + slice.from;
    slice.from = static_cast<std::uint32_t>(kept.size());
    kept.insert(kept.end(), from, from + slice.count);
  }
  grams_ = std::move(kept);
  garbage_ = 0;
}

void TrigramIndex::clear() { *this = TrigramIndex(); }

void TrigramIndex::bring_up_to_date() {
  if (!stale_) return;
  weigh_grams();
  order_records();
  fill_lists();
  asked_weight_.assign(gram_count_, 0);
  sums_.assign((record_at_.size() + block - 1) / block * block, 0);
  stale_ = false;
}

/// The square of log2((n + 1) / (df + 1/2)), in 1/256; and where each list begins.
void TrigramIndex::weigh_grams() {
  list_from_.assign(gram_count_ + 1, 0);
  for (const Slice& slice : slices_) {
    for (std::uint32_t i = 0; i < slice.count; ++i) ++list_from_[grams_[slice.from + i] + 1];
  }
  weights_.resize(gram_count_);
  const std::int64_t all = log2_in_65536ths(2 * live_ + 2);
  for (Gram gram = 0; gram < gram_count_; ++gram) {
    const std::int64_t rarity =
        std::max<std::int64_t>(1 << 14, all - log2_in_65536ths(2 * list_from_[gram + 1] + 1)) >> 8;
    weights_[gram] = static_cast<std::uint32_t>(rarity * rarity >> 8);
    list_from_[gram + 1] += list_from_[gram];
  }
}

/// Those of nearly the same norm stand together, so that one bar is enough for a block of them.
void TrigramIndex::order_records() {
  std::vector<std::uint32_t> norms(slices_.size(), 0);
  std::vector<std::uint32_t> next(norm_steps + 1, 0);
  const auto step_of = [](float norm) { return std::min(norm_steps - 1, static_cast<std::size_t>(norm)); };
  for (std::size_t record = 0; record < slices_.size(); ++record) {
    const Slice& slice = slices_[record];
    if (slice.count == 0) continue;
    for (std::uint32_t i = 0; i < slice.count; ++i) norms[record] += weights_[grams_[slice.from + i]];
    ++next[step_of(std::sqrt(static_cast<float>(norms[record]))) + 1];
  }
  for (std::size_t step = 0; step < norm_steps; ++step) next[step + 1] += next[step];
  record_at_.resize(live_);
  inverse_norms_.resize(live_);
  for (std::uint32_t record = 0; record < slices_.size(); ++record) {
    if (norms[record] == 0) continue;
    const float norm = std::sqrt(static_cast<float>(norms[record]));
    const std::uint32_t place = next[step_of(norm)]++;
    record_at_[place] = record;
    inverse_norms_[place] = 1.0F / norm;
  }
  // Within a step they stand as they came, so that a later one may be less by almost one.
  least_norms_.clear();
  for (std::size_t place = 0; place < record_at_.size(); place += block)
    least_norms_.push_back(1.0F / inverse_norms_[place] - 1.0F);
}

void TrigramIndex::fill_lists() {
  lists_.resize(grams_.size() - garbage_);
  std::vector<std::uint32_t> next(list_from_.begin(), list_from_.end() - 1);
  for (std::uint32_t place = 0; place < record_at_.size(); ++place) {
    const Slice& slice = slices_[record_at_[place]];
    for (std::uint32_t i = 0; i < slice.count; ++i) lists_[next[grams_[slice.from + i]]++] = place;
  }
}

namespace {

/// Eight numbers in one register, as every compiler that we use writes it.
using Eight = std::uint16_t __attribute__((vector_size(16)));

Eight eight_at(const std::uint16_t* values) {
  Eight eight;
  std::memcpy(&eight, values, sizeof eight);
  return eight;
}

bool is_any(Eight truths) {
  std::uint64_t halves[2];
  std::memcpy(halves, &truths, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/// Whether a sum of the block is at least so much.
bool is_any_at_least(const std::uint16_t* sums, std::uint16_t least) {
  Eight found{};
  for (std::size_t at = 0; at < block; at += 8) found |= static_cast<Eight>(eight_at(sums + at) >= least);
  return is_any(found);
}

}  // namespace

/// Sums what each record has in common with the question, list by list from the shortest on, and stops
/// reading where no record that was not met yet can still be among the best. Sums and norms of 16 bits tell
/// who may be among the best; those few are then compared exactly.
class TrigramIndex::Search {
 public:
  Search(TrigramIndex& index, std::size_t count) : index_(index), count_(count) {
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
    // Before most of it is read, no bar would be high enough.
    while (rest_ > whole_ / 6) read_next();
    look_at_rarest();
    while (rest_ > 0 && !is_no_other_among_the_best()) read_next();
    std::vector<Hit> hits = best();
    tidy();
    return hits;
  }

 private:
  /// Where a record is that was met, and how alike it is as far as the question was read, rounded up.
  struct Met {
    std::uint32_t place;
    float partial;
  };

  void sort_lists() {
    const auto& from = index_.list_from_;
    std::sort(index_.asked_.begin(), index_.asked_.end(), [&](Gram left, Gram right) {
      const std::uint32_t a = from[left + 1] - from[left], b = from[right + 1] - from[right];
      return a != b ? a < b : left < right;
    });
  }

  /// A record that has only the lists still to come in common: its likeness is at most rest / norm, and its
  /// norm is at least the root of what it has in common.
  bool is_no_other_among_the_best() const { return std::sqrt(static_cast<float>(rest_)) * slack < bar_; }

  /// Rounded up, so that a sum is never less than it should be. A question has less than 512 trigrams, so
  /// that all of them fit into 16 bits.
  std::uint16_t scaled(std::uint32_t weight) const {
    return static_cast<std::uint16_t>(static_cast<float>(weight) * scale_ + 1.0F);
  }

  void read_next() {
    const Gram gram = index_.asked_[lists_read_++];
    const std::uint16_t weight = scaled(index_.weights_[gram]);
    const std::uint32_t* stop = index_.lists_.data() + index_.list_from_[gram + 1];
    std::uint16_t* sums = index_.sums_.data();
    for (const std::uint32_t* at = index_.lists_.data() + index_.list_from_[gram]; at != stop; ++at)
      sums[*at] = static_cast<std::uint16_t>(sums[*at] + weight);
    rest_ -= index_.weights_[gram];
  }

  Met met(std::uint32_t place) const {
    return {place, static_cast<float>(index_.sums_[place]) * index_.inverse_norms_[place]};
  }

  /// The records of the rarest trigrams are the likeliest, and give a first bar.
  void look_at_rarest() {
    const std::size_t enough = 40 + 4 * count_;
    std::vector<std::uint32_t>& places = index_.places_;
    places.clear();
    for (std::size_t i = 0; i < lists_read_ && places.size() < enough; ++i) {
      const Gram gram = index_.asked_[i];
      const std::uint32_t* first = index_.lists_.data() + index_.list_from_[gram];
      const std::size_t size = index_.list_from_[gram + 1] - index_.list_from_[gram];
      places.insert(places.end(), first, first + std::min(enough, size));
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    met_.clear();
    for (const std::uint32_t place : places) met_.push_back(met(place));
    raise_bar();
  }

  /// The bar is what the `count`-th best of those met reaches at least.
  void raise_bar() {
    if (met_.size() < count_) return;
    const auto last = met_.begin() + static_cast<std::ptrdiff_t>(count_);
    std::partial_sort(met_.begin(), last, met_.end(),
                      [](const Met& left, const Met& right) { return left.partial > right.partial; });
    float least = most_likely;
    for (auto one = met_.begin(); one != last; ++one) least = std::min(least, likeness(one->place));
    bar_ = std::max(bar_, least);
  }

  float likeness(std::uint32_t place) const {
    std::uint32_t sum = 0;
    const Slice& slice = index_.slices_[index_.record_at_[place]];
    const Gram* grams = index_.grams_.data() + slice.from;
    for (std::uint32_t i = 0; i < slice.count; ++i) sum += index_.asked_weight_[grams[i]];
    return static_cast<float>(sum) * index_.inverse_norms_[place];
  }

  /// Everybody who may reach the bar, a block at a time: most blocks have nobody.
  void collect_possible() {
    met_.clear();
    const std::uint16_t* sums = index_.sums_.data();
    const float rest = static_cast<float>(rest_) * scale_ + 2.0F, bar = bar_ / slack * scale_;
    for (std::size_t at = 0; at < index_.least_norms_.size(); ++at) {
      const float need = bar * index_.least_norms_[at] - rest;
      const auto least = static_cast<std::uint16_t>(need < 1 ? 1 : need < 65535 ? need : 65535);
      if (is_any_at_least(sums + at * block, least)) collect_block(at * block, least);
    }
  }

  void collect_block(std::size_t from, std::uint16_t least) {
    const std::uint16_t* sums = index_.sums_.data();
    for (std::size_t eight = from; eight < from + block; eight += 8) {
      if (!is_any(eight_at(sums + eight) >= least)) continue;
      for (std::size_t place = eight; place < eight + 8; ++place) {
        if (sums[place] >= least) met_.push_back(met(static_cast<std::uint32_t>(place)));
      }
    }
  }

  std::vector<Hit> best() {
    std::vector<Hit> hits;
    if (count_ == 0) return hits;
    collect_possible();
    raise_bar();
    const float rest = static_cast<float>(rest_) * scale_ + 1.0F, bar = bar_ * scale_;
    for (const Met& one : met_) {
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
  static constexpr float most_likely = 2e9F;

  TrigramIndex& index_;
  const std::size_t count_;
  std::size_t lists_read_ = 0;
  std::uint32_t whole_ = 0, rest_ = 0;
  float norm_ = 0, scale_ = 0, bar_ = 0;
  std::vector<Met> met_;
};

std::vector<Hit> TrigramIndex::most_like(std::string_view text, std::size_t count) {
  bring_up_to_date();
  asked_.clear();
  collect_grams(text, false, asked_);
  // A trigram that was met only in records removed since has no list.
  asked_.erase(std::remove_if(asked_.begin(), asked_.end(),
                              [&](Gram gram) { return list_from_[gram] == list_from_[gram + 1]; }),
               asked_.end());
  return Search(*this, count).run();
}

std::size_t TrigramIndex::memory() const {
  const auto of = [](const auto& values) { return values.capacity() * sizeof(values[0]); };
  return of(plain_) + of(keys_) + of(values_) + of(slices_) + of(grams_) + of(ties_) + of(weights_) +
         of(record_at_) + of(inverse_norms_) + of(least_norms_) + of(list_from_) + of(lists_) + of(asked_) +
         of(seen_in_) + of(asked_weight_) + of(sums_) + of(places_);
}

/// What is derived is derived again: that takes less time than reading it.
void TrigramIndex::save(SnapshotWriter& out) const {
  out.put(plain_);
  out.put(keys_);
  out.put(values_);
  out.put(slices_);
  out.put(grams_);
  out.put(ties_);
  out.put_one(std::uint64_t{gram_count_});
}

bool TrigramIndex::load(SnapshotReader& in, std::uint32_t slots) {
  clear();
  std::uint64_t count = 0;
  if (!in.take(plain_) || !in.take(keys_) || !in.take(values_) || !in.take(slices_) || !in.take(grams_) ||
      !in.take(ties_) || !in.take_one(count))
    return false;
  gram_count_ = static_cast<Gram>(count);
  if (!is_dictionary_whole() || !are_slices_whole(slots)) return false;
  std::size_t used = 0;
  for (const Slice& slice : slices_) {
    used += slice.count;
    live_ += slice.count > 0 ? 1 : 0;
  }
  if (used > grams_.size()) return false;
  garbage_ = grams_.size() - used;
  spelled_count_ = static_cast<Gram>(
      std::count_if(keys_.begin(), keys_.end(), [](std::uint64_t key) { return key != 0; }));
  stale_ = true;
  return std::size_t{spelled_count_} * 2 <= keys_.size();
}

bool TrigramIndex::is_dictionary_whole() const {
  const auto known = [&](Gram gram) { return gram == none || gram < gram_count_; };
  const std::size_t size = keys_.size();
  return (plain_.empty() || plain_.size() == plain_count * plain_count * plain_count) &&
         values_.size() == size && (size & (size - 1)) == 0 &&
         std::all_of(plain_.begin(), plain_.end(), known) &&
         std::all_of(values_.begin(), values_.end(), known) && gram_count_ <= plain_.size() + size;
}

bool TrigramIndex::are_slices_whole(std::uint32_t slots) const {
  return slices_.size() <= slots && ties_.size() == slices_.size() &&
         std::all_of(
             slices_.begin(), slices_.end(),
             [&](const Slice& slice) { return std::size_t{slice.from} + slice.count <= grams_.size(); }) &&
         std::all_of(grams_.begin(), grams_.end(), [&](Gram gram) { return gram < gram_count_; });
}

}  // namespace sidebill

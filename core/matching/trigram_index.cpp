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
constexpr std::size_t plain_grams = std::size_t{plain_count} * plain_count * plain_count;
constexpr std::uint32_t not_plain = 0x40;  // a bit that no plain number has

constexpr std::array<std::uint8_t, 128> plain_numbers() {
  std::array<std::uint8_t, 128> numbers{};
  for (auto& number : numbers) number = not_plain;
  numbers[' '] = 0;
  for (std::size_t i = 0; i < 10; ++i) numbers['0' + i] = static_cast<std::uint8_t>(1 + i);
  for (std::size_t i = 0; i < 26; ++i) numbers['a' + i] = static_cast<std::uint8_t>(11 + i);
  return numbers;
}
constexpr std::array<std::uint8_t, 128> plain = plain_numbers();

std::uint64_t hash_of(std::uint64_t key) {
  key ^= key >> 31;
  key *= 0x9E3779B97F4A7C15ULL;
  return key ^ (key >> 29);
}

/// So many trigrams have numbers of 16 bits, as which they are kept.
constexpr std::uint32_t most_narrow = 1U << 16;

constexpr int point_bits = 21;
constexpr std::uint64_t window_mask = (std::uint64_t{1} << (3 * point_bits)) - 1;
constexpr std::uint64_t spelled_mark = std::uint64_t{1} << 63;  // no key has it

}  // namespace

void TrigramIndex::make_plain() {
  if (plain_.empty()) plain_.assign(plain_grams, none);
}

/// Of three plain characters, by their numbers.
TrigramIndex::Gram TrigramIndex::plain_gram(std::uint32_t at, bool add) {
  Gram& gram = plain_[at];
  if (gram == none && add) gram = gram_count_++;
  return gram;
}

/// Of three characters of which one at least is not plain.
TrigramIndex::Gram TrigramIndex::spelled_gram(std::uint64_t key, bool add) {
  if (keys_.empty() || (add && std::size_t{spelled_count_} * 2 >= keys_.size())) grow_dictionary();
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
  make_plain();
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
  parts_ = std::max<std::size_t>(1, (slices_.size() + part - 1) / part);
  count_entries();
  weigh_grams();
  order_records();
  fill_lists();
  asked_weight_.assign(gram_count_, 0);
  sums_.assign(record_at_.size(), 0);
  needs_.resize(least_norms_.size());
  stale_ = false;
}

/// How many entries each part of each list has, one place further on.
void TrigramIndex::count_entries() {
  list_from_.assign(gram_count_ * parts_ + 1, 0);
  for (std::size_t record = 0; record < slices_.size(); ++record) {
    const Slice& slice = slices_[record];
    std::uint32_t* const counts = list_from_.data() + record / part + 1;
    for (std::uint32_t i = 0; i < slice.count; ++i) ++counts[grams_[slice.from + i] * parts_];
  }
}

/// The square of log2((n + 1) / (df + 1/2)), in 1/256; and where each part begins.
void TrigramIndex::weigh_grams() {
  weights_.resize(gram_count_);
  const std::int64_t all = log2_in_65536ths(2 * live_ + 2);
  std::uint32_t* at = list_from_.data();
  for (Gram gram = 0; gram < gram_count_; ++gram) {
    const std::uint32_t from = *at;
    for (std::size_t number = 0; number < parts_; ++number, ++at) at[1] += at[0];
    const std::uint32_t with = *at - from;
    const std::int64_t rarity = std::max<std::int64_t>(1 << 14, all - log2_in_65536ths(2 * with + 1)) >> 8;
    weights_[gram] = static_cast<std::uint32_t>(rarity * rarity >> 8);
  }
}

void TrigramIndex::order_records() {
  record_at_.clear();
  inverse_norms_.clear();
  least_norms_.clear();
  first_of_norm_.clear();
  for (std::size_t number = 0; number < parts_; ++number) order_part(number);
}

/// In the order of their norms, so that who is too long for a bar stands behind a place.
void TrigramIndex::order_part(std::size_t number) {
  const std::size_t from = number * part, end = std::min(slices_.size(), from + part);
  std::vector<float> norms(end - from, 0);
  std::vector<std::uint32_t> first(norm_steps + 1, 0);
  for (std::size_t record = from; record < end; ++record) {
    const Slice& slice = slices_[record];
    if (slice.count == 0) continue;
    std::uint32_t square = 0;
    for (std::uint32_t i = 0; i < slice.count; ++i) square += weights_[grams_[slice.from + i]];
    const float norm = std::sqrt(static_cast<float>(square));
    norms[record - from] = norm;
    ++first[norm_step(norm) + 1];
  }
  first[0] = static_cast<std::uint32_t>(from);
  for (std::size_t step = 0; step < norm_steps; ++step) first[step + 1] += first[step];
  first_of_norm_.insert(first_of_norm_.end(), first.begin(), first.end());
  record_at_.resize(first[norm_steps]);
  inverse_norms_.resize(first[norm_steps]);
  for (std::size_t record = from; record < end; ++record) {
    const float norm = norms[record - from];
    if (norm == 0) continue;
    const std::uint32_t place = first[norm_step(norm)]++;
    record_at_[place] = static_cast<std::uint32_t>(record);
    inverse_norms_[place] = 1.0F / norm;
  }
  // Within a step they stand as they came, so that a later one may be less by almost one.
  least_norms_.resize(from / block, 0);
  for (std::size_t place = from; place < record_at_.size(); place += block)
    least_norms_.push_back(1.0F / inverse_norms_[place] - 1.0F);
}

void TrigramIndex::fill_lists() {
  lists_.resize(grams_.size() - garbage_);
  std::vector<std::uint32_t> next(list_from_.begin(), list_from_.end() - 1);
  for (std::size_t number = 0; number < parts_; ++number) {
    const std::size_t end = end_of_part(number);
    for (std::size_t place = number * part; place < end; ++place) {
      const Slice& slice = slices_[record_at_[place]];
      for (std::uint32_t i = 0; i < slice.count; ++i)
        lists_[next[grams_[slice.from + i] * parts_ + number]++] = static_cast<std::uint16_t>(place % part);
    }
  }
}

std::size_t TrigramIndex::memory() const {
  const auto of = [](const auto& values) { return values.capacity() * sizeof(values[0]); };
  return of(plain_) + of(keys_) + of(values_) + of(slices_) + of(grams_) + of(ties_) + of(weights_) +
         of(record_at_) + of(inverse_norms_) + of(least_norms_) + of(needs_) + of(first_of_norm_) +
         of(list_from_) + of(lists_) + of(asked_) + of(seen_in_) + of(asked_weight_) + of(sums_) + of(met_) +
         of(possible_);
}

/// What is derived is derived again: that takes less time than reading it.
void TrigramIndex::save(SnapshotWriter& out) const {
  out.put(trigrams());
  out.put(slices_);
  out.put(ties_);
  if (gram_count_ <= most_narrow)
    out.put(std::vector<std::uint16_t>(grams_.begin(), grams_.end()));
  else
    out.put(grams_);
}

bool TrigramIndex::load(SnapshotReader& in, std::uint32_t slots) {
  clear();
  std::vector<std::uint64_t> trigrams;
  if (!in.take(trigrams) || !learn(trigrams) || !in.take(slices_) || !in.take(ties_) || !take_grams(in))
    return false;
  if (!are_slices_whole(slots)) return false;
  std::size_t used = 0;
  for (const Slice& slice : slices_) {
    used += slice.count;
    live_ += slice.count > 0 ? 1 : 0;
  }
  if (used > grams_.size()) return false;
  garbage_ = grams_.size() - used;
  stale_ = true;
  return true;
}

/// Each by its number: where it is in the table of the plain ones, or its key and a mark.
std::vector<std::uint64_t> TrigramIndex::trigrams() const {
  std::vector<std::uint64_t> trigrams(gram_count_, 0);
  for (std::size_t at = 0; at < plain_.size(); ++at) {
    if (plain_[at] != none) trigrams[plain_[at]] = at;
  }
  for (std::size_t at = 0; at < keys_.size(); ++at) {
    if (keys_[at] != 0) trigrams[values_[at]] = keys_[at] | spelled_mark;
  }
  return trigrams;
}

/// False when one of them stands there twice, or is none.
bool TrigramIndex::learn(const std::vector<std::uint64_t>& trigrams) {
  if (!trigrams.empty()) make_plain();
  for (const std::uint64_t trigram : trigrams) {
    const Gram next = gram_count_;
    if ((trigram & spelled_mark) != 0) {
      const std::uint64_t key = trigram & ~spelled_mark;
      if (key == 0 || spelled_gram(key, true) != next) return false;
    } else if (trigram >= plain_.size() || plain_gram(static_cast<std::uint32_t>(trigram), true) != next) {
      return false;
    }
  }
  return true;
}

bool TrigramIndex::take_grams(SnapshotReader& in) {
  if (gram_count_ > most_narrow) return in.take(grams_);
  std::vector<std::uint16_t> narrow;
  if (!in.take(narrow)) return false;
  grams_.assign(narrow.begin(), narrow.end());
  return true;
}

bool TrigramIndex::are_slices_whole(std::uint32_t slots) const {
  return slices_.size() <= slots && ties_.size() == slices_.size() &&
         std::all_of(
             slices_.begin(), slices_.end(),
             [&](const Slice& slice) { return std::size_t{slice.from} + slice.count <= grams_.size(); }) &&
         std::all_of(grams_.begin(), grams_.end(), [&](Gram gram) { return gram < gram_count_; });
}

}  // namespace sidebill

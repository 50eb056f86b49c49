#include "core/matching/trigram_index.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/utf8.h"
#include "core/matching/log2.h"

namespace sidebill {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

/// What stands behind this many characters of a text does not count: an index has to bear names of a megabyte.
constexpr std::size_t longest_text = 512;

// Plain characters: space, digits, letters. Their trigrams are numbered by a table, all others by a dictionary.
constexpr std::uint32_t plain_count = 37;
constexpr std::uint32_t not_plain = 0xFF;

constexpr std::array<std::uint8_t, 128> plain_numbers() {
  std::array<std::uint8_t, 128> numbers{};
  for (auto& number : numbers) number = not_plain;
  numbers[' '] = 0;
  for (int i = 0; i < 10; ++i) numbers[static_cast<std::size_t>('0' + i)] = static_cast<std::uint8_t>(1 + i);
  for (int i = 0; i < 26; ++i) numbers[static_cast<std::size_t>('a' + i)] = static_cast<std::uint8_t>(11 + i);
  return numbers;
}
constexpr std::array<std::uint8_t, 128> plain = plain_numbers();

std::uint32_t plain_number(std::uint64_t point) { return point < 128 ? plain[static_cast<std::size_t>(point)] : not_plain; }

std::uint64_t hash_of(std::uint64_t key) {
  key ^= key >> 31;
  key *= 0x9E3779B97F4A7C15ULL;
  return key ^ (key >> 29);
}

constexpr int point_bits = 21;
constexpr std::uint64_t point_mask = (std::uint64_t{1} << point_bits) - 1;

}  // namespace

TrigramIndex::Gram TrigramIndex::gram_of(std::uint64_t key, bool add) {
  const std::uint32_t a = plain_number(key >> (2 * point_bits)), b = plain_number(key >> point_bits & point_mask),
                      c = plain_number(key & point_mask);
  if (a != not_plain && b != not_plain && c != not_plain) {
    if (plain_.empty()) plain_.assign(plain_count * plain_count * plain_count, none);
    Gram& gram = plain_[(a * plain_count + b) * plain_count + c];
    if (gram == none && add) gram = gram_count_++;
    return gram;
  }
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

/// The text's trigrams, each once, in `asked_`: with a space before and after, so that beginnings and ends count.
void TrigramIndex::collect_grams(std::string_view text, bool add) {
  asked_.clear();
  if (text.empty()) return;
  ++stamp_;
  std::uint64_t window = ' ';
  std::size_t taken = 1;
  const auto take = [&](char32_t point) {
    window = (window << point_bits | point) & ((std::uint64_t{1} << (3 * point_bits)) - 1);
    if (++taken < 3) return;
    const Gram gram = gram_of(window, add);
    if (gram == none) return;
    if (gram >= seen_in_.size()) seen_in_.resize(std::max<std::size_t>(gram + 1, seen_in_.size() * 2), 0);
    if (seen_in_[gram] == stamp_) return;
    seen_in_[gram] = stamp_;
    asked_.push_back(gram);
  };
  std::size_t at = 0;
  while (at < text.size() && taken < longest_text) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      take(byte);
      ++at;
    } else {
      const utf8::Decoded decoded = utf8::decode(text, at);
      take(decoded.point);
      at += decoded.bytes;
    }
  }
  take(' ');
}

void TrigramIndex::put(std::uint32_t record, std::string_view text, std::uint32_t tie) {
  remove(record);
  collect_grams(text, true);
  if (asked_.empty()) return;
  if (record >= slices_.size()) {
    slices_.resize(record + 1);
    ties_.resize(record + 1);
  }
  ties_[record] = tie;
  slices_[record] = {static_cast<std::uint32_t>(grams_.size()), static_cast<std::uint32_t>(asked_.size())};
  grams_.insert(grams_.end(), asked_.begin(), asked_.end());
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
  sums_.assign(record_at_.size(), 0);
  stale_ = false;
}

/// The square of log2((n + 1) / (df + 1/2)), in 1/256; and how long each list gets.
void TrigramIndex::weigh_grams() {
  list_from_.assign(gram_count_ + 1, 0);
  for (const Slice& slice : slices_) {
    for (std::uint32_t i = 0; i < slice.count; ++i) ++list_from_[grams_[slice.from + i] + 1];
  }
  weights_.resize(gram_count_);
  const std::int64_t all = log2_in_65536ths(2 * live_ + 2);
  for (Gram gram = 0; gram < gram_count_; ++gram) {
    const std::int64_t rarity = std::max<std::int64_t>(1 << 14, all - log2_in_65536ths(2 * list_from_[gram + 1] + 1)) >> 8;
    weights_[gram] = static_cast<std::uint32_t>(rarity * rarity >> 8);
  }
  for (Gram gram = 0; gram < gram_count_; ++gram) list_from_[gram + 1] += list_from_[gram];
}

void TrigramIndex::order_records() {
  std::vector<std::uint64_t> order;
  order.reserve(live_);
  for (std::uint32_t record = 0; record < slices_.size(); ++record) {
    const Slice& slice = slices_[record];
    if (slice.count == 0) continue;
    std::uint64_t norm = 0;
    for (std::uint32_t i = 0; i < slice.count; ++i) norm += weights_[grams_[slice.from + i]];
    order.push_back(norm << 32 | record);
  }
  std::sort(order.begin(), order.end());
  record_at_.resize(order.size());
  inverse_norms_.resize(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    record_at_[place] = static_cast<std::uint32_t>(order[place]);
    inverse_norms_[place] = 1.0F / std::sqrt(static_cast<float>(order[place] >> 32));
  }
}

void TrigramIndex::fill_lists() {
  lists_.resize(grams_.size() - garbage_);
  std::vector<std::uint32_t> next(list_from_.begin(), list_from_.end() - 1);
  for (std::uint32_t place = 0; place < record_at_.size(); ++place) {
    const Slice& slice = slices_[record_at_[place]];
    for (std::uint32_t i = 0; i < slice.count; ++i) lists_[next[grams_[slice.from + i]]++] = place;
  }
}

/// Sums what each record has in common with the question, list by list from the shortest on, and stops reading where no
/// record that was not met yet can still be among the best.
class TrigramIndex::Search {
 public:
  Search(TrigramIndex& index, std::size_t count) : index_(index), count_(count) {
    sort_lists();
    for (const Gram gram : index_.asked_) {
      index_.asked_weight_[gram] = index_.weights_[gram];
      whole_ += index_.weights_[gram];
    }
    rest_ = whole_;
  }

  std::vector<Hit> run() {
    for (const Gram gram : index_.asked_) {
      const std::uint32_t end = reach();
      if (end == 0) break;
      read(gram, end);
      rest_ -= index_.weights_[gram];
      if (read_ >= next_look_) raise_bar();
    }
    std::vector<Hit> hits = best();
    tidy();
    return hits;
  }

 private:
  void sort_lists() {
    const auto& from = index_.list_from_;
    std::sort(index_.asked_.begin(), index_.asked_.end(), [&](Gram left, Gram right) {
      const std::uint32_t a = from[left + 1] - from[left], b = from[right + 1] - from[right];
      return a != b ? a < b : left < right;
    });
  }

  /// Up to which place a record that has only the lists still to come in common could be among the best. Its likeness is
  /// at most rest / norm, and its norm is at least the root of what it has in common.
  std::uint32_t reach() const {
    const auto all = static_cast<std::uint32_t>(index_.record_at_.size());
    if (bar_ <= 0) return all;
    const float rest = static_cast<float>(rest_);
    if (std::sqrt(rest) * slack < bar_) return 0;
    const auto& norms = index_.inverse_norms_;
    const auto end = std::partition_point(norms.begin(), norms.end(),
                                          [&](float inverse) { return rest * inverse * slack >= bar_; });
    return static_cast<std::uint32_t>(end - norms.begin());
  }

  void read(Gram gram, std::uint32_t end) {
    const std::uint32_t weight = index_.weights_[gram];
    const std::uint32_t* at = index_.lists_.data() + index_.list_from_[gram];
    const std::uint32_t* stop = index_.lists_.data() + index_.list_from_[gram + 1];
    std::uint32_t* sums = index_.sums_.data();
    auto& touched = index_.touched_;
    const std::size_t before = touched.size();
    touched.resize(before + static_cast<std::size_t>(stop - at));
    std::uint32_t* next = touched.data() + before;
    const std::uint32_t* first = at;
    for (; at != stop && *at < end; ++at) {
      *next = *at;
      next += sums[*at] == 0 ? 1 : 0;
      sums[*at] += weight;
    }
    read_ += static_cast<std::size_t>(at - first);
    touched.resize(static_cast<std::size_t>(next - touched.data()));
    if (at == stop) return;
    left_early_ += weight;
    complete_until_ = std::min(complete_until_, end);
  }

  float likeness(std::uint32_t place) const {
    std::uint32_t sum = 0;
    const Slice& slice = index_.slices_[index_.record_at_[place]];
    const Gram* grams = index_.grams_.data() + slice.from;
    for (std::uint32_t i = 0; i < slice.count; ++i) sum += index_.asked_weight_[grams[i]];
    return static_cast<float>(sum) * index_.inverse_norms_[place];
  }

  /// The bar is what the `count`-th best of those met so far reaches at least.
  void raise_bar() {
    next_look_ = read_ * 2;
    auto& touched = index_.touched_;
    if (touched.size() < count_) return;
    promising_.clear();
    for (const std::uint32_t place : touched) {
      const float partial = static_cast<float>(index_.sums_[place]) * index_.inverse_norms_[place];
      if (promising_.size() == count_ && partial <= promising_.front().likeness) continue;
      if (promising_.size() == count_) {
        std::pop_heap(promising_.begin(), promising_.end(), more);
        promising_.pop_back();
      }
      promising_.push_back({place, partial});
      std::push_heap(promising_.begin(), promising_.end(), more);
    }
    float least = 2e9F;
    for (const Hit& hit : promising_) least = std::min(least, likeness(hit.record));
    bar_ = std::max(bar_, least);
  }

  static bool more(const Hit& left, const Hit& right) { return left.likeness > right.likeness; }

  std::vector<Hit> best() {
    std::vector<Hit> hits;
    if (count_ == 0) return hits;
    raise_bar();
    const float unread = static_cast<float>(rest_);
    for (const std::uint32_t place : index_.touched_) {
      const float most = (static_cast<float>(index_.sums_[place]) + unread + missed(place)) * index_.inverse_norms_[place];
      if (most * slack < bar_) continue;
      hits.push_back({index_.record_at_[place], likeness(place)});
    }
    const auto better = [&ties = index_.ties_](const Hit& left, const Hit& right) {
      if (left.likeness != right.likeness) return left.likeness > right.likeness;
      const std::uint32_t mine = ties[left.record], theirs = ties[right.record];
      return mine != theirs ? mine < theirs : left.record < right.record;
    };
    const std::size_t kept = std::min(count_, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(), better);
    hits.resize(kept);
    const float norm = 1.0F / std::sqrt(static_cast<float>(std::max<std::uint32_t>(1, whole_)));
    for (Hit& hit : hits) hit.likeness *= norm;
    return hits;
  }

  /// What a record behind the place where a list was left may have missed of it.
  float missed(std::uint32_t place) const { return static_cast<float>(place < complete_until_ ? 0 : left_early_); }

  void tidy() {
    for (const std::uint32_t place : index_.touched_) index_.sums_[place] = 0;
    index_.touched_.clear();
    for (const Gram gram : index_.asked_) index_.asked_weight_[gram] = 0;
  }

  /// Bounds are compared with room for the rounding of single precision.
  static constexpr float slack = 1.00001F;

  TrigramIndex& index_;
  const std::size_t count_;
  std::uint32_t whole_ = 0, rest_ = 0;
  std::uint32_t complete_until_ = none, left_early_ = 0;
  std::size_t read_ = 0, next_look_ = 512;
  float bar_ = 0;
  std::vector<Hit> promising_;
};

std::vector<Hit> TrigramIndex::most_like(std::string_view text, std::size_t count) {
  bring_up_to_date();
  collect_grams(text, false);
  // A trigram that was met only in records removed since has no list.
  asked_.erase(std::remove_if(asked_.begin(), asked_.end(), [&](Gram gram) { return list_from_[gram] == list_from_[gram + 1]; }),
               asked_.end());
  return Search(*this, count).run();
}

std::size_t TrigramIndex::memory() const {
  const auto of = [](const auto& values) { return values.capacity() * sizeof(values[0]); };
  return of(plain_) + of(keys_) + of(values_) + of(slices_) + of(grams_) + of(ties_) + of(weights_) +
         of(record_at_) + of(inverse_norms_) + of(list_from_) + of(lists_) + of(asked_) + of(seen_in_) +
         of(asked_weight_) + of(sums_) + of(touched_);
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
  if (!in.take(plain_) || !in.take(keys_) || !in.take(values_) || !in.take(slices_) || !in.take(grams_) || !in.take(ties_) ||
      !in.take_one(count))
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
         values_.size() == size && (size & (size - 1)) == 0 && std::all_of(plain_.begin(), plain_.end(), known) &&
         std::all_of(values_.begin(), values_.end(), known) && gram_count_ <= plain_.size() + size;
}

bool TrigramIndex::are_slices_whole(std::uint32_t slots) const {
  return slices_.size() <= slots && ties_.size() == slices_.size() &&
         std::all_of(slices_.begin(), slices_.end(),
                     [&](const Slice& slice) { return std::size_t{slice.from} + slice.count <= grams_.size(); }) &&
         std::all_of(grams_.begin(), grams_.end(), [&](Gram gram) { return gram < gram_count_; });
}

}  // namespace sidebill

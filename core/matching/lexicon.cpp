#include "core/matching/lexicon.h"

#include <algorithm>

#include "core/matching/log2.h"

namespace sidebill {

namespace {

constexpr int least_information = 10, most_information = 130;  // tenths of a bit
/// Of rarer words the information is kept: of those there are many.
constexpr std::size_t most_remembered = 4096;
constexpr int not_asked = -1;

}  // namespace

WordId Lexicon::find(std::string_view word) const {
  if (numbers_.empty()) {
    const auto found = std::find(words_.begin(), words_.end(), word);
    return found == words_.end() ? nowhere : static_cast<WordId>(found - words_.begin());
  }
  const auto found = numbers_.find(word);
  return found == numbers_.end() ? nowhere : found->second;
}

WordId Lexicon::number_of(std::string_view word) {
  const WordId known = find(word);
  if (known != nowhere) return known;
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(word);
  with_.push_back(all_ == nullptr ? 0 : not_asked);
  for (auto next = static_cast<WordId>(numbers_.size()); words_.size() > few && next <= id; ++next)
    numbers_.emplace(words_[next], next);
  return id;
}

void Lexicon::add_record(std::vector<WordId> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const WordId id : words) ++with_[id];
  ++records_;
  information_.clear();
}

int Lexicon::with(WordId id) const {
  if (with_[id] == not_asked) with_[id] = all_->with(words_[id]);
  return with_[id];
}

int Lexicon::with(std::string_view word) const {
  const WordId known = find(word);
  if (known != nowhere) return with(known);
  return all_ == nullptr ? 0 : all_->with(word);
}

int Lexicon::information_with(int with) const {
  const auto at = static_cast<std::size_t>(with);
  if (at >= most_remembered) return work_out_information(with);
  if (at >= information_.size()) information_.resize(at + 1, 0);
  if (information_[at] == 0) information_[at] = static_cast<std::int16_t>(work_out_information(with));
  return information_[at];
}

int Lexicon::work_out_information(int with) const {
  // In a short list every word is rare: it is weighed as if a thousand further records had other words.
  const std::int64_t all = log2_in_65536ths(2 * static_cast<std::uint64_t>(std::max(records_, 1000)) + 2);
  const std::int64_t some = log2_in_65536ths(2 * static_cast<std::uint64_t>(with) + 1);
  return static_cast<int>(
      std::clamp<std::int64_t>((all - some) * 10 >> 16, least_information, most_information));
}

int Lexicon::information(WordId id) const { return information_with(with(id)); }

int Lexicon::information_of(std::string_view word) const {
  const WordId known = find(word);
  if (known != nowhere) return information(known);
  const int others = all_ == nullptr ? 0 : all_->with(word);
  return others == 0 ? most_information : information_with(others);
}

int Lexicon::further_bits(std::string_view word) const {
  const int further = std::max(1, with(word) - 1);
  return static_cast<int>(log2_in_65536ths(static_cast<std::uint64_t>(further)) * 10 >> 16);
}

}  // namespace sidebill

#include "core/matching/lexicon.h"

#include <algorithm>

#include "core/matching/log2.h"

namespace sidebill {

WordId Lexicon::number_of(std::string_view word) {
  const auto found = numbers_.find(std::string(word));
  if (found != numbers_.end()) return found->second;
  const auto id = static_cast<WordId>(words_.size());
  numbers_.emplace(std::string(word), id);
  words_.emplace_back(word);
  with_.push_back(0);
  return id;
}

void Lexicon::count(std::vector<WordId> words, int by) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const WordId id : words) with_[id] += by;
  records_ += by;
}

int Lexicon::information(WordId id) const {
  // In a short list every word is rare: it is weighed as if a thousand further records had other words.
  const std::int64_t all = log2_in_65536ths(2 * static_cast<std::uint64_t>(std::max(records_, 1000)) + 2);
  const std::int64_t with = log2_in_65536ths(2 * static_cast<std::uint64_t>(with_[id]) + 1);
  return static_cast<int>(std::clamp<std::int64_t>((all - with) * 10 >> 16, 10, 130));
}

int Lexicon::information_of(std::string_view word) const {
  const auto found = numbers_.find(std::string(word));
  return found == numbers_.end() ? 130 : information(found->second);
}

int Lexicon::further_bits(std::string_view word) const {
  const auto found = numbers_.find(std::string(word));
  if (found == numbers_.end()) return 0;
  const int further = std::max(1, with_[found->second] - 1);
  return static_cast<int>(log2_in_65536ths(static_cast<std::uint64_t>(further)) * 10 >> 16);
}

}  // namespace sidebill

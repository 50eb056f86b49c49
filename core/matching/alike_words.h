// Words of two texts that are spelled alike, in the order in which they are paired off.
#pragma once

#include <cstdint>

#include "core/matching/lexicon.h"

namespace sidebill {

struct AlikeWords {
  int agreement = 0;                  // as `word_agreement` says
  int information = 0;                // of the word that says less
  std::uint32_t left = 0, right = 0;  // places
};

/// The most alike first, then those that say most, then by spelling: the same order whichever text is the
/// left one.
class AlikeOrder {
 public:
  AlikeOrder(const WordId* left, const WordId* right, const Lexicon& lexicon)
      : left_(left), right_(right), lexicon_(lexicon) {}

  AlikeWords pair(int agreement, std::uint32_t left, std::uint32_t right) const;
  bool operator()(const AlikeWords& a, const AlikeWords& b) const;

 private:
  const WordId* left_;
  const WordId* right_;
  const Lexicon& lexicon_;
};

}  // namespace sidebill

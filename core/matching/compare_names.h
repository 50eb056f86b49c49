// Two names, word by word: which words of one stand for words of the other, and how much is left over.
#pragma once

#include "core/matching/customer_features.h"

namespace sidebill {

/// How much the words say, in tenths of a bit (Lexicon::information).
struct NameComparison {
  int shared = 0;     // by words that both have, less for those only alike
  int left_over = 0;  // by words that only the left one has
  int right_over = 0;
  bool spelled_same = true;
};

/// Words are paired once each, the best pairs first; two words written as one ("sun flower", "sunflower")
/// pair too.
NameComparison compare_names(const std::vector<WordId>& left, const std::vector<WordId>& right,
                             bool of_person, const Lexicon& lexicon);

/// The share of what both names say that they have in common, in hundredths, of the one that says less and of
/// the other.
int shared_of_left(const NameComparison& names);
int shared_of_right(const NameComparison& names);

}  // namespace sidebill

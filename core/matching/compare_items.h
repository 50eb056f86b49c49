// Two items, field by field.
#pragma once

#include "core/matching/findings.h"
#include "core/matching/item_features.h"

namespace sidebill {

/// Everything that speaks for and against the two being one: neighbours in a catalogue differ in a model
/// number, a size or a colour and in nothing else. What either side lacks says nothing.
Findings compare_items(const ItemFeatures& left, const ItemFeatures& right, const Lexicon& lexicon);

/// Whether both names have a word that none of the other's is spelled like.
bool each_has_other_words(const std::vector<WordId>& left, const std::vector<WordId>& right,
                          const Lexicon& lexicon);

}  // namespace sidebill

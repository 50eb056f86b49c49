// An item or product made ready for comparing.
#pragma once

#include <string>
#include <vector>

#include "core/matching/goods.h"
#include "core/matching/lexicon.h"
#include "core/matching/record.h"

namespace sidebill {

struct ItemFeatures {
  GoodsText name;
  GoodsText description;
  std::vector<WordId> name_words;  // each once, ascending
  std::vector<WordId> all_words;   // of name and description, each once, ascending
  std::string sku;
  std::vector<std::string> codes;    // of name, description and SKU, each once
  std::int64_t price_minor = 0;      // in hundredths; 0 when there is none to read
  std::string name_text, full_text;  // as the trigram index takes them
};

/// The words of all items' names and descriptions.
ItemFeatures read_item(const MatchRecord& record, Lexicon& lexicon);
void count_in(const ItemFeatures& item, Lexicon& lexicon);
/// Counts an item that was read with this lexicon in (1) or out (-1).
void count(const ItemFeatures& item, const Lexicon& lexicon, WordCounts& counts, int by);

}  // namespace sidebill

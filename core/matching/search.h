// Finding records by what a person types.
#pragma once

#include <string>
#include <vector>

#include "core/matching/match.h"
#include "core/matching/record_table.h"
#include "core/matching/trigram_index.h"

namespace sidebill {

/// Records that contain every word, best first: active ones, then names that begin with the text, then names
/// in which each word begins a word, then the rest; among equals by name, then id. Where nobody has them,
/// those whose names are spelled much alike. No words find everything. `names` has the same slots as the
/// table.
///
/// Shape:  one evidence for how it was found, "name" or `code_field` ("email", "sku"), whose weight orders
/// the list;
///         these are no points of a comparison
std::vector<Candidate> search_records(const RecordTable& table, TrigramIndex& names, const char* code_field,
                                      const std::string& typed, std::size_t limit);

}  // namespace sidebill

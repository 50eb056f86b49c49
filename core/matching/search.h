// Finding records by the words that a person types.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/matching/shelf.h"

namespace sidebill {

/// Records that contain every word, best first: active ones, then names that begin with the text, then names
/// in which each word begins a word, then the rest; among equals by name, then id. No words find everything.
template <class Record>
std::vector<Candidate> search_records(const std::unordered_map<std::string, Shelved<Record>>& records,
                                      const std::string& text, std::size_t limit);

}  // namespace sidebill

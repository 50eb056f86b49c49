// Records by a text that many of them may share: each text stands in the index once.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/matching/trigram_index.h"

namespace sidebill {

class SharedTexts {
 public:
  /// Of a text that more records have, the first one speaks for all: a million records of one name are a
  /// million pairs and not half a billion times as many.
  static constexpr std::size_t most_sharing = 500;

  void add(std::uint32_t record, const std::string& text);
  /// Appends up to `count` records: those of the texts that resemble this one most and at least so much.
  void most_like(const std::string& text, std::size_t count, float least, std::vector<std::uint32_t>& found);

 private:
  TrigramIndex texts_;
  std::unordered_map<std::uint64_t, std::uint32_t>
      number_of_;  // by hash: two texts that fell on one are candidates both
  std::vector<std::vector<std::uint32_t>> records_;
};

}  // namespace sidebill

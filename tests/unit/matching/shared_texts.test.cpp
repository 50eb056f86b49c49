#include "core/matching/shared_texts.h"

#include <doctest/doctest.h>

using namespace sidebill;

namespace {

std::vector<std::uint32_t> found(SharedTexts& texts, const std::string& text, std::size_t count,
                                 float least = 0) {
  std::vector<std::uint32_t> records;
  texts.most_like(text, count, least, records);
  return records;
}

}  // namespace

TEST_CASE("shared texts: all records of the best text, then those of the next, up to so many") {
  SharedTexts texts;
  texts.add(7, "harbour lights");
  texts.add(3, "harbour nights");
  texts.add(9, "harbour lights");
  texts.add(4, "");
  CHECK(found(texts, "harbour lights", 5) == std::vector<std::uint32_t>{7, 9, 3});
  CHECK(found(texts, "harbour lights", 1) == std::vector<std::uint32_t>{7});
  CHECK(found(texts, "harbour lights", 5, 0.9F) == std::vector<std::uint32_t>{7, 9});
  CHECK(found(texts, "", 5).empty());
  CHECK(found(texts, "xyz", 5).empty());
}

TEST_CASE("shared texts: of a text that too many have, the first record speaks for all") {
  SharedTexts texts;
  for (std::uint32_t record = 0; record <= SharedTexts::most_sharing; ++record)
    texts.add(record, "john smith");
  texts.add(9000, "jon smith");
  CHECK(found(texts, "john smith", 5) == std::vector<std::uint32_t>{0, 9000});
}

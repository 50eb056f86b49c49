#include "core/matching/find_text.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace sidebill;

TEST_CASE("find text: whatever text and word, it says what the library says") {
  std::mt19937 random(20261123);
  const auto letters = [&](std::size_t most, unsigned kinds) {
    std::string text(random() % (most + 1), ' ');
    for (char& c : text) c = static_cast<char>('a' + random() % kinds);
    return text;
  };
  int found = 0;
  for (int round = 0; round < 200'000; ++round) {
    const std::string text = letters(70, 1 + static_cast<unsigned>(round) % 4);
    const bool from_text = round % 3 == 0 && !text.empty();
    const std::string word = from_text ? text.substr(random() % text.size(), 1 + random() % 20)
                                       : letters(round % 2 == 0 ? 4 : 40, 3);
    const bool expected = text.find(word) != std::string::npos;
    REQUIRE_MESSAGE(contains_text(text, word) == expected, text << " / " << word);
    found += expected ? 1 : 0;
  }
  CHECK(found > 50'000);
  CHECK(found < 190'000);
}

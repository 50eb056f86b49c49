#include "core/matching/search_text.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "core/base/utf8.h"

using namespace sidebill;

TEST_CASE("search text: lower case, no accents, one space between words") {
  struct Row {
    const char *text, *expected;
  };
  for (const Row& row :
       {Row{"O'Brien & Søn, Ltd.", "obrien son ltd"}, Row{"  Ångström—Straße ", "angstrom strasse"},
        Row{"D’Arcy…Œuvre", "darcy oeuvre"}, Row{"ＡＢＣ ﬁne", "abc fine"}, Row{"東京、商事", "東京 商事"},
        Row{"Łódź\u00A0Æther", "lodz aether"}, Row{"e\u0301cole", "ecole"}, Row{"...", ""}, Row{"", ""},
        Row{"Caf\xC3 X", "caf x"}}) {
    CAPTURE(row.text);
    CHECK(search_text(row.text) == row.expected);
  }
}

TEST_CASE("search text: common characters are read the same beside others, which need the tables") {
  // Pseudo-random, the same in every run: Latin letters, signs, marks that belong to the letter before.
  std::uint32_t state = 7;
  const auto below = [&](std::uint32_t end) {
    return (state = state * 1664525U + 1013904223U) / 65536U % end;
  };
  const std::string other = "\u0416";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::uint32_t length = 1 + below(6); length > 0; --length) {
      const std::uint32_t kind = below(8);
      const char32_t point = kind < 3    ? 0x20 + below(0x5F)
                             : kind < 6  ? 0xA0 + below(0x1B0)
                             : kind == 6 ? 0x2010 + below(0x18)
                                         : 0x300 + below(0x40);
      utf8::append(text, point);
    }
    CAPTURE(text);
    const std::string alone = search_text(text), beside = search_text(text + " " + other);
    const std::string gap = alone.empty() ? "" : " ";
    REQUIRE(beside == alone + gap + search_text(other));
    REQUIRE(search_text(alone) == alone);
  }
}

#include "core/model/link.h"

#include <doctest/doctest.h>

#include <string>

using namespace sidebill;

TEST_CASE("link: a list is read whatever separates it, and what is no link is left out") {
  struct Row {
    std::string text, expected;
  };
  for (const Row& row : {
           Row{"1:Invoice:2", "1:Invoice:2"},
           Row{"1:Invoice:2;1:Customer:3", "1:Invoice:2;1:Customer:3"},
           Row{" 1:Invoice:2 \n 4:Invoice:5 \r\n", "1:Invoice:2;4:Invoice:5"},
           Row{"1:Invoice:2;1:Invoice:2", "1:Invoice:2"},
           Row{"", ""},
           Row{";;\n", ""},
           Row{"1:Invoice", ""},
           Row{"1:Invoice:2:3", ""},
           Row{"1::2", ""},
           Row{":Invoice:2", ""},
           Row{"1:Invoice:<b>", ""},
           Row{"1:In voice:2;9:Item:8", "9:Item:8"},
           Row{"1:Invoice:" + std::string(65, '7'), ""},
       }) {
    CAPTURE(row.text);
    CHECK(to_text(parse_links(row.text)) == row.expected);
  }
}

TEST_CASE("link: a long hostile text costs nothing but its reading") {
  CHECK(parse_links(std::string(10'000'000, ';')).empty());
  CHECK(parse_links(std::string(10'000'000, 'x')).empty());
}

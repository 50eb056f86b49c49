#include "core/matching/compare_lines.h"

#include <doctest/doctest.h>

#include "tests/unit/matching/document_sample.h"

using namespace document_sample;

TEST_CASE("lines: goods are the same by item or by most words of the shorter text") {
  const LineFacts desk = line({"desk", "standing"}, 40000, "7");
  struct Row {
    const char* about;
    LineFacts other;
    LinesLevel level;
  };
  const Row rows[] = {
      {"same item, other words", line({"schreibtisch"}, 40000, "7"), LinesLevel::same},
      {"no item, same words", line({"desk", "standing"}, 40000), LinesLevel::same},
      {"a longer text around them", line({"agreed", "as", "desk", "standing"}, 40000), LinesLevel::same},
      {"another amount", line({"desk", "standing"}, 39000), LinesLevel::alike},
      {"half of the words is not most", line({"desk", "lamp"}, 40000), LinesLevel::amounts},
      {"nothing", line({"lamp"}, 900), LinesLevel::differs},
      {"no words at all", line({}, 900), LinesLevel::differs},
  };
  for (const Row& row : rows) {
    CAPTURE(row.about);
    CHECK(compare_lines({desk}, {row.other}).level == row.level);
  }
}

TEST_CASE("lines: the level says how many of the document's lines the other side has") {
  const std::vector<LineFacts> sold = {line({"desk"}, 100), line({"chair"}, 200), line({"lamp"}, 300)};
  const LineFacts freight = line({"freight"}, 50), screen = line({"screen"}, 70);
  struct Row {
    std::vector<LineFacts> billed;
    LinesLevel level;
  };
  const Row rows[] = {
      {{sold[2], sold[0], sold[1]}, LinesLevel::same},
      {{sold[1]}, LinesLevel::within},
      {{sold[0], line({"chair"}, 150)}, LinesLevel::alike},
      {{sold[0], freight}, LinesLevel::overlaps},
      {{sold[0], freight, screen}, LinesLevel::touches},
      {{line({"a"}, 100), line({"b"}, 300)}, LinesLevel::amounts},
      {{}, LinesLevel::unknown},
  };
  for (const Row& row : rows)
    CHECK(text_of(compare_lines(sold, row.billed).level) == std::string(text_of(row.level)));
}

TEST_CASE("lines: each line is paired once") {
  const LineFacts hour = line({"hour"}, 100);
  const LinesCompared compared = compare_lines({hour}, {hour, hour});
  CHECK(compared.same == 1);
  CHECK(compared.level == LinesLevel::overlaps);
}

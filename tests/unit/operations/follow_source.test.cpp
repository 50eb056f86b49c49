// A deal that changes under a person's hands.
#include "core/operations/follow_source.h"

#include <doctest/doctest.h>

#include "core/base/json.h"
#include "core/operations/choices_json.h"

using namespace sidebill;

namespace {

LineChoice line(const std::string& source, const std::string& price, const std::string& description) {
  LineChoice one;
  one.source_id = source;
  one.quantity = "1";
  one.unit_price = price;
  one.description = description;
  return one;
}

Choices with(std::vector<LineChoice> lines, const std::string& message = "") {
  Choices choices;
  choices.lines = std::move(lines);
  choices.message = message;
  choices.date = "2026-11-22";
  return choices;
}

}  // namespace

TEST_CASE("following the deal: what nobody touched follows it, what was typed stays") {
  const Choices before = with({line("1", "100", "Desk"), line("2", "40", "Lamp")});
  const Choices now = with({line("1", "120", "Oak desk"), line("2", "40", "Lamp")});
  struct Row {
    const char* about;
    Choices mine, after, expected;
  };
  Choices tomorrow = before;
  tomorrow.date = "2026-11-23";
  const std::vector<Row> rows = {
      {"nothing changed", with({line("1", "90", "Desk")}, "Hi"), before,
       with({line("1", "90", "Desk")}, "Hi")},
      {"untouched", before, now, now},
      {"my price, its words", with({line("1", "90", "Desk"), line("2", "40", "Lamp")}), now,
       with({line("1", "90", "Oak desk"), line("2", "40", "Lamp")})},
      {"the deal lost a line", before, with({line("2", "40", "Lamp")}), with({line("2", "40", "Lamp")})},
      {"the deal lost a line that I changed", with({line("1", "90", "Desk"), line("2", "40", "Lamp")}),
       with({line("2", "40", "Lamp")}), with({line("1", "90", "Desk"), line("2", "40", "Lamp")})},
      {"the deal gained a line", with({line("1", "90", "Desk")}),
       with({line("1", "100", "Desk"), line("2", "40", "Lamp"), line("3", "5", "Bulb")}),
       with({line("1", "90", "Desk"), line("3", "5", "Bulb")})},
      {"a line by hand stays", with({line("", "7", "Tip")}), now, with({line("", "7", "Tip")})},
      {"the day changed", before, tomorrow, tomorrow},
  };
  for (const Row& row : rows) {
    CAPTURE(row.about);
    CHECK(to_text(choices_json(follow_source(row.mine, before, row.after))) ==
          to_text(choices_json(row.expected)));
  }
}

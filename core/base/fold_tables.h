// The tables behind fold(): what becomes of a code point, and which two are one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

/// In the order in which tools/generate-fold-tables.mjs counts them.
enum class FoldKind : std::uint8_t {
  shifted,              // each point becomes itself plus `value`
  shifted_alternating,  // so does every second point, as capitals stand between small letters
  all_to_one,           // each point becomes the point `value`, or nothing when that is 0
  spelled,              // what they become are the texts from number `value` on, one after the other
};

/// `count` code points from `first` on that fold by one rule.
struct FoldRun {
  char32_t first;
  std::uint32_t count;
  FoldKind kind;
  std::int32_t value;
};

/// Two code points that are one when they follow each other.
struct Composition {
  char32_t first, second, composed;
};

struct FoldTables {
  std::vector<FoldRun> runs;             // by their first point
  std::vector<std::uint32_t> text_ends;  // of each text in `text_points`
  std::u32string text_points;
  std::vector<Composition> compositions;  // by first and second

  std::u32string_view text(std::size_t number) const;
};

/// Unpacked at the first call.
const FoldTables& fold_tables();

}  // namespace sidebill

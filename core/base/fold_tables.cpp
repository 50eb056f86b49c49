#include "core/base/fold_tables.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sidebill {

namespace {

#include "core/base/fold_tables.inc"

/// Reads what `Packed` of tools/generate-fold-tables.mjs wrote.
class Unpacker {
 public:
  std::int32_t number() {
    std::uint32_t packed = 0;
    for (int shift = 0;; shift += 7) {
      const unsigned byte = packed_tables[at_++];
      packed |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    const auto half = static_cast<std::int32_t>(packed >> 1);
    return (packed & 1) == 0 ? half : -half - 1;
  }

  std::vector<std::int32_t> column(std::size_t count) {
    std::vector<std::int32_t> values;
    std::int32_t last = 0;
    for (; count > 0; --count) values.push_back(last += number());
    return values;
  }

  template <std::size_t columns>
  std::array<std::vector<std::int32_t>, columns> table() {
    const auto count = static_cast<std::size_t>(number());
    std::array<std::vector<std::int32_t>, columns> read;
    for (auto& one : read) one = column(count);
    return read;
  }

 private:
  std::size_t at_ = 0;
};

char32_t point(std::int32_t number) { return static_cast<char32_t>(number); }

void unpack_texts(Unpacker& packed, FoldTables& tables) {
  const auto lengths = packed.table<1>()[0];
  std::vector<std::int32_t> above;
  for (const std::int32_t length : lengths) {
    above.resize(std::max(above.size(), static_cast<std::size_t>(length)));
    for (std::size_t place = 0; place < static_cast<std::size_t>(length); ++place) {
      tables.text_points += point(above[place] += packed.number());
    }
    tables.text_ends.push_back(static_cast<std::uint32_t>(tables.text_points.size()));
  }
}

FoldTables unpack() {
  Unpacker packed;
  FoldTables tables;
  const auto runs = packed.table<4>();
  for (std::size_t row = 0; row < runs[0].size(); ++row) {
    tables.runs.push_back({point(runs[0][row]), static_cast<std::uint32_t>(runs[1][row]),
                           static_cast<FoldKind>(runs[2][row]), runs[3][row]});
  }
  unpack_texts(packed, tables);
  const auto pairs = packed.table<3>();
  for (std::size_t row = 0; row < pairs[0].size(); ++row) {
    tables.compositions.push_back({point(pairs[0][row]), point(pairs[1][row]), point(pairs[2][row])});
  }
  return tables;
}

}  // namespace

std::u32string_view FoldTables::text(std::size_t number) const {
  const std::size_t start = number == 0 ? 0 : text_ends[number - 1];
  return std::u32string_view(text_points).substr(start, text_ends[number] - start);
}

const FoldTables& fold_tables() {
  static const FoldTables tables = unpack();
  return tables;
}

}  // namespace sidebill

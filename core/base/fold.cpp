#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/fold_tables.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

namespace sidebill {
namespace {

std::uint32_t stride_of(const FoldRun& run) { return run.kind == FoldKind::shifted_alternating ? 2 : 1; }

/// The run that says what becomes of this code point, or nullptr when it stays.
const FoldRun* run_of(char32_t point) {
  const std::vector<FoldRun>& runs = fold_tables().runs;
  const auto after = std::upper_bound(runs.begin(), runs.end(), point,
                                      [](char32_t wanted, const FoldRun& run) { return wanted < run.first; });
  if (after == runs.begin()) return nullptr;
  const FoldRun& run = *std::prev(after);
  const std::uint32_t distance = static_cast<std::uint32_t>(point - run.first);
  const bool inside = distance % stride_of(run) == 0 && distance / stride_of(run) < run.count;
  return inside ? &run : nullptr;
}

/// What the tables make of ASCII.
char lower(char c) {
  if (c == '`') return '\'';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What nearly every text needs: no table has a say in it.
std::string fold_ascii(std::string_view text) {
  std::string folded(text.size(), '\0');
  char* const begin = folded.data();
  char* end = begin;  // never past the character that is read
  bool space_waits = false;
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space_waits = end != begin;
      continue;
    }
    if (space_waits) *end++ = ' ';
    space_waits = false;
    *end++ = lower(c);
  }
  folded.resize(static_cast<std::size_t>(end - begin));
  return folded;
}

// Hangul syllables are composed by arithmetic. Source: Unicode 16, section 3.12
constexpr char32_t first_leading = 0x1100, first_vowel = 0x1161, before_trailing = 0x11A7,
                   first_syllable = 0xAC00;
constexpr char32_t leading_count = 19, vowel_count = 21, trailing_count = 28;

char32_t compose_hangul(char32_t first, char32_t second) {
  if (first - first_leading < leading_count && second - first_vowel < vowel_count) {
    return first_syllable + ((first - first_leading) * vowel_count + (second - first_vowel)) * trailing_count;
  }
  const char32_t syllable = first - first_syllable;
  const bool lacks_trailing =
      syllable < leading_count * vowel_count * trailing_count && syllable % trailing_count == 0;
  const bool is_trailing = second > before_trailing && second - before_trailing < trailing_count;
  return lacks_trailing && is_trailing ? first + (second - before_trailing) : 0;
}

/// Nothing before it joins what it follows; so most letters of most texts are not looked up.
constexpr char32_t first_combining = 0x0300;

/// The one code point that these two are together, or 0.
char32_t compose(char32_t first, char32_t second) {
  if (second < first_combining) return 0;
  const auto before = [](const Composition& row, const std::pair<char32_t, char32_t>& wanted) {
    return std::pair<char32_t, char32_t>(row.first, row.second) < wanted;
  };
  const std::vector<Composition>& rows = fold_tables().compositions;
  const auto row = std::lower_bound(rows.begin(), rows.end(), std::pair(first, second), before);
  if (row != rows.end() && row->first == first && row->second == second) return row->composed;
  return compose_hangul(first, second);
}

/// Folded code points as they come, composed where they can be.
class Folded {
 public:
  void take(char32_t point) {
    if (point < 0x80) return put(static_cast<unsigned char>(lower(static_cast<char>(point))));
    const FoldRun* run = run_of(point);
    if (run == nullptr) return put(point);
    const std::uint32_t index = static_cast<std::uint32_t>(point - run->first) / stride_of(*run);
    switch (run->kind) {
      case FoldKind::shifted:
      case FoldKind::shifted_alternating:
        return put(static_cast<char32_t>(static_cast<std::int32_t>(point) + run->value));
      case FoldKind::all_to_one:
        if (run->value != 0) put(static_cast<char32_t>(run->value));
        return;
      case FoldKind::spelled:
        for (const char32_t one : fold_tables().text(static_cast<std::size_t>(run->value) + index)) put(one);
    }
  }

  void reserve(std::size_t points) { points_.reserve(points); }

  std::string text() const {
    std::string text;
    text.reserve(points_.size());
    for (const char32_t point : points_) utf8::append(text, point);
    return text;
  }

 private:
  void put(char32_t point) {
    const char32_t composed = points_.empty() ? 0 : compose(points_.back(), point);
    if (composed == 0) {
      points_.push_back(point);
    } else {
      points_.back() = composed;
    }
  }

  std::u32string points_;
};

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  Folded folded;
  folded.reserve(text.size());
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view) { folded.take(decoded.point); });
  return collapse_spaces(folded.text());
}

}  // namespace sidebill

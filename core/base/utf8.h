// Code points of UTF-8 texts, one at a time; for the .cpp files that walk through text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sidebill::utf8 {

constexpr char32_t replacement = 0xFFFD;

/// What stands at a place of a text: a code point, or a broken sequence.
struct Decoded {
  char32_t point = replacement;
  std::size_t bytes = 0;  // how far it reaches; of a broken sequence what could have been a beginning
  bool valid = false;
};

/// Shape:  `at` is before the end of `text`
/// Source: Unicode 16, table 3-7 (well-formed sequences) and section 3.9 (what one replacement stands for)
Decoded decode(std::string_view text, std::size_t at);

void append(std::string& text, char32_t point);

/// Calls `visit` with every code point or broken sequence and its bytes, in order.
template <typename Visit>
void each(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const Decoded decoded = first < 0x80 ? Decoded{first, 1, true} : decode(text, at);
    visit(decoded, text.substr(at, decoded.bytes));
    at += decoded.bytes;
  }
}

}  // namespace sidebill::utf8

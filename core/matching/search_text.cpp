#include "core/matching/search_text.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace sidebill {

namespace {

constexpr char space = ' ', nothing = '\0';

/// What becomes of each ASCII character: itself in lower case, a space, or nothing.
constexpr std::array<char, 128> ascii_table() {
  std::array<char, 128> table{};
  for (int i = 0; i < 128; ++i) {
    const char c = static_cast<char>(i);
    const bool lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9', upper = c >= 'A' && c <= 'Z';
    const bool joins = c == '\'' || c == '`';
    table[static_cast<std::size_t>(i)] = lower || digit ? c
                                         : upper        ? static_cast<char>(c - 'A' + 'a')
                                         : joins        ? nothing
                                                        : space;
  }
  return table;
}
constexpr std::array<char, 128> ascii = ascii_table();

/// Signs beyond ASCII that separate words or say nothing: Latin-1 signs, general punctuation, symbols, CJK punctuation,
/// and the mark of what could not be read.
bool is_sign(char32_t point) {
  return point <= 0xBF || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x2BFF) ||
         (point >= 0x3000 && point <= 0x303F) || (point >= 0xFE10 && point <= 0xFE6F) || point == utf8::replacement;
}

bool is_apostrophe(char32_t point) { return point == 0x2018 || point == 0x2019 || point == 0x02BC; }

/// Puts characters behind each other, a space only between two words.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out), from_(out.size()) {}

  void put_ascii(char c) {
    const char becomes = ascii[static_cast<unsigned char>(c)];
    if (becomes == space) {
      separate();
    } else if (becomes != nothing) {
      out_.push_back(becomes);
    }
  }
  void put(std::string_view bytes) { out_.append(bytes); }
  void separate() {
    if (out_.size() > from_ && out_.back() != space) out_.push_back(space);
  }
  void finish() {
    if (out_.size() > from_ && out_.back() == space) out_.pop_back();
  }

 private:
  std::string& out_;
  const std::size_t from_;
};

}  // namespace

void append_search_text(std::string& out, std::string_view text) {
  Writer writer(out);
  if (is_ascii(text)) {
    for (const char c : text) writer.put_ascii(c);
  } else {
    utf8::each(fold(text), [&](const utf8::Decoded& decoded, std::string_view bytes) {
      if (decoded.point < 0x80) {
        writer.put_ascii(bytes.front());
      } else if (is_sign(decoded.point)) {
        if (!is_apostrophe(decoded.point)) writer.separate();
      } else {
        writer.put(bytes);
      }
    });
  }
  writer.finish();
}

std::string search_text(std::string_view text) {
  std::string out;
  append_search_text(out, text);
  return out;
}

}  // namespace sidebill

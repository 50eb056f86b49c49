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

/// Signs beyond ASCII that separate words or say nothing: Latin-1 signs, general punctuation, symbols, CJK
/// punctuation, and the mark of what could not be read.
bool is_sign(char32_t point) {
  return point <= 0xBF || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x2BFF) ||
         (point >= 0x3000 && point <= 0x303F) || (point >= 0xFE10 && point <= 0xFE6F) ||
         point == utf8::replacement;
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
  void start_again() { out_.resize(from_); }
  void finish() {
    if (out_.size() > from_ && out_.back() == space) out_.pop_back();
  }

 private:
  std::string& out_;
  const std::size_t from_;
};

/// What becomes of characters that many names have: letters of Latin script with their accents, and
/// typographic signs. Each stands for itself, whatever is beside it, so that a text of them is read without
/// tables being searched.
class CommonCharacters {
 public:
  CommonCharacters() {
    for (char32_t point = first_latin; point < end_latin; ++point)
      latin_[point - first_latin] = folded(point);
    for (char32_t point = first_sign; point < end_sign; ++point) signs_[point - first_sign] = folded(point);
  }

  /// ASCII characters as `fold` leaves them; nullptr when the character depends on its neighbours or is not
  /// common.
  const char* find(char32_t point) const {
    const Spelling* spelling = point - first_latin < end_latin - first_latin ? &latin_[point - first_latin]
                               : point - first_sign < end_sign - first_sign  ? &signs_[point - first_sign]
                                                                             : nullptr;
    return spelling != nullptr && spelling->front() != nothing ? spelling->data() : nullptr;
  }

 private:
  static constexpr char32_t first_latin = 0xA0, end_latin = 0x250, first_sign = 0x2010, end_sign = 0x2028;
  using Spelling = std::array<char, 8>;

  static Spelling folded(char32_t point) {
    std::string alone;
    utf8::append(alone, point);
    std::string text = fold("a" + alone + "a");
    if (text.size() < 3 || text.front() != 'a' || text.back() != 'a') return {};
    text = text.substr(1, text.size() - 2);
    if (text == alone && is_sign(point)) text = is_apostrophe(point) ? "'" : "-";
    Spelling spelling{};
    const bool is_plain =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) > 0; });
    if (is_plain && text.size() < spelling.size()) std::copy(text.begin(), text.end(), spelling.begin());
    return spelling;
  }

  std::array<Spelling, end_latin - first_latin> latin_;
  std::array<Spelling, end_sign - first_sign> signs_;
};

/// False, with a part of it written, when the text has characters that are not common.
bool write_common(Writer& writer, std::string_view text) {
  static const CommonCharacters common;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<signed char>(text[at]) >= 0) {
      writer.put_ascii(text[at++]);
      continue;
    }
    const utf8::Decoded decoded = utf8::decode(text, at);
    const char* spelled = decoded.valid ? common.find(decoded.point) : nullptr;
    if (spelled == nullptr) return false;
    for (; *spelled != nothing; ++spelled) writer.put_ascii(*spelled);
    at += decoded.bytes;
  }
  return true;
}

void write_folded(Writer& writer, const std::string& folded) {
  utf8::each(folded, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    if (decoded.point < 0x80) {
      writer.put_ascii(bytes.front());
    } else if (is_sign(decoded.point)) {
      if (!is_apostrophe(decoded.point)) writer.separate();
    } else {
      writer.put(bytes);
    }
  });
}

}  // namespace

void append_search_text(std::string& out, std::string_view text) {
  Writer writer(out);
  if (!write_common(writer, text)) {
    writer.start_again();
    write_folded(writer, fold(text));
  }
  writer.finish();
}

std::string search_text(std::string_view text) {
  std::string out;
  append_search_text(out, text);
  return out;
}

}  // namespace sidebill

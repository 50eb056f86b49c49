#include "core/base/words.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace sidebill {

namespace {

/// Scripts that are written without spaces.
bool is_cjk(char32_t point) {
  return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

bool is_apostrophe(char32_t point) {
  return point == '\'' || point == '`' || point == 0x2018 || point == 0x2019 || point == 0x02BC;
}

/// Punctuation and signs; what is left beyond ASCII belongs to a word.
bool is_separator(char32_t point) {
  if (point < 0x80) return !((point >= '0' && point <= '9') || (point >= 'a' && point <= 'z'));
  return point <= 0xBF || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x2BFF) ||
         (point >= 0x3000 && point <= 0x303F) || (point >= 0xFE10 && point <= 0xFE6F) ||
         point == utf8::replacement;
}

class Splitter {
 public:
  void take(char32_t point, std::string_view bytes) {
    if (is_apostrophe(point)) return;
    if (is_cjk(point)) {
      end_word();
      words_.emplace_back(bytes);
    } else if (!is_separator(point)) {
      if (bytes.size() == 1)
        word_.push_back(bytes.front());
      else
        word_.append(bytes);
      ++length_;
    } else if (point == '.' && length_ == 1) {
      abbreviate();
    } else {
      end_word();
      if (point == '&' || point == '+') words_.emplace_back("&");
    }
  }

  std::vector<std::string> words() {
    end_word();
    return std::move(words_);
  }

 private:
  /// A letter before a dot: "g." of "g.m.b.h."
  void abbreviate() {
    letters_ += word_;
    word_.clear();
    length_ = 0;
  }

  void end_word() {
    if (length_ == 1 && !letters_.empty()) abbreviate();
    push(letters_);
    push(word_);
    length_ = 0;
  }

  void push(std::string& word) {
    if (word.empty()) return;
    words_.push_back(std::move(word));
    word.clear();
  }

  std::vector<std::string> words_;
  std::string word_, letters_;
  int length_ = 0;  // of word_, in code points
};

constexpr std::array<std::string_view, 12> connectors = {"&",  "and", "och", "und", "e", "y",
                                                         "et", "si",  "en",  "og",  "i", "the"};

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  Splitter splitter;
  const std::string folded = fold(text);
  utf8::each(folded, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    splitter.take(decoded.point, bytes);
  });
  return splitter.words();
}

bool is_connector(std::string_view word) {
  return std::find(connectors.begin(), connectors.end(), word) != connectors.end();
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace sidebill

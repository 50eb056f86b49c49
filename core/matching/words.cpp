#include "core/matching/words.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace sidebill {

namespace {

bool is_ascii_word(char32_t point) {
  return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');
}

/// Scripts that are written without spaces.
bool is_cjk(char32_t point) {
  return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

bool is_apostrophe(char32_t point) { return point == '\'' || point == '`' || point == 0x2019 || point == 0x2018; }

/// Punctuation and signs; every other point beyond ASCII belongs to a word.
bool is_separator(char32_t point) {
  if (point < 0x80) return !is_ascii_word(point);
  return (point >= 0x80 && point <= 0xBF) || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x2BFF) ||
         (point >= 0x3000 && point <= 0x303F) || (point >= 0xFE10 && point <= 0xFE6F) || point == 0xFFFD ||
         (point >= 0xFF00 && point <= 0xFF0F);
}

class Splitter {
 public:
  void take(char32_t point, std::string_view bytes) {
    if (is_apostrophe(point)) return;
    if (is_cjk(point)) {
      close();
      words_.emplace_back(bytes);
    } else if (is_separator(point)) {
      if (point == '&' || point == '+') {
        close();
        words_.push_back("&");
      }
      separate(point);
    } else {
      if (dotted_ && word_.empty()) {
        // "g.m.b.h": single letters between dots are one word
      }
      word_.append(bytes);
      ++length_;
    }
  }

  std::vector<std::string> words() {
    close();
    flush_letters();
    return std::move(words_);
  }

 private:
  void separate(char32_t point) {
    const bool single = length_ == 1;
    if (single && point == '.') {
      letters_ += word_;
      ++letter_count_;
      word_.clear();
      length_ = 0;
      return;
    }
    close();
  }

  void close() {
    if (word_.empty()) {
      flush_letters();
      return;
    }
    if (length_ == 1 && !letters_.empty()) {
      letters_ += word_;
      ++letter_count_;
      word_.clear();
      length_ = 0;
      flush_letters();
      return;
    }
    flush_letters();
    words_.push_back(std::move(word_));
    word_.clear();
    length_ = 0;
  }

  void flush_letters() {
    if (letters_.empty()) return;
    words_.push_back(std::move(letters_));
    letters_.clear();
    letter_count_ = 0;
  }

  std::vector<std::string> words_;
  std::string word_, letters_;
  int length_ = 0, letter_count_ = 0;
  bool dotted_ = false;
};

std::u32string points_of(std::string_view text) {
  std::u32string points;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view) { points.push_back(decoded.point); });
  return points;
}

template <class Text>
int jaro_winkler(const Text& left, const Text& right) {
  const int left_size = static_cast<int>(left.size()), right_size = static_cast<int>(right.size());
  if (left_size == 0 || right_size == 0 || left_size > 64 || right_size > 64) return left == right ? 100 : 0;
  const int window = std::max(0, std::max(left_size, right_size) / 2 - 1);
  std::uint64_t left_used = 0, right_used = 0;
  int matches = 0;
  for (int i = 0; i < left_size; ++i) {
    const int from = std::max(0, i - window), to = std::min(right_size - 1, i + window);
    for (int j = from; j <= to; ++j) {
      if ((right_used >> j & 1U) != 0 || left[static_cast<std::size_t>(i)] != right[static_cast<std::size_t>(j)])
        continue;
      left_used |= std::uint64_t{1} << i;
      right_used |= std::uint64_t{1} << j;
      ++matches;
      break;
    }
  }
  if (matches == 0) return 0;
  int transposed = 0;
  for (int i = 0, j = 0; i < left_size; ++i) {
    if ((left_used >> i & 1U) == 0) continue;
    while ((right_used >> j & 1U) == 0) ++j;
    if (left[static_cast<std::size_t>(i)] != right[static_cast<std::size_t>(j)]) ++transposed;
    ++j;
  }
  transposed /= 2;
  int prefix = 0;
  while (prefix < std::min({4, left_size, right_size}) &&
         left[static_cast<std::size_t>(prefix)] == right[static_cast<std::size_t>(prefix)])
    ++prefix;
  // In ten thousandths, whole numbers only: the same on every machine.
  const int jaro = (10000 * matches / left_size + 10000 * matches / right_size +
                    10000 * (matches - transposed) / matches) /
                   3;
  return (jaro + prefix * (10000 - jaro) / 10) / 100;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = fold(text);
  Splitter splitter;
  utf8::each(folded, [&](const utf8::Decoded& decoded, std::string_view bytes) { splitter.take(decoded.point, bytes); });
  return splitter.words();
}

bool is_connector(std::string_view word) {
  static constexpr std::array<std::string_view, 12> words = {"&",  "and", "och", "und", "e", "y",
                                                             "et", "si",  "en",  "i",   "the", "og"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

int word_likeness(std::string_view left, std::string_view right) {
  if (left == right) return 100;
  if (is_ascii(left) && is_ascii(right)) return std::min(99, jaro_winkler(left, right));
  return std::min(99, jaro_winkler(points_of(left), points_of(right)));
}

bool is_short_form(std::string_view left, std::string_view right) {
  if (left.size() > right.size()) std::swap(left, right);
  if (left.size() < 2 || left.size() + 2 > right.size() || left[0] != right[0]) return false;
  if (right.substr(0, left.size()) == left) return left.size() >= 3;
  std::size_t at = 0;
  int vowels = 0;
  for (const char c : right) {
    if (at < left.size() && c == left[at]) ++at;
  }
  for (std::size_t i = 1; i < left.size(); ++i) vowels += is_vowel(left[i]) ? 1 : 0;
  return at == left.size() && vowels == 0 && left.size() >= 3;
}

int edits_between(std::string_view left, std::string_view right, int limit) {
  const int n = static_cast<int>(left.size()), m = static_cast<int>(right.size());
  if (std::abs(n - m) > limit || n > 63 || m > 63) return limit + 1;
  std::array<int, 64> before{}, last{}, now{};
  for (int j = 0; j <= m; ++j) last[static_cast<std::size_t>(j)] = j;
  for (int i = 1; i <= n; ++i) {
    now[0] = i;
    int least = i;
    for (int j = 1; j <= m; ++j) {
      const auto at = static_cast<std::size_t>(j);
      const char a = left[static_cast<std::size_t>(i - 1)], b = right[at - 1];
      int cost = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + (a == b ? 0 : 1)});
      if (i > 1 && j > 1 && a == right[at - 2] && left[static_cast<std::size_t>(i - 2)] == b)
        cost = std::min(cost, before[at - 2] + 1);
      now[at] = cost;
      least = std::min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = now;
  }
  return std::min(last[static_cast<std::size_t>(m)], limit + 1);
}

}  // namespace sidebill

#include "core/base/json_cursor.h"

#include <algorithm>

#include "core/base/plain_text.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

namespace sidebill {

namespace {

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// What is wrong with the bytes before any of them is read.
std::optional<Issue> refused_bytes(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.max_bytes) {
    return error(Code::json_too_large, "", {{"limit", std::to_string(limits.max_bytes)}});
  }
  if (!is_valid_utf8(text)) return error(Code::text_not_utf8, "");
  return std::nullopt;
}

}  // namespace

JsonCursor::JsonCursor(std::string_view text, JsonLimits limits)
    : text_(text), limits_(limits), issue_(refused_bytes(text, limits)) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) at_ = byte_order_mark.size();
}

// Faults

void JsonCursor::refuse(Code code, std::string_view name, std::size_t fact) {
  if (!broken()) issue_ = error(code, "", {{std::string(name), std::to_string(fact)}});
  at_ = text_.size();
}

/// The byte that is wrong is the one that would be read next, counted from one.
void JsonCursor::refuse_here() { refuse(Code::json_unreadable, "at", at_ + 1); }

std::optional<Issue> JsonCursor::finish() {
  skip_space();
  if (!broken() && at_ != text_.size()) refuse_here();
  return issue_;
}

// Signs

bool JsonCursor::take(char wanted) {
  if (next() != wanted) return false;
  ++at_;
  return true;
}

bool JsonCursor::expect(char wanted) {
  if (broken()) return false;
  if (take(wanted)) return true;
  refuse_here();
  return false;
}

void JsonCursor::skip_space() {
  if (next() > ' ') return;
  while (next() == ' ' || next() == '\n' || next() == '\r' || next() == '\t') ++at_;
}

// Values

Json::Kind JsonCursor::kind() {
  skip_space();
  switch (next()) {
    case '{': return Json::Kind::object;
    case '[': return Json::Kind::array;
    case '"': return Json::Kind::string;
    case 't':
    case 'f': return Json::Kind::boolean;
    case 'n': return Json::Kind::null;
    default: return Json::Kind::number;
  }
}

bool JsonCursor::count_value() {
  if (broken()) return false;
  if (++values_ <= limits_.max_values) return true;
  refuse(Code::json_too_large, "limit", limits_.max_values);
  return false;
}

bool JsonCursor::enter(char open) {
  if (!count_value()) return false;
  if (depth_ >= limits_.max_depth) {
    refuse(Code::json_too_deep, "limit", limits_.max_depth);
    return false;
  }
  ++depth_;
  return expect(open);
}

/// Whether a further member or item stands there; moves past the comma before it, or past the end.
bool JsonCursor::more(bool& first, char close) {
  skip_space();
  const bool at_start = first;
  first = false;
  if (broken()) return false;
  if (at_start ? next() != close : take(',')) return true;
  if (expect(close)) --depth_;
  return false;
}

void JsonCursor::each_member(FunctionRef<void(std::string_view)> visit) {
  if (kind() != Json::Kind::object) return skip();
  if (!enter('{')) return;
  std::string spelled;
  for (bool first = true; more(first, '}');) {
    skip_space();
    std::string_view name = read_string();
    if (name.data() == unescaped_.data()) name = spelled = name;  // a value may be spelled there next
    skip_space();
    if (!expect(':')) return;
    skip_space();
    const std::size_t value = at_;
    visit(name);
    if (at_ == value) skip();
  }
}

void JsonCursor::each_item(FunctionRef<void()> visit) {
  if (kind() != Json::Kind::array) return skip();
  if (!enter('[')) return;
  for (bool first = true; more(first, ']');) {
    skip_space();
    const std::size_t value = at_;
    visit();
    if (at_ == value) skip();
  }
}

std::optional<std::string_view> JsonCursor::string() {
  if (kind() != Json::Kind::string || !count_value()) return std::nullopt;
  const std::string_view text = read_string();
  return broken() ? std::nullopt : std::optional(text);
}

std::optional<std::string_view> JsonCursor::number() {
  if (kind() != Json::Kind::number || !count_value()) return std::nullopt;
  const std::string_view digits = read_number();
  return broken() ? std::nullopt : std::optional(digits);
}

std::optional<bool> JsonCursor::boolean() {
  if (kind() != Json::Kind::boolean || !count_value()) return std::nullopt;
  const bool truth = next() == 't';
  return read_word(truth ? "true" : "false") ? std::optional(truth) : std::nullopt;
}

bool JsonCursor::null() { return kind() == Json::Kind::null && count_value() && read_word("null"); }

void JsonCursor::go_back(const Place& place) {
  if (broken()) return;
  at_ = place.at;
  values_ = place.values;
  depth_ = place.depth;
}

std::string_view JsonCursor::value_text() {
  skip_space();
  const std::size_t from = at_;
  skip();
  return broken() ? std::string_view() : text_.substr(from, at_ - from);
}

void JsonCursor::skip() {
  switch (kind()) {
    case Json::Kind::object: return each_member([](std::string_view) {});
    case Json::Kind::array: return each_item([] {});
    case Json::Kind::string: static_cast<void>(string()); return;
    case Json::Kind::number: static_cast<void>(number()); return;
    case Json::Kind::boolean: static_cast<void>(boolean()); return;
    case Json::Kind::null: null(); return;
  }
}

// Words, numbers and strings

bool JsonCursor::read_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [this](char letter) { return expect(letter); });
}

bool JsonCursor::read_digits() {
  if (!next_is_digit()) {
    refuse_here();
    return false;
  }
  while (next_is_digit()) ++at_;
  return true;
}

std::string_view JsonCursor::read_number() {
  const std::size_t start = at_;
  take('-');
  if (!take('0') && !read_digits()) return {};
  if (take('.') && !read_digits()) return {};
  if (take('e') || take('E')) {
    if (!take('-')) take('+');
    if (!read_digits()) return {};
  }
  return text_.substr(start, at_ - start);
}

/// The text itself where nothing in it is escaped, else what it spells.
std::string_view JsonCursor::read_string() {
  if (!expect('"')) return {};
  unescaped_.clear();
  bool escaped = false;
  for (;;) {
    const std::size_t start = at_;
    at_ = end_of_plain_text(text_, at_);
    const std::string_view plain = text_.substr(start, at_ - start);
    if (!escaped && next() == '"') {
      ++at_;
      return plain;
    }
    unescaped_.append(plain);
    escaped = true;
    if (take('"')) return unescaped_;
    if (!expect('\\') || !read_escape()) return {};
  }
}

bool JsonCursor::read_escape() {
  constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
  if (take('u')) return read_numbered();
  const std::size_t which = letters.find(next());
  if (which == std::string_view::npos) {
    refuse_here();
    return false;
  }
  unescaped_.push_back(meant[which]);
  ++at_;
  return true;
}

/// What follows "\u"; two of them make one code point outside the first plane.
bool JsonCursor::read_numbered() {
  char32_t point = 0;
  if (!read_unit(point)) return false;
  char32_t low = 0;
  if (is_high_surrogate(point)) {
    if (!expect('\\') || !expect('u') || !read_unit(low)) return false;
  }
  if (is_low_surrogate(point) || is_low_surrogate(low) != is_high_surrogate(point)) {
    refuse_here();
    return false;
  }
  if (low != 0) point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
  utf8::append(unescaped_, point);
  return true;
}

bool JsonCursor::read_unit(char32_t& unit) {
  constexpr std::string_view lower = "0123456789abcdef", upper = "0123456789ABCDEF";
  for (int i = 0; i < 4; ++i) {
    const std::size_t digit = std::min(lower.find(next()), upper.find(next()));
    if (digit == std::string_view::npos) {
      refuse_here();
      return false;
    }
    unit = unit * 16 + static_cast<char32_t>(digit);
    ++at_;
  }
  return true;
}

}  // namespace sidebill

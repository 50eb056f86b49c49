#include "core/base/json.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

namespace sidebill {
namespace {

/// Of a repeated name the last value counts, at the place of the first.
void keep_last_of_repeated(std::vector<JsonMember>& members) {
  const auto order = order_of(members.size(), [&](std::size_t left, std::size_t right) {
    return members[left].first < members[right].first;
  });
  std::vector<bool> superseded(members.size(), false);
  for (std::size_t i = 0; i < order.size();) {
    std::size_t last = i;
    while (last + 1 < order.size() && members[order[last + 1]].first == members[order[i]].first) {
      superseded[order[++last]] = true;
    }
    if (last > i) members[order[i]].second = std::move(members[order[last]].second);
    i = last + 1;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (superseded[i]) continue;
    if (kept != i) members[kept] = std::move(members[i]);
    ++kept;
  }
  members.resize(kept);
}

/// Reads one text from its first byte to its last. Limits are enforced before memory is taken; numbers are
/// kept as their digits, so nothing here knows binary floating point. Source: RFC 8259
class Parser {
 public:
  Parser(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits) {}

  std::optional<Issue> issue;

  bool parse(Json& root) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) at_ = byte_order_mark.size();
    if (!read_value(root, 0)) return false;
    skip_space();
    return at_ == text_.size() || refuse_here();
  }

 private:
  bool refuse(Code code, std::string_view name, std::size_t fact) {
    issue = error(code, "", {{std::string(name), std::to_string(fact)}});
    return false;
  }
  /// The byte that is wrong is the one that would be read next, counted from one.
  bool refuse_here() { return refuse(Code::json_unreadable, "at", at_ + 1); }

  /// The next byte; 0 at the end, which no text holds.
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool next_is_digit() const { return next() >= '0' && next() <= '9'; }
  bool take(char wanted) {
    if (next() != wanted) return false;
    ++at_;
    return true;
  }
  bool expect(char wanted) { return take(wanted) || refuse_here(); }
  void skip_space() {
    while (next() == ' ' || next() == '\n' || next() == '\r' || next() == '\t') ++at_;
  }

  bool read_value(Json& value, std::size_t depth) {
    if (++values_ > limits_.max_values) return refuse(Code::json_too_large, "limit", limits_.max_values);
    skip_space();
    switch (next()) {
      case '{':
      case '[': return read_container(value, depth);
      case '"': value.kind = Json::Kind::string; return read_string(value.text);
      case 't': value = Json::boolean(true); return read_word("true");
      case 'f': value = Json::boolean(false); return read_word("false");
      case 'n': return read_word("null");
      default: value.kind = Json::Kind::number; return read_number(value.text);
    }
  }

  bool read_word(std::string_view word) {
    for (const char letter : word) {
      if (!expect(letter)) return false;
    }
    return true;
  }

  bool read_container(Json& value, std::size_t depth) {
    if (depth >= limits_.max_depth) return refuse(Code::json_too_deep, "limit", limits_.max_depth);
    const bool is_object = next() == '{';
    value = is_object ? Json::object() : Json::array();
    const char end = is_object ? '}' : ']';
    ++at_;
    skip_space();
    if (take(end)) return true;
    do {
      if (!(is_object ? read_member(value, depth) : read_value(value.items.emplace_back(), depth + 1)))
        return false;
      skip_space();
    } while (take(','));
    if (is_object) keep_last_of_repeated(value.members);
    return expect(end);
  }

  bool read_member(Json& object, std::size_t depth) {
    JsonMember& member = object.members.emplace_back();
    skip_space();
    if (!read_string(member.first)) return false;
    skip_space();
    return expect(':') && read_value(member.second, depth + 1);
  }

  bool read_digits() {
    if (!next_is_digit()) return refuse_here();
    while (next_is_digit()) ++at_;
    return true;
  }

  bool read_number(std::string& digits) {
    const std::size_t start = at_;
    take('-');
    if (!take('0') && !read_digits()) return false;
    if (take('.') && !read_digits()) return false;
    if (take('e') || take('E')) {
      if (!take('-')) take('+');
      if (!read_digits()) return false;
    }
    digits = text_.substr(start, at_ - start);
    return true;
  }

  bool read_string(std::string& text) {
    if (!expect('"')) return false;
    for (;;) {
      const std::size_t start = at_;
      while (static_cast<unsigned char>(next()) >= 0x20 && next() != '"' && next() != '\\') ++at_;
      text.append(text_.substr(start, at_ - start));
      if (take('"')) return true;
      if (!expect('\\') || !read_escape(text)) return false;
    }
  }

  bool read_escape(std::string& text) {
    constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    if (take('u')) return read_numbered(text);
    const std::size_t which = letters.find(next());
    if (which == std::string_view::npos) return refuse_here();
    text.push_back(meant[which]);
    ++at_;
    return true;
  }

  /// What follows "\u"; two of them make one code point outside the first plane.
  bool read_numbered(std::string& text) {
    char32_t point = 0;
    if (!read_unit(point)) return false;
    if (is_low_surrogate(point)) return refuse_here();
    if (is_high_surrogate(point)) {
      char32_t low = 0;
      if (!expect('\\') || !expect('u') || !read_unit(low)) return false;
      if (!is_low_surrogate(low)) return refuse_here();
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    utf8::append(text, point);
    return true;
  }

  bool read_unit(char32_t& unit) {
    constexpr std::string_view lower = "0123456789abcdef", upper = "0123456789ABCDEF";
    for (int i = 0; i < 4; ++i) {
      const std::size_t digit = std::min(lower.find(next()), upper.find(next()));
      if (digit == std::string_view::npos) return refuse_here();
      unit = unit * 16 + static_cast<char32_t>(digit);
      ++at_;
    }
    return true;
  }

  static bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
  static bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

  std::string_view text_;
  JsonLimits limits_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
};

/// What is wrong with the bytes before any of them is parsed.
std::optional<Issue> refused_bytes(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.max_bytes) {
    return error(Code::json_too_large, "", {{"limit", std::to_string(limits.max_bytes)}});
  }
  if (!is_valid_utf8(text)) return error(Code::text_not_utf8, "");
  // The parser takes a NUL for the end of its input and would not look at what comes after it.
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos)
    return error(Code::json_unreadable, "", {{"at", std::to_string(nul + 1)}});
  return std::nullopt;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, Issues& issues, JsonLimits limits) {
  auto issue = refused_bytes(text, limits);
  Json root;
  if (!issue) {
    Parser parser(text, limits);
    if (parser.parse(root)) return root;
    issue = std::move(parser.issue);
  }
  issues.push_back(*std::move(issue));
  return std::nullopt;
}

}  // namespace sidebill

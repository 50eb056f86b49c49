// JSON from front to back without a tree: for pages of a thousand records, of which each keeps a few fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/function_ref.h"
#include "core/base/issue.h"
#include "core/base/json.h"

namespace sidebill {

/// Stands before a value and moves past it. Whoever visits a member or an item takes its value, by one of the
/// calls below; what is not taken is skipped. After the first fault every call is false or empty, and
/// `finish` tells it.
///
/// Shape:  the text outlives the cursor
/// Source: RFC 8259; the same texts are JSON for parse_json and for this, which is what reads for it
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text, JsonLimits limits = {});

  /// What the value is that stands next.
  Json::Kind kind();

  /// Visits the members of an object, the items of an array. Values of other kinds are skipped and have none.
  void each_member(FunctionRef<void(std::string_view name)> visit);
  void each_item(FunctionRef<void()> visit);

  /// A string's text; valid until the next call. Values of other kinds are left where they are.
  std::optional<std::string_view> string();
  /// A number's digits as they were sent.
  std::optional<std::string_view> number();
  std::optional<bool> boolean();
  bool null();
  void skip();

  /// Nothing was wrong so far.
  bool good() const { return !issue_; }

  /// Where the cursor stands, to go back there and read the value once more.
  struct Place {
    std::size_t at, values, depth;
  };
  Place place() const { return {at_, values_, depth_}; }
  void go_back(const Place& place);
  /// Skips the value that stands next and gives its text, which is JSON; empty when it is not.
  std::string_view value_text();

  /// Nothing may stand behind the value. The issue that parse_json would give, or nullopt.
  std::optional<Issue> finish();

 private:
  bool broken() const { return issue_.has_value(); }
  void refuse(Code code, std::string_view name, std::size_t fact);
  void refuse_here();
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool next_is_digit() const { return next() >= '0' && next() <= '9'; }
  bool take(char wanted);
  bool expect(char wanted);
  void skip_space();
  bool count_value();
  bool enter(char open);
  bool more(bool& first, char close);
  bool read_word(std::string_view word);
  bool read_digits();
  std::string_view read_number();
  std::string_view read_string();
  bool read_escape();
  bool read_numbered();
  bool read_unit(char32_t& unit);

  std::string_view text_;
  JsonLimits limits_;
  std::size_t at_ = 0, values_ = 0, depth_ = 0;
  std::string unescaped_;
  std::optional<Issue> issue_;
};

}  // namespace sidebill

// JSON at the edge: texts in become a tree that is read with its path, values go out through a writer.
//
// Numbers keep the digits they were sent with, so no amount ever passes through binary floating point.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/function_ref.h"
#include "core/base/issue.h"

namespace sidebill {

/// The name of a member, as a literal or a string that outlives the call. One word wide on purpose: names are
/// given at a thousand calls, and each std::string_view among them would be six instructions of the shipped
/// module.
class Name {
 public:
  Name(const char* text) : text_(text) {}
  Name(const std::string& text) : text_(text.c_str()) {}
  operator std::string_view() const { return text_; }
  bool empty() const { return *text_ == '\0'; }

 private:
  const char* text_;
};

struct JsonMember;

/// One JSON value. Objects keep the order in which their members came; of a repeated name the last counts.
struct Json {
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool truth = false;               // boolean
  std::string text;                 // string: its UTF-8; number: its digits as sent
  std::vector<Json> items;          // array
  std::vector<JsonMember> members;  // object

  /// The member with this name, or nullptr (also when this is no object).
  const Json* find(Name name) const;
  bool is_null() const { return kind == Kind::null; }
  bool is_object() const { return kind == Kind::object; }
  bool is_array() const { return kind == Kind::array; }
  bool is_string() const { return kind == Kind::string; }
  bool is_number() const { return kind == Kind::number; }

  static Json string(const std::string& text);
  static Json string(const char* text);
  static Json string(std::string_view text);
  static Json number(std::int64_t value);
  static Json number(Decimal value);
  static Json boolean(bool value);
  static Json array();
  static Json object();
  /// Adds or replaces a member and returns this object, so that small objects read as one expression; one
  /// that is made in the expression is moved out of it.
  Json& set(Name name, Json value) &;
  Json&& set(Name name, Json value) &&;
};

/// A type of its own because std::pair cannot hold a Json inside the definition of Json.
struct JsonMember {
  std::string first;  // name
  Json second;        // value
};

inline Json&& Json::set(Name name, Json value) && { return std::move(set(name, std::move(value))); }

/// Objects are equal whatever the order of their members, numbers when their digits are.
bool operator==(const Json& left, const Json& right);
inline bool operator!=(const Json& left, const Json& right) { return !(left == right); }

/// The kind's name in a message: "object".
std::string_view kind_text(Json::Kind kind);

/// What a text may ask of us: a few bytes per value in a hostile text are a hundred in memory.
struct JsonLimits {
  std::size_t max_depth = 64;
  std::size_t max_bytes = std::size_t{32} * 1024 * 1024;
  std::size_t max_values = 2'000'000;
};

/// Parses one JSON text. A NUL byte, an unpaired surrogate, a comment or anything after the value is an
/// error.
///
/// Errors: nullopt and one issue (json-unreadable, json-too-deep, json-too-large, text-not-utf8) at path "";
///         its args: "at" the byte where reading stopped, or "limit"
std::optional<Json> parse_json(std::string_view text, Issues& issues, JsonLimits limits = {});

/// The value as compact JSON; members in their order, numbers as their digits. Always valid UTF-8.
std::string to_text(const Json& value);

/// The same with object members sorted by name: what is hashed.
std::string canonical_text(const Json& value);

/// Appends the text as a JSON string.
void append_json_string(std::string& out, std::string_view text);

/// Reads an object's fields, checking types and noting what is wrong with its path; never throws.
/// A missing or null field reads as nullopt without an issue unless `required` is asked for, and so does ""
/// where a number, a date or a truth value is asked for: HubSpot clears a property by making it "".
class Reader {
 public:
  Reader(const Json& value, std::string path, Issues& issues);

  bool exists(Name name) const;  // present and not null
  const std::string& path() const { return path_; }
  std::string path_of(Name name) const;  // RFC 6901, name escaped
  const Json& value() const { return *value_; }

  /// Strings; numbers and booleans are not turned into text.
  std::optional<std::string> text(Name name) const;
  /// A string or a number, as its text: ids arrive as either.
  std::optional<std::string> id(Name name) const;
  std::optional<bool> boolean(Name name) const;          // true/false, or "true"/"false"
  std::optional<std::int64_t> integer(Name name) const;  // a number or its text
  std::optional<Decimal> decimal(Name name) const;       // a number or its text; else amount-unreadable
  std::optional<Date> date(Name name) const;             // YYYY-MM-DD; else date-unreadable
  std::string text_or(Name name, const char* fallback = "") const;
  bool boolean_or(Name name, bool fallback) const;

  /// As above, and field-missing when it is not there.
  std::optional<std::string> required_text(Name name) const;
  std::optional<std::string> required_id(Name name) const;

  /// The object or array under a name; a reader over null when missing or of another type.
  Reader object(Name name) const;
  void each(Name name, FunctionRef<void(const Reader&)> visit) const;
  /// The strings of the array under a name.
  std::vector<std::string> texts(Name name) const;
  /// The elements of this value, when it is an array.
  void each(FunctionRef<void(const Reader&)> visit) const;
  /// An error at the field of this name, at this value itself when the name is "".
  void note(Code code, Name name, std::map<std::string, std::string> args = {}) const;
  Issues& issues() const { return *issues_; }

 private:
  const Json& field(Name name) const;  // null when missing
  void note_wrong_type(Name name, const Json& value, std::string_view expected) const;

  const Json* value_;
  std::string path_;
  Issues* issues_;
};

}  // namespace sidebill

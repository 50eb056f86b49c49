#include <algorithm>
#include <cassert>

#include "core/base/json.h"
#include "core/base/order.h"
#include "core/base/plain_text.h"
#include "core/base/text.h"

namespace sidebill {
namespace {

Json of_kind(Json::Kind kind) {
  Json value;
  value.kind = kind;
  return value;
}

Json number_of(std::string digits) {
  Json value = of_kind(Json::Kind::number);
  value.text = std::move(digits);
  return value;
}

std::vector<const JsonMember*> members_of(const Json& object) {
  std::vector<const JsonMember*> members;
  members.reserve(object.members.size());
  for (const JsonMember& member : object.members) members.push_back(&member);
  return members;
}

std::vector<const JsonMember*> sorted_members(const Json& object) {
  auto members = members_of(object);
  sort_by(members, [](const JsonMember* a, const JsonMember* b) { return a->first < b->first; });
  return members;
}

/// What stands after the backslash for this character, or 0 when it needs none or has only its number.
char short_escape(char c) {
  switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
  }
}

void append_escape(std::string& out, char c) {
  if (const char escape = short_escape(c)) {
    out.push_back('\\');
    out.push_back(escape);
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  out.append("\\u00");
  out.push_back("0123456789abcdef"[byte >> 4]);
  out.push_back("0123456789abcdef"[byte & 0xF]);
}

using MemberOrder = std::vector<const JsonMember*> (*)(const Json& object);

void write(const Json& value, MemberOrder order, std::string& out);

void write_array(const Json& value, MemberOrder order, std::string& out) {
  out.push_back('[');
  bool first = true;
  for (const Json& item : value.items) {
    if (!first) out.push_back(',');
    first = false;
    write(item, order, out);
  }
  out.push_back(']');
}

void write_object(const Json& value, MemberOrder order, std::string& out) {
  out.push_back('{');
  bool first = true;
  for (const JsonMember* member : order(value)) {
    if (!first) out.push_back(',');
    first = false;
    append_json_string(out, member->first);
    out.push_back(':');
    write(member->second, order, out);
  }
  out.push_back('}');
}

void write(const Json& value, MemberOrder order, std::string& out) {
  switch (value.kind) {
    case Json::Kind::null: out.append("null"); return;
    case Json::Kind::boolean: out.append(value.truth ? "true" : "false"); return;
    case Json::Kind::number: out.append(value.text); return;
    case Json::Kind::string: append_json_string(out, value.text); return;
    case Json::Kind::array: write_array(value, order, out); return;
    case Json::Kind::object: write_object(value, order, out); return;
  }
}

std::string written(const Json& value, MemberOrder order) {
  std::string out;
  write(value, order, out);
  return is_valid_utf8(out) ? out : replace_invalid_utf8(out);
}

bool same_members(const Json& left, const Json& right) {
  if (left.members.size() != right.members.size()) return false;
  const auto left_members = sorted_members(left);
  const auto right_members = sorted_members(right);
  return std::equal(left_members.begin(), left_members.end(), right_members.begin(),
                    [](const JsonMember* a, const JsonMember* b) {
                      return a->first == b->first && a->second == b->second;
                    });
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  for (std::size_t at = 0;;) {
    const std::size_t end = end_of_plain_text(text, at);
    out.append(text, at, end - at);
    if (end == text.size()) break;
    append_escape(out, text[end]);
    at = end + 1;
  }
  out.push_back('"');
}

const Json* Json::find(Name name) const {
  const std::string_view wanted = name;
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const JsonMember& member) { return member.first == wanted; });
  return found == members.end() ? nullptr : &found->second;
}

Json Json::string(std::string_view text) {
  Json value = of_kind(Kind::string);
  value.text = std::string(text);
  return value;
}

Json Json::string(const std::string& text) { return string(std::string_view(text)); }

Json Json::string(const char* text) { return string(std::string_view(text)); }

Json Json::number(std::int64_t value) { return number_of(std::to_string(value)); }

Json Json::number(Decimal value) { return number_of(to_text(value)); }

Json Json::boolean(bool value) {
  Json json = of_kind(Kind::boolean);
  json.truth = value;
  return json;
}

Json Json::array() { return of_kind(Kind::array); }

Json Json::object() { return of_kind(Kind::object); }

Json& Json::set(Name name, Json value) & {
  assert(is_object());
  const std::string_view wanted = name;
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const JsonMember& member) { return member.first == wanted; });
  if (found == members.end()) {
    members.push_back({std::string(wanted), std::move(value)});
  } else {
    found->second = std::move(value);
  }
  return *this;
}

bool operator==(const Json& left, const Json& right) {
  if (left.kind != right.kind) return false;
  switch (left.kind) {
    case Json::Kind::null: return true;
    case Json::Kind::boolean: return left.truth == right.truth;
    case Json::Kind::number:
    case Json::Kind::string: return left.text == right.text;
    case Json::Kind::array: return left.items == right.items;
    case Json::Kind::object: return same_members(left, right);
  }
  return false;
}

std::string to_text(const Json& value) { return written(value, members_of); }

std::string canonical_text(const Json& value) { return written(value, sorted_members); }

}  // namespace sidebill

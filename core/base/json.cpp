#include "core/base/json.h"

#include <algorithm>

#include "core/base/json_cursor.h"
#include "core/base/order.h"

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

/// Takes the value that the cursor stands before into a tree.
void take_value(JsonCursor& in, Json& value);

void take_object(JsonCursor& in, Json& object) {
  object = Json::object();
  in.each_member([&](std::string_view name) {
    JsonMember& member = object.members.emplace_back();
    member.first = name;
    take_value(in, member.second);
  });
  keep_last_of_repeated(object.members);
}

void take_array(JsonCursor& in, Json& array) {
  array = Json::array();
  in.each_item([&] { take_value(in, array.items.emplace_back()); });
}

void take_text(Json& value, Json::Kind kind, std::optional<std::string_view> text) {
  value.kind = kind;
  if (text) value.text = *text;
}

void take_value(JsonCursor& in, Json& value) {
  const Json::Kind kind = in.kind();
  switch (kind) {
    case Json::Kind::object: return take_object(in, value);
    case Json::Kind::array: return take_array(in, value);
    case Json::Kind::string: return take_text(value, kind, in.string());
    case Json::Kind::number: return take_text(value, kind, in.number());
    case Json::Kind::boolean: value = Json::boolean(in.boolean().value_or(false)); return;
    case Json::Kind::null: in.null(); return;
  }
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, Issues& issues, JsonLimits limits) {
  JsonCursor in(text, limits);
  Json root;
  take_value(in, root);
  auto issue = in.finish();
  if (!issue) return root;
  issues.push_back(*std::move(issue));
  return std::nullopt;
}

}  // namespace sidebill

#include "core/operations/follow_source.h"

#include "core/operations/choices_json.h"

namespace sidebill {

namespace {

/// The line of this source; nullptr for lines added by hand.
const Json* line_of(const Json& choices, const Json& line) {
  const Json* lines = choices.find("lines");
  const Json* source = line.find("source_id");
  if (lines == nullptr || source == nullptr || source->text.empty()) return nullptr;
  for (const Json& one : lines->items) {
    const Json* id = one.find("source_id");
    if (id != nullptr && id->text == source->text) return &one;
  }
  return nullptr;
}

/// Field by field.
Json follow_fields(const Json& mine, const Json& before, const Json& after) {
  Json followed = mine;
  for (auto& [name, value] : followed.members) {
    const Json* was = before.find(name);
    const Json* is = after.find(name);
    if (was != nullptr && is != nullptr && value == *was) value = *is;
  }
  return followed;
}

Json follow_lines(const Json& mine, const Json& before, const Json& after) {
  Json lines = Json::array();
  for (const Json& line : mine.find("lines")->items) {
    const Json* was = line_of(before, line);
    const Json* is = line_of(after, line);
    if (was != nullptr && is == nullptr && line == *was) continue;
    lines.items.push_back(was != nullptr && is != nullptr ? follow_fields(line, *was, *is) : line);
  }
  for (const Json& line : after.find("lines")->items) {
    if (line_of(before, line) == nullptr && line_of(mine, line) == nullptr) lines.items.push_back(line);
  }
  return lines;
}

}  // namespace

Choices follow_source(const Choices& mine, const Choices& before, const Choices& after) {
  const Json own = choices_json(mine);
  const Json was = choices_json(before);
  const Json is = choices_json(after);
  if (was == is) return mine;
  Json followed = follow_fields(own, was, is);
  followed.set("lines", follow_lines(own, was, is));
  Issues unread;  // written by choices_json just now
  return read_choices(followed, "", unread).value_or(mine);
}

}  // namespace sidebill

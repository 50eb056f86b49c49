// Bad data made out of good data: every value of a document in turn replaced by each of a list of wrong ones.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"

namespace sidebill::hostile {

inline Json parsed(const std::string& text) {
  Issues issues;
  return parse_json(text, issues).value();
}

/// Wrong types, absurd numbers, HTML, a text longer than any field, nesting.
inline const std::vector<Json>& values() {
  static const std::vector<Json> list = [] {
    std::vector<Json> all;
    for (const char* text :
         {"null", "true", "0", "-1", "1e300", "99999999999999999999", "0.0000000000000000001", "\"\"",
          "\"NaN\"", "\"<script>alert(1)</script>\"", "\"2026-02-30\"", "[]", "{}", "[[1]]",
          "{\"value\":{\"value\":1}}", "[null,7,\"x\"]"}) {
      all.push_back(parsed(text));
    }
    all.push_back(Json::string(std::string(300'000, 'x')));
    return all;
  }();
  return list;
}

inline void each_place(Json& value, const std::function<void(Json&)>& visit) {
  for (auto& [name, member] : value.members) {
    visit(member);
    each_place(member, visit);
  }
  for (Json& item : value.items) {
    visit(item);
    each_place(item, visit);
  }
}

/// Calls `visit` with every document that differs from the good one in one place; counts them.
inline int each_mutation(const std::string& good, const std::function<void(const std::string& text)>& visit) {
  int count = 0;
  Json document = parsed(good);
  std::vector<Json*> places;
  each_place(document, [&](Json& place) { places.push_back(&place); });
  for (Json* place : places) {
    Json before;
    std::swap(before, *place);  // moved and moved back, so that places inside it stay where they are
    for (const Json& wrong : values()) {
      *place = wrong;
      visit(to_text(document));
      ++count;
    }
    std::swap(before, *place);
  }
  return count;
}

}  // namespace sidebill::hostile

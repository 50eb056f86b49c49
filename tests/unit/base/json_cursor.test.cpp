#include "core/base/json_cursor.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sidebill;

namespace {

/// The names of an object's members and what `kept` holds, everything else skipped.
struct Kept {
  std::vector<std::string> names;
  std::string text;
};

Kept keep(std::string_view page, std::string_view wanted) {
  Kept kept;
  JsonCursor in(page);
  in.each_member([&](std::string_view name) {
    kept.names.emplace_back(name);
    if (name == wanted) kept.text = in.string().value_or("");
  });
  CHECK_FALSE(in.finish());
  return kept;
}

std::optional<Issue> fault_of(std::string_view text, JsonLimits limits = {}) {
  JsonCursor in(text, limits);
  in.skip();
  return in.finish();
}

}  // namespace

TEST_CASE("json cursor: what is not taken is skipped, whatever it holds") {
  const Kept kept = keep(
      R"( {"a": [1, {"b": "]}"}], "wanted": "yes", "c": {"d": [[]]}, "e": "\"}", "f": null} )", "wanted");
  CHECK(kept.names == std::vector<std::string>{"a", "wanted", "c", "e", "f"});
  CHECK(kept.text == "yes");
}

TEST_CASE("json cursor: strings are the text itself, and spelled out where something is escaped") {
  struct Row {
    const char* json;
    const char* text;
  };
  for (const Row& row :
       {Row{R"("plain")", "plain"}, Row{R"("")", ""}, Row{R"("a\"b\\c\/d\n")", "a\"b\\c/d\n"},
        Row{R"("\u00e5ngstr\u00f6m")", "ångström"}, Row{R"("\ud83d\ude00!")", "😀!"}}) {
    CAPTURE(row.json);
    JsonCursor in(row.json);
    CHECK(in.string() == std::string_view(row.text));
    CHECK_FALSE(in.finish());
  }
}

TEST_CASE("json cursor: a value of another kind stays where it is") {
  JsonCursor in(R"(["text", 12.50, true, null, {}])");
  std::vector<Json::Kind> kinds;
  in.each_item([&] {
    kinds.push_back(in.kind());
    if (kinds.size() == 1) {
      CHECK_FALSE(in.number());
      CHECK_FALSE(in.boolean());
      CHECK_FALSE(in.null());
      CHECK(in.string() == std::string_view("text"));
    } else if (kinds.size() == 2) {
      CHECK_FALSE(in.string());
      CHECK(in.number() == std::string_view("12.50"));
    }
  });
  CHECK(kinds == std::vector<Json::Kind>{Json::Kind::string, Json::Kind::number, Json::Kind::boolean,
                                         Json::Kind::null, Json::Kind::object});
  CHECK_FALSE(in.finish());
}

TEST_CASE("json cursor: members and items of what has none are not visited") {
  for (const char* text : {"[]", "12", "\"text\"", "null", "true", "{}"}) {
    CAPTURE(text);
    JsonCursor in(text);
    in.each_member([](std::string_view) { CHECK(false); });
    CHECK_FALSE(in.finish());
  }
}

TEST_CASE("json cursor: refuses what parse_json refuses, with the same issue") {
  const char* texts[] = {"",
                         "{",
                         "[1,]",
                         "{\"a\":}",
                         "{\"a\" 1}",
                         "{,}",
                         "[1 2]",
                         "01",
                         "1.",
                         "-",
                         "1e",
                         "tru",
                         "nul",
                         "\"a",
                         "\"\\x\"",
                         "\"\\u12\"",
                         "\"\x01\"",
                         "\"\\ud800\"",
                         "\"\\udc00\"",
                         "\"\\ud800\\u0041\"",
                         "1 1",
                         "{}{}",
                         "[[[",
                         "\xFF",
                         "{\"a\":1,}",
                         "[\"\\ud800\\u0000\"]"};
  for (const char* text : texts) {
    CAPTURE(text);
    Issues issues;
    CHECK_FALSE(parse_json(text, issues));
    REQUIRE(issues.size() == 1);
    const auto fault = fault_of(text);
    REQUIRE(fault);
    CHECK(fault->code == issues[0].code);
    CHECK(fault->args == issues[0].args);
  }
}

TEST_CASE("json cursor: limits hold for what is skipped as well") {
  CHECK(fault_of("[[[]]]", {.max_depth = 2})->code == Code::json_too_deep);
  CHECK_FALSE(fault_of("[[]]", {.max_depth = 2}));
  CHECK(fault_of("[1,2,3]", {.max_values = 3})->code == Code::json_too_large);
  CHECK_FALSE(fault_of("[1,2]", {.max_values = 3}));
  CHECK(fault_of("[1,2]", {.max_bytes = 4})->code == Code::json_too_large);
  CHECK(fault_of(std::string_view("[1,\0 2]", 7))->code == Code::json_unreadable);
}

TEST_CASE("json cursor: after a fault nothing is visited any more") {
  JsonCursor in(R"({"a": [1, x, 2], "b": "never"})");
  std::vector<std::string> names;
  int items = 0;
  in.each_member([&](std::string_view name) {
    names.emplace_back(name);
    in.each_item([&] { ++items; });
    CHECK_FALSE(in.string());
  });
  CHECK(names == std::vector<std::string>{"a"});
  CHECK(items == 2);
  CHECK(in.finish()->args.at("at") == "11");
}

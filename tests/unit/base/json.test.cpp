#include "core/base/json.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/text.h"
#include "tests/unit/base/show.h"

using namespace sidebill;

namespace {

Json parsed(const std::string& text) {
  Issues issues;
  return parse_json(text, issues).value();
}

/// The text again as written, or the issues that kept it from being read.
std::string reread(const std::string& text, JsonLimits limits = {}) {
  Issues issues;
  const auto value = parse_json(text, issues, limits);
  return value ? to_text(*value) : show::text(issues);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

struct Row {
  std::string text;
  std::string expected;
};

const std::string unreadable = "json-unreadable ";

}  // namespace

TEST_CASE("json: values come back as they were sent") {
  for (const Row& row : {
           Row{"null", "null"},
           Row{" true ", "true"},
           Row{"false", "false"},
           Row{"\"\"", "\"\""},
           Row{"[]", "[]"},
           Row{"{}", "{}"},
           Row{"[1, [2], {\"a\" : null}]", "[1,[2],{\"a\":null}]"},
           Row{"{\"b\":1,\"a\":2}", "{\"b\":1,\"a\":2}"},
           Row{"{\"\":1}", "{\"\":1}"},
           Row{"\"\\u00e9\\u20ac\\ud83d\\ude00\"", "\"é€😀\""},
           Row{"\"\\/\"", "\"/\""},
           Row{"\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\\"", "\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\\""},
           Row{"\"\x7f\u2028\"", "\"\x7f\u2028\""},
           Row{"\"<script>\"", "\"<script>\""},
           Row{"\xEF\xBB\xBF[1]", "[1]"},
       }) {
    CAPTURE(row.text);
    CHECK(reread(row.text) == row.expected);
  }
}

TEST_CASE("json: numbers keep their digits") {
  for (const Row& row : {
           Row{"0", "0"},
           Row{"12.50", "12.50"},
           Row{"0.1", "0.1"},
           Row{"1861.075", "1861.075"},
           Row{"-1.0", "-1.0"},
           Row{"9223372036854775807", "9223372036854775807"},
           Row{"-9223372036854775808", "-9223372036854775808"},
           Row{"18446744073709551615", "18446744073709551615"},
           Row{"18446744073709551616", "18446744073709551616"},
           Row{"123456789012345678901234567890", "123456789012345678901234567890"},
           Row{"1e-7", "1e-7"},
           Row{"1E+2", "1E+2"},
           Row{"0.10000000000000000001", "0.10000000000000000001"},
           Row{"1e400", "1e400"},
           Row{"-0", "-0"},
           Row{"1e", unreadable},
           Row{"1.e1", unreadable},
           Row{"--1", unreadable},
           Row{"01", unreadable},
           Row{"1.", unreadable},
           Row{".5", unreadable},
           Row{"+1", unreadable},
           Row{"NaN", unreadable},
           Row{"Infinity", unreadable},
           Row{"-", unreadable},
           Row{"0x10", unreadable},
       }) {
    CAPTURE(row.text);
    CHECK(reread(row.text) == row.expected);
  }
}

TEST_CASE("json: what is no JSON text is one issue at the root") {
  for (const std::string& text : {
           std::string(""),
           std::string(" "),
           std::string("{"),
           std::string("[1,]"),
           std::string("{\"a\":}"),
           std::string("{\"a\" 1}"),
           std::string("{a:1}"),
           std::string("{'a':1}"),
           std::string("\"open"),
           std::string("[1] 2"),
           std::string("{} {}"),
           std::string("// note\n1"),
           std::string("/* note */ 1"),
           std::string("tru"),
           std::string("\"tab\there\""),
           std::string("\"line\nbreak\""),
           std::string("\"\\x41\""),
           std::string("\"\\u12\""),
           std::string("\"\\ud800\""),
           std::string("\"\\udc00\""),
           std::string("\"\\ud800\\u0041\""),
           std::string("\"\\ud800x\""),
           std::string("{\"a\":1}\0", 8),
           std::string("{\"a\":1}\0{", 9),
           std::string("\"a\0b\"", 5),
           std::string("\0", 1),
           std::string("[1}"),
           std::string("]"),
           std::string("<html>"),
           std::string("{\"a\":1"),
       }) {
    CAPTURE(text);
    CHECK(reread(text) == unreadable);
  }
}

TEST_CASE("json: an unreadable text names the byte where reading stopped") {
  Issues issues;
  CHECK_FALSE(parse_json("{\"a\": !}", issues).has_value());
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].args.at("at") == "7");
}

TEST_CASE("json: bytes that are no UTF-8 are told apart from bad JSON") {
  for (const std::string text :
       {"\"\xFF\"", "\"\xC3\"", "\"\xED\xA0\x80\"", "{\"\x80\":1}", "\"\xE9t\xE9\"", "\"\xC0\x80\""}) {
    CAPTURE(text);
    CHECK(reread(text) == "text-not-utf8 ");
  }
}

TEST_CASE("json: nesting is allowed to its limit and no deeper") {
  CHECK(reread(repeated("[", 64) + repeated("]", 64)) == repeated("[", 64) + repeated("]", 64));
  CHECK(reread(repeated("[", 65) + repeated("]", 65)) == "json-too-deep ");
  CHECK(reread(repeated("{\"a\":", 65) + "1" + repeated("}", 65)) == "json-too-deep ");
  CHECK(reread(repeated("[", 5'000'000)) == "json-too-deep ");
  CHECK(reread("[[1]]", {.max_depth = 1}) == "json-too-deep ");
  CHECK(reread("[1]", {.max_depth = 1}) == "[1]");
  CHECK(reread("1", {.max_depth = 0}) == "1");
  CHECK(reread("[" + repeated("[[]],", 1000) + "[]]", {.max_depth = 3}).size() == 5004);
}

TEST_CASE("json: texts and trees larger than their limits are refused before they take memory") {
  CHECK(reread("[1,2]", {.max_bytes = 4}) == "json-too-large ");
  CHECK(reread("[1,2]", {.max_bytes = 5}) == "[1,2]");
  CHECK(reread("[1,2]", {.max_values = 2}) == "json-too-large ");
  CHECK(reread("[1,2]", {.max_values = 3}) == "[1,2]");
  CHECK(reread("[" + repeated("[],", 2'000'000) + "1]") == "json-too-large ");
  CHECK(reread(std::string(33 * 1024 * 1024, ' ')) == "json-too-large ");
}

TEST_CASE("json: a string of ten megabytes is read") {
  const std::string text = "\"" + std::string(10'000'000, 'x') + "\"";
  CHECK(reread(text) == text);
}

TEST_CASE("json: of a repeated name the last value counts, at the first one's place") {
  for (const Row& row : {
           Row{"{\"a\":1,\"a\":2}", "{\"a\":2}"},
           Row{"{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}"},
           Row{"{\"a\":1,\"a\":null}", "{\"a\":null}"},
           Row{"{\"a\":{\"x\":1},\"a\":{\"y\":2}}", "{\"a\":{\"y\":2}}"},
           Row{"{\"a\":1,\"\\u0061\":2}", "{\"a\":2}"},
           Row{"{\"c\":1,\"b\":1,\"c\":2,\"b\":2,\"c\":3,\"a\":0}", "{\"c\":3,\"b\":2,\"a\":0}"},
       }) {
    CAPTURE(row.text);
    CHECK(reread(row.text) == row.expected);
  }
}

TEST_CASE("json: many names of one object do not slow reading down") {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i)
    text += "\"n" + std::to_string(i % 100'000) + "\":" + std::to_string(i) + ",";
  text += "\"last\":0}";
  const Json value = parsed(text);
  CHECK(value.members.size() == 100'001);
  CHECK(value.find("n0")->text == "100000");
}

TEST_CASE("json: values are built and written as one expression") {
  const Json value = Json::object()
                         .set("text", Json::string("a\"b"))
                         .set("amount", Json::number(Decimal{1250, 2}))
                         .set("count", Json::number(std::int64_t{-3}))
                         .set("yes", Json::boolean(true))
                         .set("list", Json::array())
                         .set("nothing", Json{})
                         .set("count", Json::number(std::int64_t{4}));
  CHECK(to_text(value) == R"({"text":"a\"b","amount":12.50,"count":4,"yes":true,"list":[],"nothing":null})");
}

TEST_CASE("json: what is written is valid UTF-8, whatever was put in") {
  CHECK(to_text(Json::string("a\xFFz")) == "\"a\xEF\xBF\xBDz\"");
  CHECK(to_text(Json::object().set("\xC3", Json::string("\xED\xA0\x80"))) ==
        "{\"\xEF\xBF\xBD\":\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"}");
  CHECK(to_text(Json::string("\xC3")) == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("json: the canonical text does not depend on the order of members") {
  for (const Row& row : {
           Row{R"({"b":1,"a":{"d":[{"z":1,"y":2}],"c":null}})",
               R"({"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1})"},
           Row{R"([3,1,2])", "[3,1,2]"},
           Row{R"({"é":1,"z":2,"":3})", R"({"":3,"z":2,"é":1})"},
           Row{"1.50", "1.50"},
       }) {
    CAPTURE(row.text);
    CHECK(canonical_text(parsed(row.text)) == row.expected);
  }
}

TEST_CASE("json: values are equal by content, not by the order of members") {
  struct Compared {
    std::string left, right;
    bool expected;
  };
  for (const Compared& row : {
           Compared{R"({"a":1,"b":[2]})", R"({"b":[2],"a":1})", true},
           Compared{R"({"a":1})", R"({"a":1,"b":null})", false},
           Compared{R"({"a":1})", R"({"b":1})", false},
           Compared{"[1,2]", "[2,1]", false},
           Compared{"1", "\"1\"", false},
           Compared{"1.5", "1.50", false},
           Compared{"null", "false", false},
           Compared{"true", "true", true},
           Compared{"{}", "[]", false},
           Compared{"null", "null", true},
           Compared{"\"a\"", "\"A\"", false},
       }) {
    CAPTURE(row.left);
    CAPTURE(row.right);
    CHECK((parsed(row.left) == parsed(row.right)) == row.expected);
    CHECK((parsed(row.right) != parsed(row.left)) == !row.expected);
  }
}

TEST_CASE("json: members are found in objects only") {
  CHECK(parsed(R"({"a":1})").find("a") != nullptr);
  CHECK(parsed(R"({"a":1})").find("b") == nullptr);
  CHECK(parsed("[1]").find("0") == nullptr);
  CHECK(parsed("null").find("") == nullptr);
}

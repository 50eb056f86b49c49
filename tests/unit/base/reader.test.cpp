#include "core/base/json.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "core/base/text.h"
#include "tests/unit/base/show.h"

using namespace sidebill;

namespace {

Json parsed(const std::string& text) {
  Issues issues;
  return parse_json(text, issues).value();
}

/// What reading the field "f" of `{"f": value}` gives, with the issues it leaves.
std::string read(const std::string& value, const std::function<std::string(const Reader&)>& field) {
  Issues issues;
  const Json object = parsed("{\"f\":" + value + "}");
  const std::string result = field(Reader(object, "/doc", issues));
  return issues.empty() ? result : result + " | " + show::text(issues);
}

struct Row {
  std::string value;
  std::string expected;
};

const std::string wrong_type = "none | field-wrong-type /doc/f";

}  // namespace

TEST_CASE("reader: a text is a string and nothing else") {
  for (const Row& row : {Row{"\"a\"", "a"}, Row{"\"\"", ""}, Row{"null", "none"}, Row{"1", wrong_type},
                         Row{"true", wrong_type}, Row{"{}", wrong_type}, Row{"[\"a\"]", wrong_type}}) {
    CAPTURE(row.value);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.text("f")); }) == row.expected);
  }
}

TEST_CASE("reader: an id is a string or a number, with all its digits") {
  for (const Row& row :
       {Row{"\"0012\"", "0012"}, Row{"12345678901234567890", "12345678901234567890"}, Row{"null", "none"},
        Row{"true", wrong_type}, Row{"[1]", wrong_type}, Row{"{\"value\":1}", wrong_type}}) {
    CAPTURE(row.value);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.id("f")); }) == row.expected);
  }
}

TEST_CASE("reader: a truth value may come as text") {
  for (const Row& row : {Row{"true", "true"}, Row{"\"false\"", "false"}, Row{"\"true\"", "true"},
                         Row{"null", "none"}, Row{"\"\"", "none"}, Row{"\"TRUE\"", wrong_type},
                         Row{"\"yes\"", wrong_type}, Row{"1", wrong_type}, Row{"[]", wrong_type}}) {
    CAPTURE(row.value);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.boolean("f")); }) == row.expected);
  }
}

TEST_CASE("reader: an integer is whole, however it is written") {
  for (const Row& row : {Row{"5", "5"}, Row{"\"5\"", "5"}, Row{"5.00", "5"}, Row{"1e3", "1000"},
                         Row{"-9223372036854775808", "-9223372036854775808"}, Row{"\"\"", "none"},
                         Row{"null", "none"}, Row{"5.5", wrong_type}, Row{"9223372036854775808", wrong_type},
                         Row{"\"five\"", wrong_type}, Row{"true", wrong_type}, Row{"1e300", wrong_type}}) {
    CAPTURE(row.value);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.integer("f")); }) == row.expected);
  }
}

TEST_CASE("reader: an amount is read exactly, or is an issue with its text") {
  const std::string unreadable = "none | amount-unreadable /doc/f";
  for (const Row& row :
       {Row{"12.50", "12.50"}, Row{"\"12.50\"", "12.50"}, Row{"1e-7", "0.0000001"},
        Row{"\"1.0E7\"", "10000000"}, Row{"0.1", "0.1"}, Row{"null", "none"}, Row{"\"\"", "none"},
        Row{"\"1,5\"", unreadable}, Row{"\" 1\"", unreadable}, Row{"\"12 USD\"", unreadable},
        Row{"true", unreadable}, Row{"{}", unreadable}, Row{"1e300", unreadable}, Row{"1e-30", unreadable},
        Row{"99999999999999999999", unreadable}}) {
    CAPTURE(row.value);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.decimal("f")); }) == row.expected);
  }
}

TEST_CASE("reader: an issue shows no more of a text than a sentence can hold") {
  Issues issues;
  const Json object = parsed("{\"f\":\"" + std::string(10'000'000, 'x') + "\"}");
  CHECK_FALSE(Reader(object, "", issues).decimal("f").has_value());
  REQUIRE(issues.size() == 1);
  CHECK(code_points(issues[0].args.at("text")) == 80);
}

TEST_CASE("reader: a date is a day as written, never a timestamp moved by its zone") {
  const std::string unreadable = "none | date-unreadable /doc/f";
  for (const Row& row : {Row{"\"2026-01-31\"", "2026-01-31"}, Row{"null", "none"}, Row{"\"\"", "none"},
                         Row{"\"31.01.2026\"", unreadable}, Row{"\"2026-02-30\"", unreadable},
                         Row{"\"2026-01-31T23:59:00Z\"", unreadable}, Row{"1769904000000", unreadable},
                         Row{"false", unreadable}}) {
    CAPTURE(row.value);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.date("f")); }) == row.expected);
  }
}

TEST_CASE("reader: fallbacks stand in for missing fields, and wrong types are still told") {
  const auto text = [](const Reader& in) { return in.text_or("f", "other"); };
  const auto truth = [](const Reader& in) { return show::text(in.boolean_or("f", true)); };
  CHECK(read("\"a\"", text) == "a");
  CHECK(read("null", text) == "other");
  CHECK(read("1", text) == "other | field-wrong-type /doc/f");
  CHECK(read("false", truth) == "false");
  CHECK(read("null", truth) == "true");
  CHECK(read("[]", truth) == "true | field-wrong-type /doc/f");
}

TEST_CASE("reader: a required field that is missing is one issue, of the wrong type one other") {
  const std::string missing = "none | field-missing /doc/f";
  for (const Row& row : {Row{"\"a\"", "a"}, Row{"null", missing}, Row{"{}", wrong_type}}) {
    CAPTURE(row.value);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.required_text("f")); }) ==
          row.expected);
    CHECK(read(row.value, [](const Reader& in) { return show::text(in.required_id("f")); }) == row.expected);
  }
  CHECK(read("1", [](const Reader& in) { return show::text(in.required_text("g")); }) ==
        "none | field-missing /doc/g");
  CHECK(read("1", [](const Reader& in) { return show::text(in.required_id("f")); }) == "1");
}

TEST_CASE("reader: paths escape what a JSON Pointer must escape") {
  Issues issues;
  const Json nothing;
  const Reader in(nothing, "/a", issues);
  CHECK(in.path_of("b") == "/a/b");
  CHECK(in.path_of("b/c") == "/a/b~1c");
  CHECK(in.path_of("~") == "/a/~0");
  CHECK(in.path_of("~1") == "/a/~01");
  CHECK(in.path_of("") == "/a/");
  CHECK(in.path_of("é") == "/a/é");
}

TEST_CASE("reader: inner objects and arrays are read with their own paths") {
  Issues issues;
  const Json json = parsed(R"({"Line":[{"Amount":"x"},{"Amount":1},7],"Ref":{"value":true},"Name":"n"})");
  const Reader in(json, "", issues);
  std::string amounts;
  in.each("Line", [&](const Reader& line) { amounts += show::text(line.decimal("Amount")) + ";"; });
  CHECK(amounts == "none;1;none;");
  CHECK(show::text(in.object("Ref").text("value")) == "none");
  CHECK(show::text(in.object("Missing").object("Deeper").text("value")) == "none");
  CHECK(show::text(in.object("Name").text("value")) == "none");
  CHECK(in.object("Line").value().is_array());
  CHECK(show::text(issues) ==
        "amount-unreadable /Line/0/Amount, field-wrong-type /Ref/value, field-wrong-type /Name");
}

TEST_CASE("reader: what is no array has no elements") {
  struct Visited {
    std::string json;
    std::string issues;
  };
  for (const Visited& row :
       {Visited{R"({"a":{}})", "field-wrong-type /a"}, Visited{R"({"a":"x"})", "field-wrong-type /a"},
        Visited{R"({"a":null})", "none"}, Visited{R"({})", "none"}, Visited{R"({"a":[]})", "none"},
        Visited{R"([1])", "none"}}) {
    CAPTURE(row.json);
    Issues issues;
    const Json json = parsed(row.json);
    int visits = 0;
    Reader(json, "", issues).each("a", [&](const Reader&) { ++visits; });
    CHECK(visits == 0);
    CHECK(show::text(issues) == row.issues);
  }
}

TEST_CASE("reader: an array's own elements are visited in order") {
  Issues issues;
  const Json json = parsed("[{\"a\":1},{\"a\":2}]");
  std::string seen;
  Reader(json, "/list", issues).each([&](const Reader& item) {
    seen += item.path() + "=" + item.id("a").value() + " ";
  });
  CHECK(seen == "/list/0=1 /list/1=2 ");
  CHECK(issues.empty());
}

TEST_CASE("reader: a note lands at the field, or at the value itself") {
  Issues issues;
  const Json json = parsed(R"({"a":1})");
  const Reader in(json, "/doc", issues);
  in.note(Code::currency_unknown, "a", {{"text", "XYZ"}});
  in.note(Code::field_missing, "");
  CHECK(show::text(issues) == "currency-unknown /doc/a, field-missing /doc");
  CHECK(in.exists("a"));
  CHECK_FALSE(in.exists("b"));
}

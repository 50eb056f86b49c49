#include "core/base/issue.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace sidebill;

namespace {

const std::string_view texts[] = {
#define SIDEBILL_CODE(name, text) code_text(Code::name),
#include "core/base/issue_codes.h"
#undef SIDEBILL_CODE
};

}  // namespace

TEST_CASE("issue: every code has a text of its own, lower case words with dashes") {
  std::set<std::string_view> seen;
  for (const std::string_view text : texts) {
    CAPTURE(std::string(text));
    CHECK(!text.empty());
    CHECK(seen.insert(text).second);
    CHECK(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
  }
}

TEST_CASE("issue: a code's text is the one its name says") {
  CHECK(code_text(Code::amount_unreadable) == "amount-unreadable");
  CHECK(code_text(Code::text_outside_latin1) == "text-outside-latin1");
}

TEST_CASE("issue: warnings alone are no errors") {
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning(Code::email_missing, "/email")}));
  CHECK(has_errors({warning(Code::email_missing, "/email"), error(Code::lines_missing, "/lines")}));
}

TEST_CASE("issue: an issue keeps its place and its facts") {
  const Issue issue = error(Code::amount_unreadable, "/lines/2/quantity", {{"text", "1,5"}});
  CHECK(issue.severity == Severity::error);
  CHECK(issue.path == "/lines/2/quantity");
  CHECK(issue.args.at("text") == "1,5");
  CHECK(warning(Code::email_missing, "").severity == Severity::warning);
}

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/matching/planned_latin1.h"
#include "core/matching/planned_taken.h"
#include "core/matching/planned_text.h"

using namespace sidebill;

namespace {

std::string steps_of(const CleanText& cleaned) {
  std::vector<std::string> texts;
  for (const NameChange& change : cleaned.changes) texts.emplace_back(step_text(change.step));
  return join(texts, " ");
}

struct Row {
  std::string text, expected, steps;
};

void check_rows(const std::vector<Row>& rows, const NameForm& form) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const CleanText cleaned = clean_name(row.text, form);
    CHECK(cleaned.text == row.expected);
    CHECK(steps_of(cleaned) == row.steps);
    const CleanText again = clean_name(cleaned.text, form);
    CHECK(again.text == cleaned.text);
    CHECK(steps_of(again) == "");
  }
}

}  // namespace

TEST_CASE("name planner: a text becomes a name that QuickBooks takes, and every change is told") {
  check_rows(
      {
          {"Acme", "Acme", ""},
          {"", "", ""},
          {"  Acme ", "Acme", "trimmed"},
          {"Acme   Nord", "Acme Nord", "spaces-collapsed"},
          {"Acme\u00A0\u2003Nord", "Acme Nord", "spaces-collapsed"},
          {"\tAcme\r\nNord", "Acme Nord", "line-break-replaced trimmed spaces-collapsed"},
          {"Acme: Nord", "Acme - Nord", "colon-replaced"},
          {"Acme:Nord", "Acme-Nord", "colon-replaced"},
          {"Acme : Nord", "Acme - Nord", "colon-replaced spaces-collapsed"},
          {"Acme：Nord", "Acme-Nord", "colon-replaced"},
          {"::", "--", "colon-replaced"},
          {"Smith &amp; Sons", "Smith & Sons", "ampersand-decoded"},
          {"Smith &amp;amp; Sons", "Smith & Sons", "ampersand-decoded"},
          {"Smith & Sons", "Smith & Sons", ""},
          {"Ac\xFFme", "Acme", "broken-text-removed"},
          {"Ac\u200Bme\u0007", "Acme", "invisible-removed"},
          {"Acme (deleted)", "Acme", "deleted-mark-removed"},
          {"Acme (DELETED) (deleted)", "Acme", "deleted-mark-removed"},
          {"(deleted)", "", "deleted-mark-removed"},
          {"Acme(deleted)", "Acme(deleted)", ""},
          {"株式会社アクメ", "株式会社アクメ", ""},
          {" : \t", "-", "line-break-replaced colon-replaced trimmed"},
      },
      {500, false});
}

TEST_CASE("name planner: US companies get letters of ISO-8859-1, or none") {
  check_rows(
      {
          {"Société Générale", "Société Générale", ""},
          {"Łódź ŞİŠ Œuvre", "Lódz SIS OEuvre", "letters-replaced"},
          {"“Acme” – Nord…", "\"Acme\" - Nord...", "letters-replaced"},
          {"Ａｃｍｅ", "Acme", "letters-replaced"},
          {"Acme 🚀", "Acme", "letters-left-out trimmed"},
          {"Sony 株式会社", "Sony", "letters-left-out trimmed"},
          {"東京 12", "", "letters-left-out"},
          {"Москва", "", "letters-left-out"},
          {"Москва A", "", "letters-left-out"},
          {"Acme：Nord", "Acme-Nord", "letters-replaced colon-replaced"},
      },
      {500, true});
}

TEST_CASE("name planner: characters outside ISO-8859-1 are named, each once") {
  const Latin1Text written = write_in_latin1("Łódź, Łask – 東京東");
  CHECK(written.text == "Lódz, Lask - ");
  CHECK(written.replaced_characters == "–Łź");
  CHECK(written.left_out_characters == "東京");
  CHECK(written.left_out == 3);
  CHECK(written.kept == 8);
}

TEST_CASE("name planner: a name is cut to the limit, in the units of UTF-16, and nothing is cut in two") {
  CHECK(clean_name(std::string(501, 'a'), {500, false}).text == std::string(500, 'a'));
  CHECK(steps_of(clean_name(std::string(501, 'a'), {500, false})) == "shortened");
  CHECK(clean_name("abcd efgh", {5, false}).text == "abcd");
  CHECK(clean_name("ab\U0001F680", {3, false}).text == "ab");
  CHECK(clean_name("ab\U0001F680", {4, false}).text == "ab\U0001F680");
  CHECK(clean_name("Acme (deleted) x", {14, false}).text == "Acme");
  CHECK(utf16_units("a\u00E9\u6771\U0001F680") == 5);
}

TEST_CASE("name planner: a megabyte becomes a name all the same") {
  CHECK(clean_name(std::string(1'000'000, ' ') + "Acme", {500, true}).text == "Acme");
  CHECK(clean_name(std::string(1'000'000, '\xFF'), {500, true}).text == "");
  std::string marks = "Acme";
  while (marks.size() < 1'000'000) marks += " (deleted)";
  CHECK(clean_name(marks, {500, true}).text == "Acme");
  CHECK(name_key(marks) == "acme");
}

TEST_CASE("name planner: names that QuickBooks may hold to be the same have one key") {
  const std::string one[] = {"Acme & Co",       "ACME & CO",           " Acme  & Co ",
                             "Acmé & Co",       "Ａcme & Co",          "Acme\u00A0& Co",
                             "Acme &amp; Co",   "Acme & Co (deleted)", "Acme\t&\r\nCo",
                             "Ac\u200Bme & Co", "Acme &amp;amp; CO",   "ACME & CO (Deleted) (deleted)",
                             "Ac\u00ADme & Co"};
  for (const std::string& name : one) {
    CAPTURE(name);
    CHECK(name_key(name) == "acme & co");
  }
}

TEST_CASE("name planner: names that differ in a letter, a sign or a number have keys of their own") {
  const std::string others[] = {"Acme and Co", "Acme & Co.", "Acme & Co (2)", "Acme-& Co",
                                "Acme & Co(deleted)"};
  for (const std::string& name : others) {
    CAPTURE(name);
    CHECK(name_key(name) != "acme & co");
  }
}

#include "core/quickbooks/query.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/base/show.h"

using namespace sidebill;
namespace qb = sidebill::quickbooks;

TEST_CASE("quickbooks query: apostrophe and backslash are escaped, what the lexer refuses is refused") {
  struct Row {
    std::string text, expected;
  };
  for (const Row& row : {
           Row{"Acme", "'Acme'"},
           Row{"O'Brien & Sons", "'O\\'Brien & Sons'"},
           Row{"C:\\temp", "'C:\\\\temp'"},
           Row{"Søren Ångström ÿ", "'Søren Ångström ÿ'"},
           Row{"", "''"},
           Row{"\xC2\xA0", "'\xC2\xA0'"},
           Row{"O\xE2\x80\x99"
               "Brien",
               "none"},  // curly apostrophe
           Row{"Łódź", "none"},
           Row{"東京", "none"},
           Row{"a\nb", "none"},
           Row{std::string("a\0b", 3), "none"},
           Row{"\x7F", "none"},
           Row{"\xC2\x85", "none"},
           Row{"\xFF", "none"},
       }) {
    CAPTURE(row.text);
    CHECK(show::text(qb::quoted(row.text)) == row.expected);
  }
}

TEST_CASE("quickbooks query: a statement reads as the language wants it") {
  struct Row {
    qb::Query query;
    std::string expected;
  };
  for (const Row& row : {
           Row{{"Customer", {}, "", 1, 1000}, "SELECT * FROM Customer STARTPOSITION 1 MAXRESULTS 1000"},
           Row{{"Customer", {qb::active_or_not()}, "Id", 1001, 1000},
               "SELECT * FROM Customer WHERE Active IN (true, false) ORDERBY Id STARTPOSITION 1001 "
               "MAXRESULTS 1000"},
           Row{{"Invoice", {qb::any_of("Id", {"1", "2"})}, "", 1, 100},
               "SELECT * FROM Invoice WHERE Id IN ('1', '2') STARTPOSITION 1 MAXRESULTS 100"},
           Row{{"Invoice",
                {qb::equals("DocNumber", "A'1"), qb::at_least("TxnDate", "2026-01-01")},
                "",
                1,
                10},
               "SELECT * FROM Invoice WHERE DocNumber = 'A\\'1' AND TxnDate >= '2026-01-01' STARTPOSITION 1 "
               "MAXRESULTS 10"},
           Row{{"Customer", {qb::contains("DisplayName", "ac")}, "", 1, 10},
               "SELECT * FROM Customer WHERE DisplayName LIKE '%ac%' STARTPOSITION 1 MAXRESULTS 10"},
           Row{{"Invoice", {qb::less_than("TotalAmt", "10.00")}, "MetaData.LastUpdatedTime DESC", 1, 10},
               "SELECT * FROM Invoice WHERE TotalAmt < '10.00' ORDERBY MetaData.LastUpdatedTime DESC "
               "STARTPOSITION 1 "
               "MAXRESULTS 10"},
           Row{{"Item", {}, "", -5, 99999}, "SELECT * FROM Item STARTPOSITION 1 MAXRESULTS 1000"},
           Row{{"Invoice", {qb::any_of("Id", {})}, "", 1, 10}, "none"},
           Row{{"Customer", {qb::equals("DisplayName", "漢")}, "", 1, 10}, "none"},
       }) {
    CAPTURE(row.expected);
    CHECK(show::text(qb::statement(row.query)) == row.expected);
  }
}

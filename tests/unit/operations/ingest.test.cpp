// What goes to the cache out of an answer.
#include <doctest/doctest.h>

#include "core/base/json.h"
#include "core/matching/directory.h"
#include "core/operations/ingest.h"

using namespace sidebill;

TEST_CASE(
    "ingest: a document is kept as deleted when QuickBooks says it has none, never because it did not come") {
  struct Row {
    const char* body;
    const char* json;
  };
  const char* gone = R"({"Fault":{"Error":[{"code":"610"}]}})";
  for (const Row& row :
       {Row{gone, "\"deleted\":true"},
        Row{R"({"QueryResponse":{"Invoice":[{"Id":"8","TxnDate":"2026-11-22","TotalAmt":5,"Balance":5}]}})",
            "\"deleted\":false"},
        Row{R"({"QueryResponse":{},"time":"2026-11-22T10:00:00Z"})", nullptr},
        Row{R"({"QueryResponse":{"Invoice":[{"Id":"8","TotalAmt":5}]}})", nullptr},
        Row{R"({"Fault":{"Error":[{"code":"3001"}]}})", nullptr}, Row{"{}", nullptr}, Row{"<html>", nullptr},
        Row{"", nullptr}}) {
    CAPTURE(row.body);
    Json request = Json::object()
                       .set("realm", Json::string("9"))
                       .set("list", Json::string("documents"))
                       .set("home_currency", Json::string("USD"))
                       .set("body", Json::string(row.body));
    Json ids = Json::array();
    ids.items.push_back(Json::string("8"));
    request.set("asked_for", std::move(ids));
    Directory directory;
    Issues issues;
    const auto kept = ingest_list(directory, Reader(request, "", issues));
    REQUIRE(kept);
    const auto& rows = kept->find("rows")->items;
    REQUIRE(rows.size() == (row.json == nullptr ? 0 : 1));
    if (row.json == nullptr) continue;
    CHECK(rows.back().find("key")->text == "9:Invoice:8");
    CHECK(rows.back().find("json")->text.find(row.json) != std::string::npos);
  }
}

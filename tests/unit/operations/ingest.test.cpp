// What goes to the cache out of an answer.
#include <doctest/doctest.h>

#include "core/base/json.h"
#include "core/matching/directory.h"
#include "core/operations/directory_json.h"

using namespace sidebill;

TEST_CASE(
    "ingest: documents that were asked for and did not come are kept as deleted, unless nothing was "
    "answered") {
  struct Row {
    const char* body;
    std::size_t rows;
  };
  const char* one =
      R"({"QueryResponse":{"Invoice":[{"Id":"7","TxnDate":"2026-11-22","TotalAmt":5,"Balance":5}]}})";
  for (const Row& row : {Row{one, 2}, Row{R"({"QueryResponse":{},"time":"2026-11-22T10:00:00Z"})", 2},
                         Row{R"({"Fault":{"Error":[{"code":"3001"}]}})", 0}, Row{"<html>", 0}, Row{"", 0}}) {
    CAPTURE(row.body);
    Json request = Json::object()
                       .set("realm", Json::string("9"))
                       .set("list", Json::string("documents"))
                       .set("home_currency", Json::string("USD"))
                       .set("body", Json::string(row.body));
    Json ids = Json::array();
    for (const char* id : {"7", "8"}) ids.items.push_back(Json::string(id));
    request.set("asked_for", std::move(ids));
    Directory directory;
    Issues issues;
    const auto kept = ingest_list(directory, Reader(request, "", issues));
    REQUIRE(kept);
    const auto& rows = kept->find("rows")->items;
    CHECK(rows.size() == row.rows);
    if (row.rows == 0) continue;
    CHECK(rows.back().find("key")->text == "9:Invoice:8");
    CHECK(rows.back().find("json")->text.find("\"deleted\":true") != std::string::npos);
  }
}

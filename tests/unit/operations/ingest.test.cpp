// What goes to the cache out of an answer.
#include <doctest/doctest.h>

#include "core/base/json.h"
#include "core/matching/directory.h"
#include "core/operations/directory_json.h"
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
    ids.items.push_back(Json::string("9:Invoice:8"));
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

namespace {

Json page_of(const char* list, const std::string& body) {
  return Json::object()
      .set("realm", Json::string("9"))
      .set("list", Json::string(list))
      .set("body", Json::string(body));
}

std::vector<std::string> rows_of(Directory& directory, const char* list, const std::string& body,
                                 Issues& issues) {
  const Json request = page_of(list, body);
  const auto kept = ingest_list(directory, Reader(request, "", issues));
  std::vector<std::string> rows;
  for (const Json& row : kept->find("rows")->items)
    rows.push_back(row.find("key")->text + " " + row.find("json")->text);
  return rows;
}

}  // namespace

TEST_CASE("ingest: what a change list says is deleted leaves the directory, and its row says so") {
  Directory directory;
  Issues issues;
  rows_of(directory, "customers",
          R"({"QueryResponse":{"Customer":[{"Id":"1","DisplayName":"A"},{"Id":"2"}]}})", issues);
  rows_of(directory, "items", R"({"QueryResponse":{"Item":[{"Id":"1","Name":"A"}]}})", issues);
  rows_of(directory, "names", R"({"QueryResponse":{"Vendor":[{"Id":"1","DisplayName":"V"}]}})", issues);
  const auto changes = [](const char* kind) {
    return R"({"CDCResponse":[{"QueryResponse":[{")" + std::string(kind) +
           R"(":[{"status":"Deleted","Id":"1","domain":"QBO"}]}]}]})";
  };
  CHECK(rows_of(directory, "customers", changes("Customer"), issues) ==
        std::vector<std::string>{R"(9:Customer:1 {"id":"1","deleted":true})"});
  CHECK(rows_of(directory, "items", changes("Item"), issues).size() == 1);
  CHECK(rows_of(directory, "names", changes("Vendor"), issues) ==
        std::vector<std::string>{R"(9:Vendor:1 {"id":"1","deleted":true})"});
  CHECK(directory.of("9").customers.count() == 1);
  CHECK(directory.of("9").items.count() == 0);
  CHECK(directory.of("9").names.count() == 0);
  CHECK(issues.empty());
}

TEST_CASE("ingest: rows of deleted records take them out of a directory that is filled over a block") {
  Directory directory;
  Issues issues;
  rows_of(directory, "customers", R"({"Customer":{"Id":"1","DisplayName":"A"}})", issues);
  rows_of(directory, "names", R"({"Employee":{"Id":"1","DisplayName":"E"}})", issues);
  const auto fill = [&](const char* list, const char* key) {
    Json rows = Json::array();
    rows.items.push_back(Json::object()
                             .set("key", Json::string(key))
                             .set("json", Json::string(R"({"id":"1","deleted":true})")));
    const Json request = Json::object().set("list", Json::string(list)).set("rows", std::move(rows));
    return fill_directory(directory, Reader(request, "", issues))->find("count")->text;
  };
  CHECK(fill("customers", "9:Customer:1") == "1");
  CHECK(fill("names", "9:Employee:1") == "1");
  CHECK(directory.of("9").customers.count() == 0);
  CHECK(directory.of("9").names.count() == 0);
}

TEST_CASE("ingest: inactive customers and items stay known") {
  Directory directory;
  Issues issues;
  rows_of(directory, "customers", R"j({"Customer":{"Id":"1","DisplayName":"A (deleted)","Active":false}})j",
          issues);
  CHECK(directory.of("9").customers.with_display_name("a").size() == 1);
}

TEST_CASE("ingest: a page that is cut keeps the records before the cut, counts none and says where") {
  Directory directory;
  Issues issues;
  const auto rows =
      rows_of(directory, "customers", R"({"QueryResponse":{"Customer":[{"Id":"1"},{"Id":"2)", issues);
  CHECK(rows.size() == 1);
  CHECK(directory.of("9").customers.count() == 1);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].code == Code::json_unreadable);
}

TEST_CASE("ingest: an id with a line feed keeps its key in one piece") {
  Directory directory;
  Issues issues;
  CHECK(rows_of(directory, "customers", R"({"Customer":{"Id":"1\n2"}})", issues).front().substr(0, 14) ==
        "9:Customer:1\n2");
}

namespace {

const char* const contacts_page =
    R"({"results":[{"id":"101","properties":{"firstname":"Ana","lastname":"Sol","email":"ana@sol.example",)"
    R"("hs_additional_emails":"a@x.example;b@x.example","sidebill_links":"9:Customer:5"},"archived":false},)"
    R"({"id":102,"properties":{"firstname":null,"company":"Sol AB"}},{"properties":{}},7],"paging":{}})";

}  // namespace

TEST_CASE("ingest: pages of HubSpot fill contacts, companies and products of the portal") {
  Directory directory;
  Issues issues;
  const auto rows = rows_of(directory, "contacts", contacts_page, issues);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].substr(0, 9) == "9:0-1:101");
  PortalShelves& portal = directory.of_portal("9");
  CHECK(portal.contacts.record("101")->other_emails ==
        std::vector<std::string>{"a@x.example", "b@x.example"});
  CHECK(portal.contacts.linked_to({"9", "Customer", "5"}).size() == 1);
  CHECK(portal.contacts.record("102")->company_name == "Sol AB");
  CHECK(issues.size() == 2);
  CHECK(issues.front().path == "/results/2/id");
  rows_of(directory, "companies",
          R"({"results":[{"id":"5","properties":{"name":"Sol AB","domain":"sol.example"}}]})", issues);
  rows_of(directory, "products", R"({"id":"7","properties":{"name":"Oil","hs_sku":"O-1","price":"12.50"}})",
          issues);
  CHECK(portal.companies.record("5")->domain == "sol.example");
  CHECK(portal.products.record("7")->price == Decimal{1250, 2});
}

TEST_CASE("ingest: archived records of HubSpot leave the directory, and a cut page keeps what came before") {
  Directory directory;
  Issues issues;
  rows_of(directory, "contacts", contacts_page, issues);
  issues.clear();
  const auto rows =
      rows_of(directory, "contacts",
              R"({"results":[{"id":"101","archived":true,"properties":{}},{"id":"102","prop)", issues);
  CHECK(rows == std::vector<std::string>{R"(9:0-1:101 {"id":"101","deleted":true})"});
  CHECK(directory.of_portal("9").contacts.count() == 1);
  REQUIRE(issues.size() == 1);
  CHECK(issues.front().code == Code::json_unreadable);
}

TEST_CASE("ingest: the rows of a portal fill the directory again") {
  Directory directory, filled;
  Issues issues;
  const Json request = page_of("contacts", contacts_page);
  const auto kept = ingest_list(directory, Reader(request, "", issues));
  const Json rows = Json::object().set("list", Json::string("contacts")).set("rows", *kept->find("rows"));
  issues.clear();
  CHECK(fill_directory(filled, Reader(rows, "", issues))->find("count")->text == "2");
  CHECK(issues.empty());
  CHECK(filled.of_portal("9").contacts.linked_to({"9", "Customer", "5"}).size() == 1);
}

TEST_CASE("ingest: estimates and sales receipts are documents as well, each under its own key") {
  const std::string body =
      R"({"QueryResponse":{"Estimate":[{"Id":"5","TxnDate":"2026-11-22","TotalAmt":5,"TxnStatus":"Accepted",)"
      R"("ExpirationDate":"2026-12-01"}],"SalesReceipt":[{"Id":"5","TxnDate":"2026-11-22","TotalAmt":7}]}})";
  Directory directory;
  Issues issues;
  const Json request = page_of("documents", body).set("home_currency", Json::string("USD"));
  const auto kept = ingest_list(directory, Reader(request, "", issues));
  CHECK(issues.empty());
  REQUIRE(kept);
  const auto& rows = kept->find("rows")->items;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].find("key")->text == "9:Estimate:5");
  CHECK(rows[0].find("json")->text.find("\"due_date\":\"2026-12-01\"") != std::string::npos);
  CHECK(rows[1].find("key")->text == "9:SalesReceipt:5");
  CHECK(rows[1].find("json")->text.find("\"type\":\"SalesReceipt\"") != std::string::npos);
}

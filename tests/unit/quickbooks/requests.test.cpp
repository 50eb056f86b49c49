#include "core/quickbooks/requests.h"

#include <doctest/doctest.h>

#include <string>

#include "core/quickbooks/judge.h"

using namespace sidebill;
namespace qb = sidebill::quickbooks;

namespace {

std::string line(const Call& call) {
  const Request& request = call.request;
  return request.method + " " + request.path + (request.body.empty() ? "" : " " + request.body);
}

}  // namespace

TEST_CASE("quickbooks requests: every path is of the company, lower case, and of minor version 75") {
  struct Row {
    Call call;
    std::string expected;
    Repeat repeat;
    std::string content_type, accept;
  };
  const std::string json = "application/json";
  for (const Row& row : {
           Row{qb::company_info("91"), "GET /v3/company/91/companyinfo/91?minorversion=75", Repeat::read, "",
               json},
           Row{qb::preferences("91"), "GET /v3/company/91/preferences?minorversion=75", Repeat::read, "",
               json},
           Row{qb::query("91", "SELECT * FROM Item WHERE Name = 'a+b\\'c'", "read-items", {}),
               "GET "
               "/v3/company/91/"
               "query?query=SELECT%20%2A%20FROM%20Item%20WHERE%20Name%20%3D%20%27a%2Bb%5C%27c%27"
               "&minorversion=75",
               Repeat::read, "", json},
           Row{qb::read("91", "Invoice", "130", "read-invoice", {}),
               "GET /v3/company/91/invoice/130?minorversion=75", Repeat::read, "", json},
           Row{qb::create("91", "invoice", "{}", "sb-1", "create-invoice", {}),
               "POST /v3/company/91/invoice?requestid=sb-1&minorversion=75 {}", Repeat::repeatable_write,
               json, json},
           Row{qb::create("91", "Customer", "{}", "", "create-customer", {}),
               "POST /v3/company/91/customer?minorversion=75 {}", Repeat::single_write, json, json},
           Row{qb::update("91", "Invoice", "{\"Id\":\"1\"}", "r", "update-invoice", {}),
               "POST /v3/company/91/invoice?requestid=r&minorversion=75 {\"Id\":\"1\"}",
               Repeat::repeatable_write, json, json},
           Row{qb::remove("91", "Invoice", "5", "2", "r", "delete-invoice"),
               "POST /v3/company/91/invoice?operation=delete&requestid=r&minorversion=75 "
               "{\"Id\":\"5\",\"SyncToken\":\"2\"}",
               Repeat::repeatable_write, json, json},
           Row{qb::void_invoice("91", "5", "2", "r"),
               "POST /v3/company/91/invoice?operation=void&requestid=r&minorversion=75 "
               "{\"Id\":\"5\",\"SyncToken\":\"2\"}",
               Repeat::repeatable_write, json, json},
           Row{qb::send_invoice("91", "5", "a+b@c.de"),
               "POST /v3/company/91/invoice/5/send?sendTo=a%2Bb%40c.de&minorversion=75", Repeat::single_write,
               "application/octet-stream", json},
           Row{qb::send_invoice("91", "5", ""), "POST /v3/company/91/invoice/5/send?minorversion=75",
               Repeat::single_write, "application/octet-stream", json},
           Row{qb::pdf("91", "Invoice", "5"), "GET /v3/company/91/invoice/5/pdf?minorversion=75",
               Repeat::read, "", "application/pdf"},
       }) {
    CAPTURE(row.expected);
    CHECK(line(row.call) == row.expected);
    CHECK(row.call.repeat == row.repeat);
    CHECK(row.call.request.content_type == row.content_type);
    CHECK(row.call.request.accept == row.accept);
    CHECK(row.call.request.service == "quickbooks");
    CHECK(row.call.request.account == "91");
    CHECK((row.call.judge == &qb::judge));
    CHECK_FALSE(row.call.purpose.empty());
    CHECK(qb::is_write(row.call.request) == (row.repeat != Repeat::read));
  }
}

TEST_CASE("quickbooks requests: a statement too long for an address goes in a body, and is still a read") {
  const std::string statement = "SELECT * FROM Invoice WHERE Id IN ('" + std::string(5000, '1') + "')";
  Keep keep;
  keep.list = "documents";
  const Call call = qb::query("91", statement, "read-invoices", keep);
  CHECK(call.request.method == "POST");
  CHECK(call.request.path == "/v3/company/91/query?minorversion=75");
  CHECK(call.request.body == statement);
  CHECK(call.request.content_type == "application/text");
  CHECK(call.repeat == Repeat::read);
  CHECK_FALSE(qb::is_write(call.request));
  CHECK(call.keep.list == "documents");
}

TEST_CASE("quickbooks requests: a realm or id out of a hostile address cannot leave its place in the path") {
  CHECK(line(qb::read("9/../8", "Invoice", "1?operation=void#", "read-invoice", {})) ==
        "GET /v3/company/9%2F..%2F8/invoice/1%3Foperation%3Dvoid%23?minorversion=75");
}

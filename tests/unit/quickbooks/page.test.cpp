// Pages read from front to back give what trees give.
#include "core/quickbooks/page.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/mapping/customers.h"
#include "core/mapping/items.h"
#include "core/operations/row_text.h"
#include "core/operations/values.h"
#include "core/quickbooks/read.h"

using namespace sidebill;

namespace {

std::string text_of(const quickbooks::Customer& customer) { return to_text(to_json(map_customer(customer))); }
std::string text_of(const quickbooks::Item& item) { return to_text(to_json(map_item(item))); }
std::string text_of(const quickbooks::NamedEntity& entity) { return to_text(to_json(map_name(entity))); }

struct Read {
  std::vector<std::string> records, issues;
  std::size_t rows = 0;
  bool operator==(const Read& other) const {
    return records == other.records && issues == other.issues && rows == other.rows;
  }
};

std::vector<std::string> texts_of(const Issues& issues) {
  std::vector<std::string> texts;
  for (const Issue& issue : issues) {
    std::string text = std::string(code_text(issue.code)) + " " + issue.path;
    for (const auto& [name, value] : issue.args) text += " " + name + "=" + value;
    texts.push_back(text);
  }
  return texts;
}

template <class Record>
Read from_front_to_back(const std::string& body) {
  Read read;
  Issues issues;
  read.rows = quickbooks::read_page<Record>(body, issues, [&](Record& record) {
    read.records.push_back(text_of(record) + (record.deleted ? " deleted" : ""));
  });
  read.issues = texts_of(issues);
  return read;
}

template <class Record>
Read as_tree(const std::string& body) {
  Read read;
  Issues issues;
  for (const Record& record : quickbooks::records_in<Record>(body, issues))
    read.records.push_back(text_of(record) + (record.deleted ? " deleted" : ""));
  read.issues = texts_of(issues);
  read.rows = quickbooks::row_count(body);
  return read;
}

/// Fields as they should be, and every way in which one can be odd.
const char* const customers[] = {
    R"({"Id":"1","DisplayName":"Acme","CompanyName":"Acme","Active":true,"Taxable":false,"sparse":false})",
    R"({"Id":2,"SyncToken":3,"DisplayName":"Åsa \"B\" \u00d6","MetaData":{"CreateTime":"2026-01-05T10:00:00-08:00"}})",
    R"({"Id":"3","DisplayName":null,"BillAddr":null,"Active":null,"PrimaryEmailAddr":null,"CurrencyRef":null})",
    R"({"Id":"4","BillAddr":{"Line1":"a","Line3":"c","City":"X","Country":"SE","Lat":"1"},"ShipAddr":{}})",
    R"({"Id":"5","PrimaryEmailAddr":{"Address":"a@b.se, c@d.se"},"Mobile":{"FreeFormNumber":"070"},"PrimaryPhone":{}})",
    R"({"Id":"6","CurrencyRef":{"value":"SEK","name":"Krona"},"SalesTermRef":{"value":3},"ParentRef":{"value":"1"}})",
    R"({"Id":"7","DisplayName":7})",
    R"({"Id":"8","Active":"false","Taxable":""})",
    R"({"Id":"9","Active":"perhaps"})",
    R"({"Id":"10","BillAddr":[1],"ShipAddr":"none","CurrencyRef":[],"PrimaryPhone":5})",
    R"({"Id":"11","DisplayName":"first","DisplayName":"last"})",
    R"({"Id":"12","PrimaryEmailAddr":{"Address":"a@b.se","Address":null}})",
    R"({"Id":"13","MetaData":{"CreateTime":"soon","LastUpdatedTime":""}})",
    R"({"Id":"14","\u0044isplayName":"spelled"})",
    R"({"Id":"15","CurrencyRef":{"value":true}})",
    R"({"Id":"","DisplayName":"nobody"})",
    R"({"DisplayName":"no id"})",
    R"({"Id":{"a":[1,2,{}]}})",
    R"({"status":"Deleted","domain":"QBO","Id":"16","MetaData":{"LastUpdatedTime":"2026-01-05T10:00:00Z"}})",
    R"({"Id":"17","status":"deleted"})",
    R"({"Id":"18","DisplayName":"\u0000\u001f\ud83d\ude00"})",
    R"("no record")",
    "null",
    "[[]]",
    "{}",
};

std::string long_text() { return std::string(20001, 'x'); }

/// All of them on one page, and each on its own in every envelope.
std::vector<std::string> pages() {
  std::vector<std::string> one_by_one(std::begin(customers), std::end(customers));
  one_by_one.push_back(R"({"Id":"19","DisplayName":")" + long_text() + "\"}");
  std::string all;
  for (const std::string& one : one_by_one) all += (all.empty() ? "" : " , ") + one;
  std::vector<std::string> bodies = {R"({"QueryResponse":{"Customer":[)" + all + R"(],"maxResults":26}})"};
  for (const std::string& one : one_by_one) {
    bodies.push_back(R"({"QueryResponse": {"Customer":)" + one + R"(},"time":"x"})");
    bodies.push_back(R"({"Customer":)" + one + "}");
    bodies.push_back(R"({"CDCResponse":[{"QueryResponse":[{"Invoice":[{}]},{},{"Customer":[)" + one +
                     R"(],"maxResults":1}]}],"time":"x"})");
  }
  return bodies;
}

}  // namespace

TEST_CASE("page: customers and issues are those of the tree, whatever is odd about them") {
  for (const std::string& body : pages()) {
    CAPTURE(body.substr(0, 300));
    CHECK(from_front_to_back<quickbooks::Customer>(body) == as_tree<quickbooks::Customer>(body));
  }
}

TEST_CASE("page: envelopes that are none give the same issues as the tree") {
  for (const char* body :
       {"{}", "[]", "null", "5", R"({"QueryResponse":5})", R"({"QueryResponse":[{"Customer":[{"Id":"1"}]}]})",
        R"({"QueryResponse":{"Customer":"x"}})", R"({"QueryResponse":null,"Customer":null})",
        R"({"CDCResponse":{}})",
        R"({"CDCResponse":[1,{"QueryResponse":{}},{"QueryResponse":[2,{"Customer":7}]}]})",
        R"({"Fault":{"Error":[{"code":"610"}]}})",
        R"({"QueryResponse":{"Item":[{"Id":"1"},{"Id":"2"}],"":[{}]}})", "", "<html>",
        "{\"QueryResponse\":{\"Customer\":", "\xEF\xBB\xBF{\"Customer\":{\"Id\":\"1\"}}"}) {
    CAPTURE(body);
    CHECK(from_front_to_back<quickbooks::Customer>(body) == as_tree<quickbooks::Customer>(body));
  }
}

TEST_CASE("page: items and names of either kind are those of the tree") {
  const std::string items =
      R"({"QueryResponse":{"Item":[{"Id":"1","Name":"A","FullyQualifiedName":"S:A","Sku":"x-1","Type":"Service",)"
      R"("UnitPrice":12.50,"IncomeAccountRef":{"value":"7","name":"Sales"},"InvStartDate":"2026-01-31"},)"
      R"({"Id":"2","UnitPrice":"12,5","InvStartDate":"31.1."},{"Id":"3","UnitPrice":1e3,"InvStartDate":""}]}})";
  CHECK(from_front_to_back<quickbooks::Item>(items) == as_tree<quickbooks::Item>(items));
  CHECK(from_front_to_back<quickbooks::Item>(items).records.size() == 3);
  const std::string names =
      R"({"CDCResponse":[{"QueryResponse":[{"Employee":[{"Id":"1","DisplayName":"E"}]},{"Vendor":[{"Id":"1"}]}]}]})";
  CHECK(from_front_to_back<quickbooks::NamedEntity>(names).records.size() == 2);
}

TEST_CASE("page: what was read before the text stops being JSON is given, and no row is counted") {
  const Read read = from_front_to_back<quickbooks::Customer>(
      R"({"QueryResponse":{"Customer":[{"Id":"1"},{"Id":"2"},{"Id":"3","DisplayName":"cut)");
  CHECK(read.records.size() == 2);
  CHECK(read.rows == 0);
  CHECK(read.issues == std::vector<std::string>{"json-unreadable  at=81"});
}

TEST_CASE("row text: rows are the bytes that trees are written as") {
  Customer customer;
  customer.id = "1\"\n";
  customer.emails = {"a@b.se", "c@d.se"};
  customer.display_name = "Søn & \x01";
  Item item;
  item.unit_price = Decimal{1250, 2};
  item.inventory_start = parse_date("2026-01-31");
  const OtherName name{"Vendor", "7", "V\\"};
  std::string rows;
  append_row(rows, customer);
  append_row(rows, Customer());
  append_row(rows, item);
  append_row(rows, Item());
  append_row(rows, name);
  CHECK(rows == to_text(to_json(customer)) + to_text(to_json(Customer())) + to_text(to_json(item)) +
                    to_text(to_json(Item())) + to_text(to_json(name)));
}

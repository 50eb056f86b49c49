#include "core/quickbooks/faults.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/base/show.h"
#include "tests/unit/model/hostile.h"

using namespace sidebill;
namespace qb = sidebill::quickbooks;

namespace {

std::string shown(const std::vector<qb::Fault>& faults) {
  std::string text;
  for (const qb::Fault& fault : faults) {
    text += (text.empty() ? "" : " / ") + fault.code + "|" + fault.message + "|" + fault.detail + "|" +
            fault.element + "|" + fault.type;
  }
  return text.empty() ? "none" : text;
}

qb::Fault fault(const std::string& code, const std::string& detail, const std::string& element = "") {
  return {code, "Message", detail, element, "ValidationFault"};
}

std::string arg(const Issue& issue, const std::string& name) {
  const auto found = issue.args.find(name);
  return found == issue.args.end() ? "none" : found->second;
}

}  // namespace

TEST_CASE("quickbooks faults: all three shapes are read, everything else has none") {
  struct Row {
    std::string body, expected;
  };
  for (
      const Row& row : {
          Row{R"({"Fault":{"Error":[{"Message":"M","Detail":"D","code":"6240"}],"type":"ValidationFault"},"time":"t"})",
              "6240|M|D||ValidationFault"},
          Row{R"({"Fault":{"Error":[{"Message":"M","Detail":"D","code":"2020","element":"Line"},)"
              R"({"Message":"N","Detail":"E","code":2050,"element":"DocNumber"}],"type":"ValidationFault"}})",
              "2020|M|D|Line|ValidationFault / 2050|N|E|DocNumber|ValidationFault"},
          Row{R"({"warnings":null,"fault":{"error":[{"message":"message=AuthenticationFailed; errorCode=003200; )"
              R"(statusCode=401","detail":"Token expired","code":"3200","element":null}],"type":"AUTHENTICATION"},)"
              R"("time":1234567})",
              "3200|message=AuthenticationFailed; errorCode=003200; statusCode=401|Token "
              "expired||AUTHENTICATION"},
          Row{R"(<?xml version="1.0"?><IntuitResponse time="t" xmlns="http://schema.intuit.com/finance/v3">)"
              R"(<Fault type="SERVICE"><Error code="3001"><Message>message=ThrottleExceeded; errorCode=003001; )"
              R"(statusCode=429</Message><Detail>The request limit &amp; more</Detail></Error></Fault></IntuitResponse>)",
              "3001|message=ThrottleExceeded; errorCode=003001; statusCode=429|The request limit & "
              "more||SERVICE"},
          Row{R"(<Fault type='ValidationFault'><Error code='2020' element='Line'><Message>A</Message></Error>)"
              R"(<Error code='6240'><Message>B&#60;&#x3e;</Message></Error></Fault>)",
              "2020|A||Line|ValidationFault / 6240|B<>|||ValidationFault"},
          Row{"<Fault type=\"SERVICE\"><Error><Message>errorCode=003001;</Message></Error></Fault>",
              "3001|errorCode=003001;|||SERVICE"},
          Row{"<Fault", "||||"},
          Row{R"({"Fault":{}})", "||||"},
          Row{R"({"Fault":"x"})", "||||"},
          Row{R"({"fault":{"error":{"code":"1"},"type":7}})", "||||"},
          Row{R"({"Invoice":{"Id":"1"},"time":"t"})", "none"},
          Row{R"({"QueryResponse":{}})", "none"},
          Row{"<html><body><h1>502 Bad Gateway</h1></body></html>", "none"},
          Row{"", "none"},
          Row{"   ", "none"},
          Row{"{", "none"},
          Row{"[1]", "none"},
          Row{"null", "none"},
      }) {
    CAPTURE(row.body);
    CHECK(shown(qb::read_faults(row.body)) == row.expected);
  }
}

TEST_CASE("quickbooks faults: every code of the reference becomes one of ours") {
  struct Row {
    std::string code, expected;
  };
  for (const Row& row : {
           Row{"100", "reconnect-needed"},       Row{"110", "reconnect-needed"},
           Row{"120", "admin-needed"},           Row{"130", "service-busy"},
           Row{"140", "service-busy"},           Row{"150", "service-busy"},
           Row{"500", "service-refused"},        Row{"600", "write-uncertain"},
           Row{"610", "document-not-found"},     Row{"620", "reference-invalid"},
           Row{"630", "service-refused"},        Row{"700", "reference-invalid"},
           Row{"800", "service-refused"},        Row{"900", "reference-invalid"},
           Row{"1040", "service-refused"},       Row{"2000", "service-refused"},
           Row{"2010", "field-refused"},         Row{"2020", "field-missing"},
           Row{"2030", "field-refused"},         Row{"2040", "field-refused"},
           Row{"2050", "text-too-long"},         Row{"2060", "field-refused"},
           Row{"2110", "field-refused"},         Row{"2170", "field-refused"},
           Row{"2200", "field-refused"},         Row{"2210", "email-invalid"},
           Row{"2290", "total-negative"},        Row{"2300", "service-refused"},
           Row{"2500", "reference-invalid"},     Row{"2600", "field-refused"},
           Row{"3000", "field-refused"},         Row{"3001", "service-busy"},
           Row{"3100", "reconnect-needed"},      Row{"3200", "reconnect-needed"},
           Row{"3202", "reconnect-needed"},      Row{"4000", "service-refused"},
           Row{"4001", "service-refused"},       Row{"4002", "service-refused"},
           Row{"5010", "stale-object"},          Row{"5020", "permission-missing"},
           Row{"5030", "permission-missing"},    Row{"6000", "service-refused"},
           Row{"6070", "line-amount-uneven"},    Row{"6080", "customer-name-missing"},
           Row{"6090", "discount-invalid"},      Row{"6100", "line-tax-code-missing"},
           Row{"6140", "number-duplicate"},      Row{"6160", "field-refused"},
           Row{"6170", "field-refused"},         Row{"6180", "field-refused"},
           Row{"6190", "subscription-ended"},    Row{"6200", "books-closed"},
           Row{"6210", "books-closed"},          Row{"6220", "service-refused"},
           Row{"6230", "field-refused"},         Row{"6240", "name-duplicate"},
           Row{"6250", "customer-inactive"},     Row{"6270", "line-item-before-start"},
           Row{"6280", "service-refused"},       Row{"6400", "service-refused"},
           Row{"6420", "email-missing"},         Row{"6430", "line-income-account-missing"},
           Row{"6440", "field-missing"},         Row{"6450", "service-refused"},
           Row{"6470", "line-tax-code-missing"}, Row{"6480", "service-refused"},
           Row{"6540", "service-refused"},       Row{"6560", "field-missing"},
           Row{"10000", "service-failed"},       Row{"10100", "service-refused"},
           Row{"10200", "service-refused"},      Row{"31415", "service-refused"},
           Row{"", "service-refused"},
       }) {
    CAPTURE(row.code);
    const Issue issue = qb::issue_of(fault(row.code, "Detail"));
    CHECK(std::string(code_text(issue.code)) == row.expected);
    CHECK(issue.severity == Severity::error);
    CHECK(arg(issue, "service") == "quickbooks");
    CHECK(arg(issue, "message") == "Detail");
  }
}

TEST_CASE("quickbooks faults: the element leads to the field that the person can edit") {
  struct Row {
    std::string element, expected;
  };
  for (const Row& row :
       {Row{"DocNumber", "/number"}, Row{"Line.Amount", "/lines"}, Row{"Line[2].Amount", "/lines"},
        Row{"BillEmail.Address", "/email"}, Row{"CustomerRef", "/customer"}, Row{"TxnDate", "/date"},
        Row{"DueDate", "/due_date"}, Row{"SalesTermRef", "/term_id"}, Row{"CustomerMemo", "/message"},
        Row{"PrivateNote", "/memo"}, Row{"DisplayName", "/customer/display_name"},
        Row{"PrimaryEmailAddr", "/customer/email"}, Row{"DiscountLineDetail", "/discount"}, Row{"", ""},
        Row{"Something", ""}, Row{"Lines", ""}}) {
    CAPTURE(row.element);
    CHECK(qb::issue_of(fault("2020", "Detail", row.element)).path == row.expected);
  }
}

TEST_CASE("quickbooks faults: facts are taken out of the sentence") {
  const Issue length = qb::issue_of(fault("2050", "Min:0 Max:21 supported. Supplied length:33", "DocNumber"));
  CHECK(arg(length, "max") == "21");
  CHECK(arg(length, "limit") == "21");
  CHECK(arg(length, "length") == "33");
  CHECK(arg(length, "element") == "DocNumber");

  const Issue number =
      qb::issue_of(fault("6140",
                         "Duplicate Document Number Error : You must specify a different "
                         "number. DocNumber=1037 is assigned to TxnType=Invoice with TxnId=182"));
  CHECK(arg(number, "number") == "1037");
  CHECK(arg(number, "id") == "182");

  CHECK(arg(qb::issue_of(fault("6240", "The name supplied already exists. : Id=58")), "id") == "58");
  CHECK(arg(qb::issue_of(fault("6240", "The name supplied already exists. : null")), "id") == "none");

  const Issue tax =
      qb::issue_of(fault("6000", "Make sure all your transactions have a GST/HST rate before you save."));
  CHECK(tax.code == Code::line_tax_code_missing);
}

TEST_CASE("quickbooks faults: hostile bodies give faults or none, and short texts") {
  const std::string good =
      R"({"Fault":{"Error":[{"Message":"M","Detail":"D","code":"2020","element":"Line"}],"type":"ValidationFault"}})";
  const int count = hostile::each_mutation(good, [](const std::string& body) {
    for (const qb::Fault& one : qb::read_faults(body)) {
      REQUIRE(one.message.size() <= 4000);
      REQUIRE(one.code.size() <= 80);
      REQUIRE_FALSE(code_text(qb::issue_of(one).code).empty());
    }
  });
  CHECK(count > 100);
  CHECK(qb::read_faults("<Fault>" + std::string(10'000'000, '<')).size() == 1);
  std::string many = "<Fault>";
  for (int index = 0; index < 10'000; ++index) many += "<Error code=\"1\">";
  CHECK(qb::read_faults(many).size() == 100);
}

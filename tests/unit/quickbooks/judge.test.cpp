#include "core/quickbooks/judge.h"

#include <doctest/doctest.h>

#include <string>

#include "core/quickbooks/requests.h"
#include "tests/unit/base/show.h"

using namespace sidebill;
namespace qb = sidebill::quickbooks;

namespace {

const Request reading = qb::read("91", "Invoice", "1", "read-invoice", {}).request;
const Request writing = qb::create("91", "Invoice", "{}", "r1", "create-invoice", {}).request;

Response answer(int status, const std::string& body) {
  Response response;
  response.status = status;
  response.body = body;
  return response;
}

Response failed(Failure failure) {
  Response response;
  response.failure = failure;
  return response;
}

std::string fault(const std::string& code) {
  return R"({"Fault":{"Error":[{"Message":"M","Detail":"D","code":")" + code +
         R"("}],"type":"ValidationFault"}})";
}
std::string gateway(const std::string& code) {
  return R"({"fault":{"error":[{"message":"M","detail":"D","code":")" + code + R"("}],"type":"SERVICE"}})";
}
const std::string throttle_xml =
    R"(<IntuitResponse><Fault type="SERVICE"><Error code="3001"><Message>ThrottleExceeded</Message></Error></Fault></IntuitResponse>)";
const std::string html = "<html><head><title>503</title></head><body>Service Unavailable</body></html>";
const std::string invoice = R"({"Invoice":{"Id":"1","SyncToken":"0"},"time":"t"})";

std::string shown(const Judgement& judgement) {
  const char* names[] = {"done", "retry-later", "renew-token", "uncertain", "refused"};
  std::string text = names[static_cast<int>(judgement.verdict)];
  if (judgement.wait_ms > 0) text += " " + std::to_string(judgement.wait_ms);
  if (!judgement.issues.empty()) text += " " + std::string(code_text(judgement.issues.front().code));
  return text;
}

}  // namespace

TEST_CASE("quickbooks judge: what each answer means for a read and for a write") {
  struct Row {
    std::string about;
    Response response;
    std::string for_read, for_write;
  };
  for (const Row& row : {
           Row{"good", answer(200, invoice), "done", "done"},
           Row{"not connected", failed(Failure::not_connected), "refused not-connected",
               "refused not-connected"},
           Row{"offline: it never left", failed(Failure::offline), "retry-later service-unreachable",
               "retry-later service-unreachable"},
           Row{"cut off", failed(Failure::cut_off), "retry-later service-unreachable",
               "uncertain write-uncertain"},
           Row{"timed out", failed(Failure::timed_out), "retry-later service-unreachable",
               "uncertain write-uncertain"},
           Row{"lost", failed(Failure::lost), "retry-later service-unreachable", "uncertain write-uncertain"},
           Row{"429 as XML", answer(429, throttle_xml), "retry-later 60000 service-busy",
               "retry-later 60000 service-busy"},
           Row{"403 with a throttle fault", answer(403, throttle_xml), "retry-later 60000 service-busy",
               "retry-later 60000 service-busy"},
           Row{"429 without a body", answer(429, ""), "retry-later 60000 service-busy",
               "retry-later 60000 service-busy"},
           Row{"429 with zeros before the code", answer(429, gateway("003001")),
               "retry-later 60000 service-busy", "retry-later 60000 service-busy"},
           Row{"maintenance", answer(400, fault("150")), "retry-later 60000 service-busy",
               "retry-later 60000 service-busy"},
           Row{"wrong cluster", answer(400, fault("130")), "retry-later 60000 service-busy",
               "retry-later 60000 service-busy"},
           Row{"locked out", answer(400, fault("140")), "retry-later 60000 service-busy",
               "retry-later 60000 service-busy"},
           Row{"token expired", answer(401, gateway("3200")), "renew-token reconnect-needed",
               "renew-token reconnect-needed"},
           Row{"401 of something on the way", answer(401, html), "renew-token reconnect-needed",
               "renew-token reconnect-needed"},
           Row{"general authentication error", answer(400, fault("100")), "renew-token reconnect-needed",
               "renew-token reconnect-needed"},
           Row{"no admin any more", answer(401, fault("120")), "refused admin-needed",
               "refused admin-needed"},
           Row{"not authorised for the company", answer(403, gateway("3100")), "refused reconnect-needed",
               "refused reconnect-needed"},
           Row{"403 without a fault", answer(403, html), "refused permission-missing",
               "refused permission-missing"},
           Row{"validation", answer(400, fault("6240")), "refused name-duplicate", "refused name-duplicate"},
           Row{"200 with a fault", answer(200, fault("6240")), "refused name-duplicate",
               "refused name-duplicate"},
           Row{"duplicate request id", answer(400, fault("600")), "refused write-uncertain",
               "uncertain write-uncertain"},
           Row{"server failure as a fault", answer(400, fault("10000")), "retry-later service-failed",
               "uncertain write-uncertain"},
           Row{"server failure as a status", answer(500, fault("10000")), "retry-later service-failed",
               "uncertain write-uncertain"},
           Row{"5xx with a fault of any kind", answer(500, fault("2020")), "retry-later service-failed",
               "uncertain write-uncertain"},
           Row{"gateway page", answer(503, html), "retry-later service-failed", "uncertain write-uncertain"},
           Row{"504", answer(504, ""), "retry-later service-failed", "uncertain write-uncertain"},
           Row{"408", answer(408, ""), "retry-later service-failed", "uncertain write-uncertain"},
           Row{"200 with HTML", answer(200, html), "refused service-answer-unreadable",
               "uncertain write-uncertain"},
           Row{"200 cut in the middle", answer(200, invoice.substr(0, 20)),
               "refused service-answer-unreadable", "uncertain write-uncertain"},
           Row{"200 with invalid UTF-8", answer(200, "{\"Invoice\":{\"Id\":\"\xFF\"}}"),
               "refused service-answer-unreadable", "uncertain write-uncertain"},
           Row{"200 nested beyond reason", answer(200, std::string(100, '[') + std::string(100, ']')),
               "refused service-answer-unreadable", "uncertain write-uncertain"},
           Row{"200 without a record", answer(200, "{}"), "done", "uncertain write-uncertain"},
           Row{"200 with an empty body", answer(200, ""), "refused service-answer-unreadable",
               "uncertain write-uncertain"},
           Row{"404", answer(404, html), "refused service-refused", "refused service-refused"},
           Row{"redirect", answer(302, ""), "refused service-refused", "refused service-refused"},
       }) {
    CAPTURE(row.about);
    CHECK(shown(qb::judge(reading, row.response)) == row.for_read);
    CHECK(shown(qb::judge(writing, row.response)) == row.for_write);
  }
}

TEST_CASE("quickbooks judge: Retry-After overrides the usual minute, where it is a sane count of seconds") {
  struct Row {
    std::string header;
    std::int64_t wait_ms;
  };
  for (const Row& row :
       {Row{"1", 1000}, Row{"0", 0}, Row{"120", 120'000}, Row{"0.5", 1000}, Row{"99999999", 86'400'000},
        Row{"-5", 60'000}, Row{"soon", 60'000}, Row{"", 60'000}, Row{"99999999999999999999999", 60'000}}) {
    CAPTURE(row.header);
    Response response = answer(429, throttle_xml);
    response.headers["retry-after"] = row.header;
    CHECK(qb::judge(writing, response).wait_ms == row.wait_ms);
  }
}

TEST_CASE("quickbooks judge: a body that was kept is an answer, and a deletion names its record") {
  Response kept = answer(200, "");
  kept.kept = Json::object().set("count", Json::number(std::int64_t{3}));
  CHECK(qb::judge(reading, kept).verdict == Verdict::done);
  const Request removal = qb::remove("91", "Invoice", "1", "0", "r", "delete-invoice").request;
  CHECK(qb::judge(removal, answer(200, R"({"Invoice":{"status":"Deleted","domain":"QBO","Id":"1"}})"))
            .verdict == Verdict::done);
}

TEST_CASE("quickbooks judge: several faults are all reported") {
  const std::string body =
      R"({"Fault":{"Error":[{"code":"2020","element":"Line"},{"code":"2050","element":"DocNumber"}]}})";
  CHECK(show::text(qb::judge(writing, answer(400, body)).issues) ==
        "field-missing /lines, text-too-long /number");
}

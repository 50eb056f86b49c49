#include "core/hubspot/judge.h"

#include <doctest/doctest.h>

#include <string>

#include "core/hubspot/requests.h"

using namespace sidebill;
namespace hs = sidebill::hubspot;

namespace {

const Request reading = hs::read_object("7", "0-3", "1", {"dealname"}, "read-deal").request;
const Request batch_reading = hs::batch_read("7", "0-8", {"1"}, {"price"}, "read-line-items").request;
const Request upserting = hs::upsert("7", "0-53", "sidebill_link", "k", {}, "mirror-invoice").request;
const Request patching = hs::patch_object("7", "0-3", "1", {}, "update-deal").request;
const Request associating = hs::associate_default("7", "0-53", "9", "0-3", "1", "associate").request;
const Request removing = hs::remove_association("7", "0-53", "9", "0-3", "1", "unlink").request;

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

std::string shown(const Judgement& judgement) {
  const char* names[] = {"done", "retry-later", "renew-token", "uncertain", "refused"};
  std::string text = names[static_cast<int>(judgement.verdict)];
  if (judgement.wait_ms > 0) text += " " + std::to_string(judgement.wait_ms);
  if (!judgement.issues.empty()) text += " " + std::string(code_text(judgement.issues.front().code));
  return text;
}

}  // namespace

TEST_CASE("hubspot judge: what each answer means for a read and for a write") {
  struct Row {
    std::string about;
    Response response;
    std::string for_read, for_write;
  };
  const std::string html = "<html>502</html>";
  for (const Row& row : {
           Row{"good", answer(200, R"({"id":"1","properties":{}})"), "done", "done"},
           Row{"not connected", failed(Failure::not_connected), "refused not-connected",
               "refused not-connected"},
           Row{"offline: it never left", failed(Failure::offline), "retry-later service-unreachable",
               "retry-later service-unreachable"},
           Row{"cut off", failed(Failure::cut_off), "retry-later service-unreachable",
               "uncertain write-uncertain"},
           Row{"timed out", failed(Failure::timed_out), "retry-later service-unreachable",
               "uncertain write-uncertain"},
           Row{"lost", failed(Failure::lost), "retry-later service-unreachable", "uncertain write-uncertain"},
           Row{"ten seconds",
               answer(429, R"({"errorType":"RATE_LIMIT","policyName":"TEN_SECONDLY_ROLLING"})"),
               "retry-later 10000 service-busy", "retry-later 10000 service-busy"},
           Row{"a second", answer(429, R"({"policyName":"SECONDLY"})"), "retry-later 1000 service-busy",
               "retry-later 1000 service-busy"},
           Row{"a second, by its sentence",
               answer(429, R"({"message":"You have reached your secondly limit."})"),
               "retry-later 1000 service-busy", "retry-later 1000 service-busy"},
           Row{"a day", answer(429, R"({"policyName":"DAILY"})"), "retry-later 900000 service-busy",
               "retry-later 900000 service-busy"},
           Row{"429 of something on the way", answer(429, html), "retry-later 10000 service-busy",
               "retry-later 10000 service-busy"},
           Row{"locked", answer(423, ""), "retry-later 2000 service-busy", "retry-later 2000 service-busy"},
           Row{"moving house", answer(477, ""), "retry-later 60000 service-busy",
               "retry-later 60000 service-busy"},
           Row{"502", answer(502, html), "retry-later service-failed", "uncertain write-uncertain"},
           Row{"504", answer(504, ""), "retry-later service-failed", "uncertain write-uncertain"},
           Row{"524", answer(524, html), "retry-later service-failed", "uncertain write-uncertain"},
           Row{"500 as an error", answer(500, R"({"status":"error","message":"internal"})"),
               "retry-later service-failed", "uncertain write-uncertain"},
           Row{"401", answer(401, R"({"category":"EXPIRED_AUTHENTICATION"})"), "renew-token reconnect-needed",
               "renew-token reconnect-needed"},
           Row{"403", answer(403, R"({"category":"MISSING_SCOPES"})"), "refused scope-missing",
               "refused scope-missing"},
           Row{"404", answer(404, R"({"category":"OBJECT_NOT_FOUND"})"), "refused record-not-found",
               "refused record-not-found"},
           Row{"409", answer(409, R"({"category":"CONFLICT"})"), "refused field-refused",
               "refused field-refused"},
           Row{"414", answer(414, html), "refused service-refused", "refused service-refused"},
           Row{"400", answer(400, R"({"category":"VALIDATION_ERROR"})"), "refused service-refused",
               "refused service-refused"},
           Row{"200 with HTML", answer(200, html), "refused service-answer-unreadable",
               "uncertain write-uncertain"},
           Row{"200 with an array", answer(200, "[]"), "refused service-answer-unreadable",
               "uncertain write-uncertain"},
           Row{"200 with an error", answer(200, R"({"status":"error","message":"no"})"),
               "refused service-refused", "refused service-refused"},
           Row{"200 with nothing", answer(200, ""), "refused service-answer-unreadable",
               "uncertain write-uncertain"},
       }) {
    CAPTURE(row.about);
    CHECK(shown(hs::judge(reading, row.response)) == row.for_read);
    CHECK(shown(hs::judge(patching, row.response)) == row.for_write);
  }
}

TEST_CASE("hubspot judge: answers of batches are read item by item, whatever 2xx they come with") {
  const std::string refused =
      R"({"status":"COMPLETE","results":[],"numErrors":1,"errors":[{"status":"error","category":"VALIDATION_ERROR",)"
      R"("message":"no","context":{"propertyName":["hs_due_date"]}}]})";
  const std::string partly =
      R"({"status":"COMPLETE","results":[{"id":"1"}],"errors":[{"category":"OBJECT_NOT_FOUND"}]})";
  struct Row {
    std::string about;
    Request request;
    Response response;
    std::string expected;
  };
  for (const Row& row : {
           Row{"made", upserting, answer(201, R"({"status":"COMPLETE","results":[{"id":"1"}]})"), "done"},
           Row{"refused with 207", upserting, answer(207, refused), "refused field-refused"},
           Row{"refused with 200", upserting, answer(200, refused), "refused field-refused"},
           Row{"partly", upserting, answer(207, partly), "done"},
           Row{"nothing made and nothing said", upserting, answer(200, R"({"results":[]})"),
               "uncertain write-uncertain"},
           Row{"some records missing", batch_reading, answer(207, partly), "done"},
           Row{"all records missing", batch_reading, answer(207, refused), "done"},
           Row{"nothing there", batch_reading, answer(200, R"({"results":[]})"), "done"},
           Row{"removed", removing, answer(204, ""), "done"},
           Row{"associated without a word", associating, answer(200, ""), "done"},
           Row{"patched without an id", patching, answer(200, "{}"), "uncertain write-uncertain"},
       }) {
    CAPTURE(row.about);
    CHECK(shown(hs::judge(row.request, row.response)) == row.expected);
  }
}

TEST_CASE("hubspot judge: Retry-After overrides the usual waits, up to a day") {
  for (const auto& [header, wait_ms] : {std::pair<const char*, std::int64_t>{"5", 5000},
                                        {"86400", 86'400'000},
                                        {"9999999", 86'400'000},
                                        {"x", 60'000}}) {
    CAPTURE(header);
    Response response = answer(477, "");
    response.headers["retry-after"] = header;
    CHECK(hs::judge(reading, response).wait_ms == wait_ms);
  }
}

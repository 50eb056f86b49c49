#include "core/hubspot/judge.h"

#include <algorithm>

#include "core/base/json.h"
#include "core/hubspot/errors.h"
#include "core/hubspot/requests.h"
#include "core/run/http.h"

namespace sidebill::hubspot {

namespace {

enum class Sending { any, read, write };
/// What the body is: an answer, a batch in which every input was refused, an error, or nothing readable.
enum class Body { any, answer, all_refused, error, unreadable };

/// One row: when all of it fits, this is what the answer means. The first row that fits counts.
struct Row {
  Failure failure;
  int lowest_status, highest_status;
  Body body;
  std::string_view policy;  // of a rate limit; "" fits every one
  Sending sending;
  Verdict verdict;
  Code code;             // where the error does not tell it
  std::int64_t wait_ms;  // where no Retry-After tells it
};

constexpr int any_low = 0;
constexpr int any_high = 999;

constexpr Row unanswered(Failure failure, Sending sending, Verdict verdict, Code code) {
  return {failure, any_low, any_high, Body::any, "", sending, verdict, code, 0};
}
/// A rate limit of this policy.
constexpr Row limited(std::string_view policy, Verdict verdict, Code code, std::int64_t wait_ms) {
  return {Failure::none, 429, 429, Body::any, policy, Sending::any, verdict, code, wait_ms};
}
constexpr Row status(int lowest, int highest, Body body, Sending sending, Verdict verdict, Code code,
                     std::int64_t wait_ms = 0) {
  return {Failure::none, lowest, highest, body, "", sending, verdict, code, wait_ms};
}
constexpr std::int64_t second_ms = 1000;
constexpr std::int64_t minute_ms = 60 * second_ms;

/// Source: reference/hubspot.md 5 and 11. After a server error or a cut connection a write may have happened.
constexpr Row rows[] = {
    // No answer.
    unanswered(Failure::not_connected, Sending::any, Verdict::refused, Code::not_connected),
    unanswered(Failure::offline, Sending::any, Verdict::retry_later, Code::service_unreachable),
    unanswered(Failure::cut_off, Sending::read, Verdict::retry_later, Code::service_unreachable),
    unanswered(Failure::timed_out, Sending::read, Verdict::retry_later, Code::service_unreachable),
    unanswered(Failure::lost, Sending::read, Verdict::retry_later, Code::service_unreachable),
    unanswered(Failure::cut_off, Sending::write, Verdict::uncertain, Code::write_uncertain),
    unanswered(Failure::timed_out, Sending::write, Verdict::uncertain, Code::write_uncertain),
    unanswered(Failure::lost, Sending::write, Verdict::uncertain, Code::write_uncertain),
    // Good answers, and answers that look good.
    status(200, 299, Body::answer, Sending::any, Verdict::done, Code::service_refused),
    status(200, 299, Body::all_refused, Sending::read, Verdict::done, Code::service_refused),
    status(200, 299, Body::all_refused, Sending::write, Verdict::refused, Code::service_refused),
    status(200, 299, Body::error, Sending::any, Verdict::refused, Code::service_refused),
    status(200, 299, Body::any, Sending::read, Verdict::refused, Code::service_answer_unreadable),
    status(200, 299, Body::any, Sending::write, Verdict::uncertain, Code::write_uncertain),
    // Later.
    limited("DAILY", Verdict::retry_later, Code::service_busy, 15 * minute_ms),
    limited("SECONDLY", Verdict::retry_later, Code::service_busy, second_ms),
    status(429, 429, Body::any, Sending::any, Verdict::retry_later, Code::service_busy, 10 * second_ms),
    status(423, 423, Body::any, Sending::any, Verdict::retry_later, Code::service_busy, 2 * second_ms),
    status(477, 477, Body::any, Sending::any, Verdict::retry_later, Code::service_busy, minute_ms),
    // In doubt.
    status(408, 408, Body::any, Sending::read, Verdict::retry_later, Code::service_failed),
    status(408, 408, Body::any, Sending::write, Verdict::uncertain, Code::write_uncertain),
    status(500, 599, Body::any, Sending::read, Verdict::retry_later, Code::service_failed),
    status(500, 599, Body::any, Sending::write, Verdict::uncertain, Code::write_uncertain),
    // No.
    status(401, 401, Body::any, Sending::any, Verdict::renew_token, Code::reconnect_needed),
    status(any_low, any_high, Body::any, Sending::any, Verdict::refused, Code::service_refused),
};

/// A body as far as the table asks about it.
struct Seen {
  Body body = Body::unreadable;
  ApiError error;
  std::string policy;
};

/// A single record is created or changed: the answer has its id.
bool is_about_one_record(const Request& request) {
  const bool writes = request.method == "POST" || request.method == "PATCH";
  const bool objects = request.path.compare(0, 13, "/crm/objects/") == 0;
  return writes && objects && is_write(request) && request.path.find("/batch/") == std::string::npos;
}

bool is_member_full(const Json& answer, Name name) {
  const Json* list = answer.find(name);
  return list != nullptr && !list->items.empty();
}

/// A batch tells in every 2xx answer which inputs were refused; a write that answers an empty batch tells
/// nothing.
Body body_of(const Request& request, const Json& answer) {
  if (!answer.is_object()) return Body::unreadable;
  const Json* status = answer.find("status");
  if (status != nullptr && status->is_string() && status->text == "error") return Body::error;
  if (is_about_one_record(request)) return answer.find("id") == nullptr ? Body::unreadable : Body::answer;
  if (answer.find("results") == nullptr || is_member_full(answer, "results")) return Body::answer;
  if (is_member_full(answer, "errors")) return Body::all_refused;
  return is_write(request) ? Body::unreadable : Body::answer;
}

std::string policy_of(const ApiError& error) {
  if (!error.policy_name.empty()) return error.policy_name;
  return error.message.find(" secondly limit") == std::string::npos ? "" : "SECONDLY";
}

Seen look_at(const Request& request, const Response& response) {
  if (response.body.empty()) {
    const bool says_nothing = request.method == "DELETE" || request.method == "PUT" || response.status == 204;
    return {says_nothing || !response.kept.is_null() ? Body::answer : Body::unreadable, {}, ""};
  }
  Issues unread;
  const auto json = parse_json(response.body, unread);
  if (!json) return {};
  Seen seen{body_of(request, *json), {}, ""};
  if (seen.body == Body::answer && response.status < 300) return seen;
  seen.error = read_error(*json);
  seen.policy = policy_of(seen.error);
  return seen;
}

bool fits(const Row& row, const Response& response, const Seen& seen, Sending sending) {
  if (row.failure != response.failure) return false;
  if (response.status < row.lowest_status || response.status > row.highest_status) return false;
  if (row.body != Body::any && row.body != seen.body) return false;
  if (!row.policy.empty() && row.policy != seen.policy) return false;
  return row.sending == Sending::any || row.sending == sending;
}

/// The issues of every input that a batch refused.
Issues issues_of_batch(const Response& response) {
  Issues unread, issues;
  const auto json = parse_json(response.body, unread);
  if (!json) return issues;
  Reader(*json, "", unread).each("errors", [&](const Reader& one) {
    const Issues found = issues_of(0, read_error(one.value()));
    issues.insert(issues.end(), found.begin(), found.end());
  });
  return issues;
}

Issues issues_for(const Row& row, const Response& response, const Seen& seen) {
  if (row.verdict == Verdict::refused && seen.body == Body::all_refused) return issues_of_batch(response);
  const bool the_error_tells = response.failure == Failure::none && row.verdict == Verdict::refused &&
                               (response.status >= 300 || seen.body == Body::error);
  if (the_error_tells) return issues_of(response.status, seen.error);
  std::map<std::string, std::string> args{{"service", "hubspot"}};
  if (response.status != 0) args["status"] = std::to_string(response.status);
  if (!seen.policy.empty()) args["policy"] = seen.policy;
  return {error(row.code, "", std::move(args))};
}

}  // namespace

Judgement judge(const Request& request, const Response& response) {
  const Seen seen = response.failure == Failure::none ? look_at(request, response) : Seen{};
  const Sending sending = is_write(request) ? Sending::write : Sending::read;
  const auto row = std::find_if(std::begin(rows), std::end(rows), [&](const Row& candidate) {
    return fits(candidate, response, seen, sending);
  });
  Judgement judgement;
  judgement.verdict = row->verdict;
  if (row->verdict == Verdict::done) return judgement;
  if (row->verdict == Verdict::retry_later || row->verdict == Verdict::uncertain) {
    judgement.wait_ms = retry_after_ms(response).value_or(row->wait_ms);
  }
  judgement.issues = issues_for(*row, response, seen);
  return judgement;
}

}  // namespace sidebill::hubspot

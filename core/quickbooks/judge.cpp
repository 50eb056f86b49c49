#include "core/quickbooks/judge.h"

#include <algorithm>

#include "core/base/json.h"
#include "core/quickbooks/faults.h"
#include "core/quickbooks/requests.h"
#include "core/run/http.h"

namespace sidebill::quickbooks {

namespace {

constexpr std::int64_t minute_ms = 60'000;

enum class Sending { any, read, write };
/// What the body is: an answer, something with faults in it, or nothing that can be read as either.
enum class Body { any, answer, faults, unreadable };

/// One row: when all of it fits, this is what the answer means. The first row that fits counts.
struct Row {
  Failure failure;
  int lowest_status, highest_status;
  Body body;
  std::string_view fault;  // code; "" fits every one
  Sending sending;
  Verdict verdict;
  Code code;             // where the faults do not tell it
  std::int64_t wait_ms;  // where no Retry-After tells it
};

constexpr int any_low = 0;
constexpr int any_high = 999;

constexpr Row unanswered(Failure failure, Sending sending, Verdict verdict, Code code) {
  return {failure, any_low, any_high, Body::any, "", sending, verdict, code, 0};
}
/// A fault of this code, whatever status it comes with.
constexpr Row faulty(std::string_view fault, Sending sending, Verdict verdict, Code code,
                     std::int64_t wait_ms = 0) {
  return {Failure::none, any_low, any_high, Body::faults, fault, sending, verdict, code, wait_ms};
}
constexpr Row status(int lowest, int highest, Body body, Sending sending, Verdict verdict, Code code,
                     std::int64_t wait_ms = 0) {
  return {Failure::none, lowest, highest, body, "", sending, verdict, code, wait_ms};
}

/// Source: reference/quickbooks.md 4.1 and 7. A fault with a code was decided by QuickBooks: nothing was
/// written. A server error or a cut connection was not: the write may have happened, and the same requestid
/// tells.
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
    // Faults that say more than "no", whatever status they come with.
    faulty("3001", Sending::any, Verdict::retry_later, Code::service_busy, minute_ms),
    faulty("130", Sending::any, Verdict::retry_later, Code::service_busy, minute_ms),
    faulty("140", Sending::any, Verdict::retry_later, Code::service_busy, minute_ms),
    faulty("150", Sending::any, Verdict::retry_later, Code::service_busy, minute_ms),
    faulty("3200", Sending::any, Verdict::renew_token, Code::reconnect_needed),
    faulty("100", Sending::any, Verdict::renew_token, Code::reconnect_needed),
    faulty("110", Sending::any, Verdict::renew_token, Code::reconnect_needed),
    faulty("120", Sending::any, Verdict::refused, Code::admin_needed),
    faulty("600", Sending::write, Verdict::uncertain, Code::write_uncertain),
    faulty("10000", Sending::read, Verdict::retry_later, Code::service_failed),
    faulty("10000", Sending::write, Verdict::uncertain, Code::write_uncertain),
    // Statuses.
    status(401, 401, Body::any, Sending::any, Verdict::renew_token, Code::reconnect_needed),
    status(429, 429, Body::any, Sending::any, Verdict::retry_later, Code::service_busy, minute_ms),
    status(408, 408, Body::any, Sending::read, Verdict::retry_later, Code::service_failed),
    status(408, 408, Body::any, Sending::write, Verdict::uncertain, Code::write_uncertain),
    status(500, 599, Body::any, Sending::read, Verdict::retry_later, Code::service_failed),
    status(500, 599, Body::any, Sending::write, Verdict::uncertain, Code::write_uncertain),
    status(any_low, any_high, Body::faults, Sending::any, Verdict::refused, Code::service_refused),
    status(200, 299, Body::answer, Sending::any, Verdict::done, Code::service_refused),
    status(200, 299, Body::any, Sending::read, Verdict::refused, Code::service_answer_unreadable),
    status(200, 299, Body::any, Sending::write, Verdict::uncertain, Code::write_uncertain),
    status(403, 403, Body::any, Sending::any, Verdict::refused, Code::permission_missing),
    status(any_low, any_high, Body::any, Sending::any, Verdict::refused, Code::service_refused),
};

/// A body as far as the table asks about it.
struct Seen {
  Body body = Body::unreadable;
  std::vector<Fault> faults;
};

/// The answer to a write names the record that was written.
bool names_a_record(const Json& answer) {
  return std::any_of(answer.members.begin(), answer.members.end(), [](const auto& member) {
    const Json* id = member.second.find("Id");
    return id != nullptr && !id->text.empty();
  });
}

bool is_answer(const Request& request, const Json& body) {
  if (!body.is_object()) return false;
  return !is_write(request) || names_a_record(body);
}

bool was_kept(const Response& response) { return response.body.empty() && !response.kept.is_null(); }

Seen look_at(const Request& request, const Response& response) {
  if (was_kept(response)) return {Body::answer, {}};
  Issues unread;
  if (const auto json = parse_json(response.body, unread)) {
    auto faults = read_faults(*json);
    if (!faults.empty()) return {Body::faults, std::move(faults)};
    return {is_answer(request, *json) ? Body::answer : Body::unreadable, {}};
  }
  auto faults = read_faults(response.body);  // XML, whatever was asked for
  if (!faults.empty()) return {Body::faults, std::move(faults)};
  return {};
}

bool has_fault(const Seen& seen, std::string_view code) {
  return std::any_of(seen.faults.begin(), seen.faults.end(),
                     [&](const Fault& fault) { return fault.code == code; });
}

bool fits(const Row& row, const Response& response, const Seen& seen, Sending sending) {
  if (row.failure != response.failure) return false;
  if (response.status < row.lowest_status || response.status > row.highest_status) return false;
  if (row.body != Body::any && row.body != seen.body) return false;
  if (!row.fault.empty() && !has_fault(seen, row.fault)) return false;
  return row.sending == Sending::any || row.sending == sending;
}

Issues issues_for(const Row& row, const Response& response, const Seen& seen) {
  const bool faults_tell = row.verdict == Verdict::refused || row.verdict == Verdict::renew_token;
  if (faults_tell && !seen.faults.empty()) return issues_of(seen.faults);
  std::map<std::string, std::string> args{{"service", "quickbooks"}};
  if (response.status != 0) args["status"] = std::to_string(response.status);
  if (!seen.faults.empty()) args["fault"] = seen.faults.front().code;
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

}  // namespace sidebill::quickbooks

#include "core/operations/create_document.h"

#include "core/operations/server_time.h"
#include "core/quickbooks/answer_time.h"
#include "core/quickbooks/faults.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

/// Long enough to outlast an evening's outage; the trust in the key ends it before that.
constexpr int patience = 800;

Call call_of(const Creation& creation, const Attempts& attempts) {
  RequestIdOf identity = creation.identity;
  identity.generation = attempts.generation;
  identity.refusals = attempts.refusals;
  Call call = quickbooks::create(identity.realm, creation.entity, creation.body, request_id(identity),
                                 "create-" + creation.entity, creation.keep);
  call.patience = patience;
  return call;
}

/// A refusal that says when it was made. Without a time, two fresh ones look alike.
std::optional<std::int64_t> refused_at_ms(const Reply& reply) {
  if (reply.verdict != Verdict::refused || quickbooks::read_faults(reply.response.body).empty()) return {};
  return quickbooks::answer_time_ms(reply.response.body);
}

/// Word for word and to the instant what was answered before.
bool is_repeated(const Reply& reply, const Attempts& attempts) {
  return refused_at_ms(reply) && reply.response.body == attempts.last_refusal;
}

bool looks_old(const Reply& reply) {
  const auto stamp = refused_at_ms(reply);
  return stamp && is_before_sending(*stamp, reply.response);
}

Reply send(Io& io, const Creation& creation, Attempts& attempts, bool& repeated) {
  Reply reply = io.send(call_of(creation, attempts));
  repeated = is_repeated(reply, attempts);
  attempts.last_refusal = reply.verdict == Verdict::refused ? reply.response.body : "";
  return reply;
}

}  // namespace

Reply create_once(Io& io, const Creation& creation, Attempts& attempts) {
  bool repeated = false;
  Reply reply = send(io, creation, attempts, repeated);
  // A clock that is wrong makes a fresh refusal look old; a stored one comes back to the letter.
  if (!repeated && looks_old(reply)) reply = send(io, creation, attempts, repeated);
  if (!repeated) return reply;
  attempts.refusals += 1;
  return send(io, creation, attempts, repeated);
}

}  // namespace sidebill

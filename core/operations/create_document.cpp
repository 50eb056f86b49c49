#include "core/operations/create_document.h"

#include "core/operations/server_time.h"
#include "core/quickbooks/answer_time.h"
#include "core/quickbooks/faults.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

/// Long enough to outlast an evening's outage; the trust in the key ends it before that.
constexpr int patience = 800;

Call call_of(const Creation& creation, const Refusals& refusals) {
  RequestIdOf identity = creation.identity;
  identity.refusals = refusals.count;
  Call call = quickbooks::create(identity.realm, creation.entity, creation.body, request_id(identity),
                                 "create-" + creation.entity, creation.keep);
  call.patience = patience;
  return call;
}

/// An answer given before is given again: word for word, or stamped before it was asked for.
bool is_stored_refusal(const Reply& reply, const Refusals& refusals) {
  if (reply.verdict != Verdict::refused || quickbooks::read_faults(reply.response.body).empty()) return false;
  if (!refusals.last_body.empty() && reply.response.body == refusals.last_body) return true;
  const auto stamp = quickbooks::answer_time_ms(reply.response.body);
  return stamp && is_before_sending(*stamp, reply.response);
}

}  // namespace

Reply create_once(Io& io, Creation creation, Refusals& refusals) {
  for (;;) {
    Reply reply = io.send(call_of(creation, refusals));
    if (!is_stored_refusal(reply, refusals)) {
      if (reply.verdict == Verdict::refused) refusals.last_body = reply.response.body;
      return reply;
    }
    refusals.count += 1;
    refusals.last_body.clear();
  }
}

}  // namespace sidebill

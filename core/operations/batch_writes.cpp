#include "core/operations/batch_writes.h"

#include "core/hubspot/read.h"

namespace sidebill {

BatchOutcome batch_outcome(const Reply& reply, const std::string& type, const std::vector<std::string>& ids) {
  BatchOutcome outcome;
  if (!reply.ok()) {
    for (const std::string& id : ids) outcome.refused[id] = reply.issues;
    return outcome;
  }
  Issues unread;  // a record that cannot be read was written all the same
  hubspot::BatchResult result = hubspot::read_batch(reply.response.body, type, unread);
  for (const hubspot::ItemError& one : result.errors) {
    for (const std::string& id : one.ids) {
      outcome.refused[id] = {
          error(Code::service_refused, "", {{"service", "hubspot"}, {"message", one.message}})};
    }
  }
  outcome.written = std::move(result.records);
  return outcome;
}

}  // namespace sidebill

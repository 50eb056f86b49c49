// Creating records in QuickBooks exactly once: the request id, stored refusals, replays, doubt that lasts.
#pragma once

#include <string>

#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// What was tried to make one record in this run, over several approvals: what its request id is made of, and
/// the refusal that a stored one would repeat.
struct Attempts {
  int generation = 0;
  int refusals = 0;
  std::string last_refusal = {};
};

/// What is to be created and under which identity.
struct Creation {
  std::string entity;  // "customer", "item", "invoice"
  std::string body;
  RequestIdOf identity;
  Keep keep;
};

/// Sends the create until QuickBooks has answered: the same id again while it is in doubt. A refusal that was
/// stored under the id, proven by coming twice, is passed by with the next id, once: whatever is refused then
/// is for the person to see. The reply is done, refused, or uncertain when the doubt has outlived the key's
/// trust.
///
/// Source: design.md 3 (requestid), reference/quickbooks.md 1
Reply create_once(Io& io, const Creation& creation, Attempts& attempts);

}  // namespace sidebill

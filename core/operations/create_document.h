// Creating records in QuickBooks exactly once: the request id, stored refusals, replays, doubt that lasts.
#pragma once

#include <string>

#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// Remembers refusals of one record over several attempts of a run, so that a stored refusal is told from a
/// new one.
struct Refusals {
  int count = 0;
  std::string last_body;
};

/// What is to be created and under which identity.
struct Creation {
  std::string entity;  // "customer", "item", "invoice"
  std::string body;
  RequestIdOf identity;
  Keep keep;
};

/// Sends the create until QuickBooks has answered: the same id again while it is in doubt. A refusal that was
/// stored under the id is passed by with the next one. The reply is done, refused, or uncertain when the
/// doubt has outlived the key's trust.
///
/// Source: design.md 3 (requestid), reference/quickbooks.md 1
Reply create_once(Io& io, Creation creation, Refusals& refusals);

}  // namespace sidebill

// The composer's one function: choices in, everything the page shows and everything that would be sent out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/billing/totals.h"
#include "core/matching/duplicate_radar.h"
#include "core/matching/match.h"
#include "core/operations/basis.h"
#include "core/operations/customer_plan.h"

namespace sidebill {

/// A body as it would be sent. Records that are to be created first stand in it as `new_record`.
struct Payload {
  std::string document;  // "customer", "item", "invoice", "estimate", "salesreceipt"
  std::string name;      // of the customer billed or the record made
  std::string method, path, body;
};

/// The id that stands in a previewed payload for a customer or item that does not exist yet.
inline constexpr const char* new_record = "(new)";

struct Composition {
  Choices choices;
  Match customer_match;
  CustomerPlan customer_plan;       // of a new one
  std::vector<Match> item_matches;  // one for each line of the choices
  Draft draft;
  std::optional<Totals> totals;
  std::vector<Duplicate> duplicates;  // documents that it may repeat
  Issues issues;
  std::vector<Payload> payloads;  // in the order in which they are sent; items once each
  std::string hash;               // SHA-256 over the payloads: what an approval names
  bool ready = false;             // no errors
};

/// Composes for these choices; without choices, for what the core proposes.
Composition compose(const Basis& basis, const std::optional<Choices>& choices);

/// The shapes `CustomerCandidate` and `ItemCandidate` of wasm/src/boundary.ts.
Json customer_candidate_json(const Candidate& candidate, const Customer& customer);
Json item_candidate_json(const Candidate& candidate, const Item& item);

/// The shape `ComposeView` of wasm/src/boundary.ts.
Json compose_view(const Basis& basis, const Composition& composition);

}  // namespace sidebill

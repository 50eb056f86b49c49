// Matches as JSON: what the directory answered is in the journal and goes to the page and back.
#pragma once

#include <vector>

#include "core/base/json.h"
#include "core/matching/match.h"

namespace sidebill {

/// The shape `Match` of wasm/src/boundary.ts: {outcome, candidates: [{id, score, evidence}]}.
Json match_json(const Match& match);
/// What is no match reads as none.
Match read_match(const Reader& reader);
/// {customer: Match, lines: {<line item>: Match}}.
Json sale_matches_json(const SaleMatches& matches);
SaleMatches read_sale_matches(const Reader& reader);

/// The shape `Evidence[]` of wasm/src/boundary.ts.
Json evidence_json(const std::vector<Evidence>& evidence);

}  // namespace sidebill

// Names that are taken, as JSON: what the directory answered is in the journal and goes to the page and back.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/matching/planned_taken.h"

namespace sidebill {

/// "customer", "vendor", "employee", "planned"; never changes meaning.
std::string_view kind_text(NameKind kind);

/// The shape `TakenName` of wasm/src/boundary.ts: {kind, id, active, display_name, parent_id}.
Json taken_json(const TakenName& name);
Json taken_list_json(const std::vector<TakenName>& names);
/// Errors: a name of no known kind becomes an issue and is left out
std::vector<TakenName> read_taken(const Reader& reader, Name member);

}  // namespace sidebill

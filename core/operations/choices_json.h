// What the person edits, as it crosses the boundary: the shape `Choices` of wasm/src/boundary.ts.
#pragma once

#include <optional>

#include "core/base/json.h"
#include "core/billing/compose.h"

namespace sidebill {

Json choices_json(const Choices& choices);
/// Errors: nullopt when this is no object; wrong fields become issues and read as empty
std::optional<Choices> read_choices(const Json& value, const std::string& path, Issues& issues);

}  // namespace sidebill

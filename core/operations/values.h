// Values of the model as JSON, for the store, the basis of a composition and the rows of the directory.
//
// Decimals are plain text, money is {"amount","currency"}, dates YYYY-MM-DD, variants {"kind": ...}.
#pragma once

#include <optional>
#include <string>

#include "core/base/issue.h"
#include "core/base/json.h"

namespace sidebill {

/// Value: any struct or choice of core/model (list in values.cpp).
template <class Value>
Json to_json(const Value& value);

/// All or nothing: what Sidebill wrote itself is intact or is not used.
///
/// Shape:  members that are missing keep their defaults, so that rows written before a member existed stay
///         readable; money, dates, currencies and decimals have no default
/// Errors: nullopt and issues with paths
template <class Value>
std::optional<Value> from_json(const Json& json, Issues& issues, const std::string& path = "");

}  // namespace sidebill

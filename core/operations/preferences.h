// What people decided for all deals, as operations look it up. Shape: `Preferences` of wasm/src/boundary.ts.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/json.h"
#include "core/model/preferences.h"
#include "core/run/run.h"

namespace sidebill {

/// "same-contact"; never changes meaning.
std::string_view customer_matching_text(CustomerMatching matching);
/// What means nothing here is evidence.
CustomerMatching read_customer_matching(std::string_view text);

Json preferences_json(const Preferences& preferences);
/// What is not there, or means nothing here, is as usual.
Preferences read_preferences(const Reader& reader);

Preferences look_preferences(Io& io);

}  // namespace sidebill

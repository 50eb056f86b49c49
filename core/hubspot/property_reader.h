// The values of one record, read with the place they have in HubSpot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/hubspot/objects.h"

namespace sidebill::hubspot {

/// A reader over the record's properties; paths begin with type and id: "/0-3/123/amount".
Reader property_reader(const Record& record, Issues& issues);

/// Texts; numbers are taken as their text, null as "".
std::string property_text(const Reader& properties, Name name);
/// The values of "a;b;c", trimmed, without empty ones.
std::vector<std::string> property_list(const Reader& properties, Name name);
PostalAddress property_address(const Reader& properties);

}  // namespace sidebill::hubspot

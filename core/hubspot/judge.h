// What an answer of HubSpot means: one table.
#pragma once

#include "core/run/run.h"

namespace sidebill::hubspot {

/// Source: reference/hubspot.md 5 and 11
Judgement judge(const Request& request, const Response& response);

}  // namespace sidebill::hubspot

// What an answer of QuickBooks means: one table.
#pragma once

#include "core/run/run.h"

namespace sidebill::quickbooks {

/// Source: reference/quickbooks.md 4.1, 7
Judgement judge(const Request& request, const Response& response);

}  // namespace sidebill::quickbooks

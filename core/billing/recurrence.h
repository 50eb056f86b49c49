// Lines that bill again and again: an invoice bills one period of them.
#pragma once

#include <string>

#include "core/billing/compose.h"

namespace sidebill {

bool is_recurring(const SaleLine& line);

/// One billing period in words: "month", "six months"; HubSpot's own word where it is new to us, "" for once.
std::string billing_period(const SaleLine& line);

}  // namespace sidebill

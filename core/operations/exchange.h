// What a currency is worth, asked of QuickBooks.
#pragma once

#include <optional>
#include <string>

#include "core/billing/compose.h"
#include "core/run/run.h"

namespace sidebill {

/// QuickBooks' rate of a currency on a day; nullopt and the reasons when it cannot say.
///
/// Shape:  one metered read
std::optional<ExchangeRate> read_exchange_rate(Io& io, const Company& company, const std::string& currency,
                                               Date day, Issues& issues);

}  // namespace sidebill

// The quotes of a deal as a sale knows them: which of them can be billed, and why the others cannot.
#pragma once

#include "core/hubspot/quotes.h"
#include "core/model/sale.h"

namespace sidebill {

/// Only what was published and has not expired can be billed; a quote is good through the day on which it
/// expires.
///
/// Shape:  a state of SaleQuote; `today` is the day in the portal's time zone
/// Source: features.md S0-09; reference/hubspot.md 3 (hs_status)
std::string quote_state(std::string_view status, std::optional<Date> expires, Date today);

SaleQuote map_quote(const hubspot::Quote& quote, Date today);

}  // namespace sidebill

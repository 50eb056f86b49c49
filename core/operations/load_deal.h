// A deal with all that billing looks at: its own lines or those of one of its quotes, who buys, who sells.
#pragma once

#include <optional>
#include <string>

#include "core/base/date.h"
#include "core/model/sale.h"
#include "core/operations/crm_reads.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// What is read of a deal besides itself.
struct DealReading {
  int patience = usual_patience;
  std::optional<Date> quotes_on;  // its quotes too, as they stand on this day
  std::string quote_id = {};      // lines, contacts and companies of this quote; "" for the deal's own
};

struct LoadedDeal {
  Sale sale;
  Issues issues;
};

/// Three rounds of reads, each in parallel: the deal and its associations, the records behind them, the
/// products of its lines. Ends the run when the deal or its lines cannot be read. A quote without contacts or
/// companies of its own is for those of the deal.
LoadedDeal load_deal(Io& io, const Portal& portal, const RecordRef& ref, const DealReading& reading = {});

}  // namespace sidebill

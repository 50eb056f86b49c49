// A record of HubSpot with what Sidebill remembers on it, and a deal with all that billing looks at.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/hubspot/objects.h"
#include "core/hubspot/records.h"
#include "core/model/sale.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// How often a read is sent when nothing depends on it yet.
inline constexpr int usual_patience = 3;

/// A deal, contact or company as the card needs it.
struct LoadedRecord {
  RecordRef ref;
  std::string name;
  std::vector<Link> links;      // everything stored on the record
  std::vector<Link> removed;    // invoices that somebody took off it, on deals
  std::vector<Link> documents;  // its invoices: stored links and mirrored invoices, each once
  std::vector<hubspot::InvoiceObject> mirrored;
  bool mirrored_known = true;  // false: HubSpot did not say which invoices are tied to it
  int generation = 0;
  hubspot::Record record;  // as read, to see what already says so
  Issues issues;           // what could not be read, with the scope that is missing
};

/// Two rounds of reads. Ends the run when the record itself cannot be read.
LoadedRecord load_record(Io& io, const Portal& portal, const RecordRef& ref);

/// The same for who cannot stop any more, since something exists already: it waits out an outage unless told
/// otherwise, and adds the reasons to `issues` when there is nothing to be had.
std::optional<LoadedRecord> find_record(Io& io, const Portal& portal, const RecordRef& ref, Issues& issues,
                                        int patience = outage_patience);

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

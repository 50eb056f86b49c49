// A record of HubSpot with what Sidebill remembers on it, and a deal with all that billing looks at.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/hubspot/objects.h"
#include "core/hubspot/records.h"
#include "core/model/sale.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// A deal, contact or company as the card needs it.
struct LoadedRecord {
  RecordRef ref;
  std::string name;
  std::vector<Link> links;      // everything stored on the record
  std::vector<Link> documents;  // its invoices: stored links and mirrored invoices, each once
  std::vector<hubspot::InvoiceObject> mirrored;
  int generation = 0;
  hubspot::Record record;  // as read, to see what already says so
  Issues issues;           // what could not be read, with the scope that is missing
};

/// Two rounds of reads. Ends the run when the record itself cannot be read.
LoadedRecord load_record(Io& io, const Portal& portal, const RecordRef& ref);

struct LoadedDeal {
  Sale sale;
  Issues issues;
};

/// Three rounds of reads, each in parallel: the deal and its associations, the records behind them, the
/// products of its lines. Ends the run when the deal or its lines cannot be read.
LoadedDeal load_deal(Io& io, const Portal& portal, const RecordRef& ref);

}  // namespace sidebill

// A record of HubSpot with what Sidebill remembers on it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/hubspot/objects.h"
#include "core/hubspot/records.h"
#include "core/model/link.h"
#include "core/operations/crm_reads.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

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

}  // namespace sidebill

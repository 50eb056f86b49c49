// Whole lists of the services into directory and store, page by page; the journal keeps the counts alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/operations/crm_lists.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// A list of QuickBooks ("Customer" into "customers"), and how many rows it has. Ends the run when a page
/// cannot be read.
std::int64_t keep_quickbooks_list(Io& io, const std::string& realm, const std::string& entity,
                                  const std::string& list, const std::string& purpose);

/// A list of HubSpot, and how many living records it has; those that were archived leave the directory. Ends
/// the run when a page cannot be read.
std::int64_t keep_hubspot_list(Io& io, const Portal& portal, CrmList of);

/// Up to 100 records as they are now, so that the directory knows what was just written. What cannot be read
/// is read with the list the next time.
void keep_hubspot_records(Io& io, const Portal& portal, CrmList of, const std::vector<std::string>& ids);

}  // namespace sidebill

// Tying documents of QuickBooks to a record of HubSpot: the mirrored invoice, the record's links and figures.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/model/company.h"
#include "core/operations/load_record.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

struct NotLinked {
  Link link;
  Issues issues;
};

struct LinkedDocuments {
  std::vector<Link> linked;
  std::vector<NotLinked> failed;  // gone, or could not be read
  Issues issues;                  // what HubSpot would not take
};

/// Adds these documents, which the record does not have yet. One that somebody once took off it is its again.
LinkedDocuments link_documents(Io& io, const Portal& portal, const std::vector<Company>& companies,
                               const LoadedRecord& record, const std::vector<Link>& links, Date today);

/// Keys of documents, as reports list them.
Json keys_json(const std::vector<Link>& links);

}  // namespace sidebill

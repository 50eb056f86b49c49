// The card of one record: its documents with their sums.
#pragma once

#include <vector>

#include "core/operations/documents.h"
#include "core/operations/load_record.h"
#include "core/operations/settings.h"

namespace sidebill {

/// The date in the first company's zone, else the portal's: what "overdue" is measured by.
Date today_of(const std::vector<Company>& companies, std::int64_t now_ms);

/// The shape RecordCard of wasm/src/boundary.ts; newest documents first.
Json record_card(const Portal& portal, const std::vector<Company>& companies, const LoadedRecord& record,
                 const LoadedInvoices& documents, std::int64_t now_ms, const Issues& notices);

}  // namespace sidebill

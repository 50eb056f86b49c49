// The directory over the boundary: lists in, questions answered. Shapes: wasm/src/boundary.ts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/matching/directory.h"
#include "core/model/company.h"
#include "core/model/document.h"
#include "core/model/sale.h"

namespace sidebill {

/// One answer of QuickBooks ({realm, list, body}) as rows for the store; customers, items and names go into
/// the directory as well.
///
/// Errors: nullopt when the answer is unreadable; single unreadable records become issues
std::optional<Json> ingest_list(Directory& directory, const Reader& request);

/// Rows of the store ({list, rows}) back into the directory.
std::optional<Json> fill_directory(Directory& directory, const Reader& request);

/// Answers {kind: "sale" | "search-customers" | "search-items", ...}.
std::optional<Json> ask_directory(Directory& directory, const Reader& request);

/// The question "sale": every record that could matter for a sale and the choices made so far.
Json sale_question(const Sale& sale, const Company& company, const CustomerChoice& customer,
                   const std::vector<ItemChoice>& items);

}  // namespace sidebill

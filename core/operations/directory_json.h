// The directory over the boundary: lists in, questions answered. Shapes: wasm/src/boundary.ts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/matching/directory.h"
#include "core/model/company.h"
#include "core/model/document.h"
#include "core/model/preferences.h"
#include "core/model/sale.h"

namespace sidebill {

/// Rows of the store ({list, rows}) back into the directory; those of deleted records take them out of it.
std::optional<Json> fill_directory(Directory& directory, const Reader& request);

/// Answers {kind: "sale" | "search-customers" | "search-items" | "search-contacts" | ..., ...}; the question
/// "pairs" and "unpaired" are answered by PairsAnswers.
std::optional<Json> ask_directory(Directory& directory, const Reader& request);

/// The question "sale": every record that could matter for a sale and the choices made so far.
Json sale_question(const Sale& sale, const Company& company, CustomerMatching matching,
                   const CustomerChoice& customer, const std::vector<ItemChoice>& items);

}  // namespace sidebill

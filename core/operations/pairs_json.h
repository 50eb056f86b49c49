// The question "pairs" of the directory: what both sides have in common, page by page.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/json.h"
#include "core/matching/side_pairs.h"

namespace sidebill {

/// Goes on with what was asked for last, while the directory has not changed.
class PairsAnswers {
 public:
  /// {kind: "pairs", realm, portal, of, outcome, from, limit, at_once} -> PairsAnswer of wasm/src/boundary.
  ///
  /// Errors: nullopt without realm or portal, or with an unknown list
  std::optional<Json> answer(Directory& directory, const Reader& request);

 private:
  std::string asked_;
  std::uint32_t state_ = 0;
  std::unique_ptr<SidePairs> pairs_;
};

}  // namespace sidebill

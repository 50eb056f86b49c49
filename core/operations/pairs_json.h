// The questions "pairs" and "unpaired" of the directory: what both sides have in common and what not, page by
// page.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/json.h"
#include "core/matching/side_pairs.h"

namespace sidebill {

struct AskedPairs;

/// Goes on with what was asked for last, while the directory has not changed.
class PairsAnswers {
 public:
  /// {kind: "pairs", realm, portal, of, outcome, from, limit, at_once} -> PairsAnswer of wasm/src/boundary.
  ///
  /// Errors: nullopt without realm or portal, or with an unknown list
  std::optional<Json> pairs(Directory& directory, const Reader& request);
  /// {kind: "unpaired", realm, portal, of, set_aside, from, limit, at_once} -> UnpairedAnswer.
  ///
  /// Errors: as `pairs`
  std::optional<Json> unpaired(Directory& directory, const Reader& request);

 private:
  /// Both sides compared a step further.
  const SidePairs& compare(Directory& directory, const AskedPairs& asked);

  std::string asked_;
  std::uint32_t state_ = 0;
  std::unique_ptr<SidePairs> pairs_;
};

}  // namespace sidebill

// Findings as evidence that a person can read: field, level, both values as compared, and points.
#pragma once

#include <vector>

#include "core/matching/customer_features.h"
#include "core/matching/findings.h"
#include "core/matching/item_features.h"
#include "core/matching/match.h"

namespace sidebill {

/// One evidence per clue, in the order in which fields are compared; their weights sum to `score_of`.
std::vector<Evidence> explain(const Findings& findings, const Weights& weights, const CustomerFeatures& left,
                              const CustomerFeatures& right, const Lexicon& names);
std::vector<Evidence> explain(const Findings& findings, const Weights& weights, const ItemFeatures& left,
                              const ItemFeatures& right, const Lexicon& words);

}  // namespace sidebill

// The first of a buyer's proposals that nobody has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/matching/planned_proposals.h"

namespace sidebill {

struct FreeName {
  std::string name;                  // '' when none is free
  std::optional<TakenName> own;      // the buyer's own customer has one of the names
  std::vector<AvoidedName> avoided;  // up to three holders of each name tried
  bool shortened = false;            // the base did not fit beside its tags
};

/// Tries each proposal, then numbers from 2 on: up to ten one after the other, then in growing steps, so that
/// a million namesakes cost some fifty questions. The number found is free, and the one before it is not.
///
/// Shape: when one of `own` has any of these names, with whatever number, nothing is tried
FreeName find_free_name(const Proposals& proposals, const std::vector<TakenName>& own,
                        const TakenNames& taken);

}  // namespace sidebill

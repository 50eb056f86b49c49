// The names to try for a customer, the plainest first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/matching/planned_parties.h"

namespace sidebill {

/// Names made of one base and what tells it from namesakes, in one pair of brackets.
struct Proposals {
  std::string base;
  std::vector<std::vector<std::string>>
      tags;  // tried in this order; the first is also what numbers are added to
};

/// Shape: an empty base when nothing of the buyer can be a name
Proposals proposals_for(const Parties& parties, NamePolicy policy);

/// "Acme (Ana Sol, Malmö)", the base cut so that the whole is short enough.
///
/// Shape: clean parts give a clean name
std::string tagged_name(const std::string& base, const std::vector<std::string>& tags);

/// What a proposal without a free tag becomes: "Acme (2)", "Acme (Ana Sol, 2)".
std::string numbered_name(const Proposals& proposals, std::uint32_t number);

}  // namespace sidebill

// When the deal changes under a person's hands: what they left as it was proposed follows it, what they typed
// stays.
#pragma once

#include "core/billing/compose.h"

namespace sidebill {

/// `mine` with every value that equals the one proposed `before` replaced by the one proposed `after`. A line
/// that the deal lost goes when nobody touched it; one that the deal gained is added at the end.
Choices follow_source(const Choices& mine, const Choices& before, const Choices& after);

}  // namespace sidebill

// Two customers, field by field.
#pragma once

#include "core/matching/customer_features.h"
#include "core/matching/findings.h"

namespace sidebill {

/// Everything that speaks for and against the two being one. What either side lacks says nothing.
Findings compare_customers(const CustomerFeatures& left, const CustomerFeatures& right,
                           const CustomerLexicons& lexicons);

}  // namespace sidebill

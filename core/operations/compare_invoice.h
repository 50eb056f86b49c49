// What QuickBooks booked, against what was approved.
#pragma once

#include "core/base/issue.h"
#include "core/billing/totals.h"
#include "core/model/document.h"

namespace sidebill {

/// Every difference in what was sent, and in the total. What was left open QuickBooks may fill in, and a
/// total that differs only by a tax which nobody had predicted is no difference.
Issues compare_invoice(const Invoice& sent, const Totals& approved, const Invoice& returned);

}  // namespace sidebill

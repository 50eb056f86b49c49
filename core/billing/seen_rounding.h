// What documents already read say about how QuickBooks rounds tax.
#pragma once

#include <optional>
#include <vector>

#include "core/model/company.h"
#include "core/model/document.h"

namespace sidebill {

/// Whether the tax of each line is rounded by itself: told by documents of which one way gives their tax and
/// the other does not.
///
/// Shape:  documents of a company that taxes by lines, whose prices are without tax; those with a discount
///         are left out
/// Errors: nullopt when no document tells, or two contradict each other
/// Source: reference/quickbooks.md 4.5: not documented, so it is seen
std::optional<bool> seen_tax_by_line(const std::vector<Invoice>& invoices, const Company& company);

}  // namespace sidebill

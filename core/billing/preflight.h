// Everything that QuickBooks would refuse or a person would regret, found before any call.
#pragma once

#include "core/billing/compose.h"

namespace sidebill {

/// Runs every check of the list in preflight.cpp over a draft; each adds its own issues. The checks do not
/// stop each other: the person sees everything in one pass. What concerns single lines (preflight_lines.cpp)
/// was told by draft_invoice, which alone knows where in the choices a line stands.
void preflight(const Draft& draft, const Sale& sale, const Company& company, const Known& known,
               Issues& issues);

}  // namespace sidebill

// Everything that composing rests on, read for a deal: the deal, today, and the directory's records.
#pragma once

#include <optional>

#include "core/operations/basis.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

struct LoadedBasis {
  Basis basis;
  Issues issues;  // what could not be read
  std::int64_t now_ms = 0;
};

/// Reads the deal and the time anew and asks the directory for all records that the sale or the choices name.
/// No call to QuickBooks.
LoadedBasis load_basis(Io& io, const Portal& portal, const Company& company, const RecordRef& source,
                       const std::optional<Choices>& choices);

}  // namespace sidebill

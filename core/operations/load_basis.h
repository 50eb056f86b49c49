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

/// Which part of a deal is composed.
struct SaleSource {
  RecordRef record;
  bool with_quotes = false;      // those that could be billed instead are read too
  std::string quote_id = {};     // of the quote that is billed, "" for the deal's own lines
  std::string type = "Invoice";  // the form that is made
};

/// Reads the deal and the time anew and asks the directory for all records that the sale or the choices name.
/// No call to QuickBooks.
LoadedBasis load_basis(Io& io, const Portal& portal, const Company& company, const SaleSource& source,
                       const std::optional<Choices>& choices);

}  // namespace sidebill

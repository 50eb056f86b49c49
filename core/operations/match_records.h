// Which records of HubSpot are which of QuickBooks, for whole lists: reading both sides, and linking pairs
// that somebody accepted.
#pragma once

#include "core/run/run.h"

namespace sidebill {

/// Both sides of one list into the directory. Input ReadRecordsInput, report ReadRecordsReport of
/// wasm/src/boundary.
///
/// Shape:  a read of HubSpot for every 100 records, one metered read of QuickBooks for every 1,000
Json read_records(Io& io, const Json& input);

/// Writes on records of HubSpot which of QuickBooks they are. Input LinkRecordsInput, report
/// LinkRecordsReport. A record that is linked with another one of its company by now is left as it is.
Json link_records(Io& io, const Json& input);

}  // namespace sidebill

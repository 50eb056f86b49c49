// Which records of HubSpot are which of QuickBooks, for whole lists: reading both sides, linking pairs
// that somebody accepted, and making contacts of customers that have none.
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

/// Makes contacts in HubSpot of customers of QuickBooks. Input ImportCustomersInput, report
/// ImportCustomersReport. A customer of whom a contact was made before gets no second one; where a contact
/// has the customer's e-mail address already, none is made.
///
/// Shape: for every 100 customers a metered read of QuickBooks, two reads of HubSpot, a write and a read
Json import_customers(Io& io, const Json& input);

}  // namespace sidebill

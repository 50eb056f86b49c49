// Numbers for documents of companies that number them by hand: the next one, and none of them twice.
#pragma once

#include "core/billing/compose.h"
#include "core/operations/invoice_job.h"

namespace sidebill {

/// The next free number as QuickBooks has them now, beyond every one that was ever read here: a number of a
/// document that was deleted does not come back. Nothing for a company that QuickBooks numbers itself.
///
/// Shape:  one metered query for the newest documents; what QuickBooks refused is taken, wherever that is
Numbering read_numbers(Io& io, const InvoiceJob& job, Issues& issues);

/// Where QuickBooks let somebody else's document have the number of this new one, the later of the two gets
/// the next that is free; where that is theirs, it is told. Never ends the run: the invoice exists.
void settle_number(Io& io, const InvoiceJob& job, Invoice& made, Issues& issues);

}  // namespace sidebill

// From a deal to an invoice, an estimate or a sales receipt that exists exactly once, and a deal that knows
// it.
#pragma once

#include "core/run/run.h"

namespace sidebill {

/// Input and report: CreateInvoiceInput and CreateInvoiceReport of wasm/src/boundary.ts.
Json create_invoice(Io& io, const Json& input);
Json create_estimate(Io& io, const Json& input);
Json create_sales_receipt(Io& io, const Json& input);
/// Finishes a run of another revision that has written: the document it made is found under the same request
/// id, its links are completed, and the report says so.
Json settle_create_invoice(Io& io, const Json& input);
Json settle_create_estimate(Io& io, const Json& input);
Json settle_create_sales_receipt(Io& io, const Json& input);

}  // namespace sidebill

// Postal addresses between QuickBooks and the model.
#pragma once

#include "core/model/sale.h"
#include "core/quickbooks/records.h"

namespace sidebill {

/// Everything after the first line becomes the second one.
Address map_address(const quickbooks::Address& address);
quickbooks::Address quickbooks_address(const Address& address);

}  // namespace sidebill

// Products and services, from QuickBooks.
#pragma once

#include "core/model/customer.h"
#include "core/quickbooks/records.h"

namespace sidebill {

Item map_item(const quickbooks::Item& item);

}  // namespace sidebill

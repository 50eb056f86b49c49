// Customers and the other holders of names, from QuickBooks.
#pragma once

#include "core/model/customer.h"
#include "core/quickbooks/records.h"

namespace sidebill {

Customer map_customer(const quickbooks::Customer& customer);
OtherName map_name(const quickbooks::NamedEntity& entity);

}  // namespace sidebill

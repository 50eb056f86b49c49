// What a customer made for a sale would be called.
#pragma once

#include "core/model/customer.h"
#include "core/model/sale.h"

namespace sidebill {

/// The buyer as a customer to be created: the company with its first contact, else the contact alone.
///
/// Shape:  the display name is the company's, else the person's, else the e-mail; '' when the sale has nobody
NewCustomer propose_customer(const Sale& sale);

/// Nothing has been typed yet: names, e-mail and phone are all empty.
bool is_blank(const NewCustomer& customer);

}  // namespace sidebill

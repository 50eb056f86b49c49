// What the people of a firm decided once, for all deals.
#pragma once

#include "core/model/customer.h"

namespace sidebill {

/// How the customer of a sale is found.
enum class CustomerMatching {
  evidence,      // by everything that is known of it; who is not certain is asked about
  same_contact,  // the one with the contact's first name, last name and e-mail address, else a new one
};

struct Preferences {
  NamePolicy naming = NamePolicy::company;  // of new customers, until somebody chooses otherwise
  CustomerMatching customers = CustomerMatching::evidence;
  bool add_by_itself = false;  // invoices that are certainly a deal's are added to it unasked
};

}  // namespace sidebill

// What the people of a firm decided once, for all deals.
#pragma once

#include <map>
#include <string>

#include "core/model/customer.h"

namespace sidebill {

/// How the customer of a sale is found.
enum class CustomerMatching {
  evidence,      // by everything that is known of it; who is not certain is asked about
  same_contact,  // the one with the contact's first name, last name and e-mail address, else a new one
};

/// What becomes of a line whose product QuickBooks has not, nor anything like it.
enum class MissingProduct {
  ask,       // the person decides
  create,    // it is created
  stand_in,  // all such lines are booked on one product, "Custom line item"
};

struct ProductRules {
  MissingProduct missing = MissingProduct::ask;
  std::string income_account_id;  // of what is created; without one the person decides
};

struct Preferences {
  NamePolicy naming = NamePolicy::company;  // of new customers, until somebody chooses otherwise
  CustomerMatching customers = CustomerMatching::evidence;
  bool add_by_itself = false;  // invoices that are certainly a deal's are added to it unasked
  std::map<std::string, ProductRules> products;  // by company
};

}  // namespace sidebill

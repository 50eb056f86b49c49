// Customers and items of QuickBooks, as far as billing and matching look at them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/model/sale.h"

namespace sidebill {

struct Customer {
  std::string id, sync_token;
  std::string display_name, company_name, given_name, family_name;
  std::vector<std::string> emails;  // QuickBooks keeps several in one field, comma separated
  std::string phone;
  Address billing_address, shipping_address;
  std::string currency;  // ISO code, "" = home currency
  std::string term_id;
  std::string parent_id;
  bool taxable = true;
  bool active = true;
  std::string tax_code_id = {};  // outside the US: what the customer is taxed by, "" for what is sold
};

/// Whom a customer stands for, and what it is called.
enum class NamePolicy {
  company,               // the company: "Acme"
  contact,               // each contact: "Ana Sol"
  company_with_contact,  // each contact: "Acme (Ana Sol)"
  sub_customer,          // each contact, beneath the company's customer: "Acme:Ana Sol"
  shared,                // the company, and its other contacts get copies
};

/// What a customer to be created will be.
struct NewCustomer {
  std::string display_name, company_name, given_name, family_name, email, phone, currency;
  Address billing_address;
  std::string parent_id;  // the customer that it is put beneath, '' for none
};

/// A name that a vendor or employee already has: display names are unique over all three kinds.
struct OtherName {
  std::string kind;  // "Vendor" or "Employee"
  std::string id, display_name;
};

struct Item {
  std::string id, sync_token;
  std::string name, full_name, sku, description;
  std::string type;  // Service, NonInventory, Inventory, Group, Category
  std::optional<Decimal> unit_price;
  std::string income_account_id, income_account_name;
  bool taxable = false;
  bool active = true;
  std::optional<Date> inventory_start;
  std::string tax_code_id = {};  // outside the US: what a sale of it is taxed by
};

struct NewItem {
  std::string name, description, sku, income_account_id;
  bool taxable = false;
};

}  // namespace sidebill

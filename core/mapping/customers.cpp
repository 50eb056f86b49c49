#include "core/mapping/customers.h"

#include "core/base/text.h"
#include "core/mapping/addresses.h"

namespace sidebill {

namespace {

/// QuickBooks keeps several addresses in one field, separated by commas.
std::vector<std::string> split_emails(const std::string& text) {
  std::vector<std::string> emails;
  for (const std::string& part : split(text, ',')) {
    std::string email = trim(part);
    if (!email.empty()) emails.push_back(std::move(email));
  }
  return emails;
}

}  // namespace

Customer map_customer(const quickbooks::Customer& customer) {
  Customer mapped;
  mapped.id = customer.identity.id;
  mapped.sync_token = customer.identity.sync_token;
  mapped.display_name = customer.display_name;
  mapped.company_name = customer.company_name;
  mapped.given_name = customer.given_name;
  mapped.family_name = customer.family_name;
  mapped.emails = split_emails(customer.email);
  mapped.phone = customer.phone.empty() ? customer.mobile : customer.phone;
  mapped.billing_address = map_address(customer.billing_address);
  mapped.shipping_address = map_address(customer.shipping_address);
  mapped.currency = customer.currency;
  mapped.term_id = customer.term.value;
  mapped.parent_id = customer.parent.value;
  mapped.tax_code_id = customer.tax_code.value;
  mapped.taxable = customer.taxable.value_or(true);
  mapped.active = customer.active.value_or(true);
  return mapped;
}

OtherName map_name(const quickbooks::NamedEntity& entity) {
  return {entity.kind, entity.identity.id, entity.display_name};
}

}  // namespace sidebill

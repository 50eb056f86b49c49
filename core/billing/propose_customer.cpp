#include "core/billing/propose_customer.h"

#include "core/base/text.h"

namespace sidebill {

namespace {

/// A colon makes a sub-customer of what stands before it, and tabs and line breaks are refused.
///
/// Source: reference/quickbooks.md 3.1
std::string allowed_name(std::string name) {
  for (char& letter : name) {
    if (letter == ':') letter = '-';
  }
  return collapse_spaces(name);
}

void take_contact(NewCustomer& customer, const CrmContact& contact) {
  customer.given_name = collapse_spaces(contact.first_name);
  customer.family_name = collapse_spaces(contact.last_name);
  customer.email = trim(contact.email);
  customer.phone = trim(contact.phone);
}

}  // namespace

NewCustomer propose_customer(const Sale& sale) {
  NewCustomer customer;
  if (!sale.contacts.empty()) take_contact(customer, sale.contacts.front());
  if (!sale.companies.empty()) {
    const CrmCompany& company = sale.companies.front();
    customer.company_name = collapse_spaces(company.name);
    if (customer.phone.empty()) customer.phone = trim(company.phone);
  }
  const std::string person = trim(customer.given_name + " " + customer.family_name);
  const std::string& name = !customer.company_name.empty() ? customer.company_name
                            : !person.empty()              ? person
                                                           : customer.email;
  customer.display_name = allowed_name(name);
  return customer;
}

bool is_blank(const NewCustomer& customer) {
  return customer.display_name.empty() && customer.company_name.empty() && customer.given_name.empty() &&
         customer.family_name.empty() && customer.email.empty() && customer.phone.empty();
}

}  // namespace sidebill

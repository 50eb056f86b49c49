#include "core/mapping/contacts.h"

#include <doctest/doctest.h>

using namespace sidebill;

namespace {

Customer customer_called(const std::string& display_name) {
  Customer customer;
  customer.id = "58";
  customer.display_name = display_name;
  return customer;
}

}  // namespace

TEST_CASE("contacts: a customer's person, company, first address and street, and which customer it is") {
  Customer customer = customer_called("Acme (Ana Sol)");
  customer.given_name = "Ana";
  customer.family_name = "Sol";
  customer.company_name = "Acme";
  customer.emails = {"ana@acme.example", "books@acme.example"};
  customer.phone = "+1 503 555 0100";
  customer.billing_address = {"1 Quay", "Floor 2", "Portland", "OR", "97201", "US"};
  CHECK(contact_properties("91", customer) == hubspot::Properties{
                                                  {"firstname", "Ana"},
                                                  {"lastname", "Sol"},
                                                  {"company", "Acme"},
                                                  {"email", "ana@acme.example"},
                                                  {"phone", "+1 503 555 0100"},
                                                  {"address", "1 Quay, Floor 2"},
                                                  {"city", "Portland"},
                                                  {"state", "OR"},
                                                  {"zip", "97201"},
                                                  {"country", "US"},
                                                  {"sidebill_links", "91:Customer:58"},
                                              });
}

TEST_CASE(
    "contacts: where nobody is named, an address is title enough, and without one the customer's name is") {
  Customer customer = customer_called("Acme");
  customer.company_name = "Acme";
  CHECK(contact_properties("91", customer) ==
        hubspot::Properties{{"lastname", "Acme"}, {"company", "Acme"}, {"sidebill_links", "91:Customer:58"}});
  customer.emails = {"hello@acme.example"};
  CHECK(contact_properties("91", customer) == hubspot::Properties{{"email", "hello@acme.example"},
                                                                  {"company", "Acme"},
                                                                  {"sidebill_links", "91:Customer:58"}});
}

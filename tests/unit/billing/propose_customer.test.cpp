#include "core/billing/propose_customer.h"

#include <doctest/doctest.h>

using namespace sidebill;

namespace {

CrmContact contact(const std::string& first, const std::string& last, const std::string& email) {
  CrmContact person;
  person.first_name = first;
  person.last_name = last;
  person.email = email;
  return person;
}

CrmCompany company(const std::string& name) {
  CrmCompany organisation;
  organisation.name = name;
  return organisation;
}

}  // namespace

TEST_CASE("billing: a new customer is called after the company, else the person, else the e-mail") {
  struct Row {
    std::vector<CrmCompany> companies;
    std::vector<CrmContact> contacts;
    std::string display_name;
  };
  const Row rows[] = {
      {{company("Brightwater Inc.")}, {contact("Ana", "Sol", "a@b.example")}, "Brightwater Inc."},
      {{}, {contact(" Ana ", "Sol", "a@b.example")}, "Ana Sol"},
      {{}, {contact("", "", " a@b.example ")}, "a@b.example"},
      {{company("North: Sales\tTeam")}, {}, "North- Sales Team"},
      {{company("")}, {contact("Ana", "", "")}, "Ana"},
      {{}, {}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.display_name);
    Sale sale;
    sale.companies = row.companies;
    sale.contacts = row.contacts;
    CHECK(propose_customer(sale).display_name == row.display_name);
  }
}

TEST_CASE("billing: a new customer is blank until something is typed") {
  NewCustomer customer;
  CHECK(is_blank(customer));
  customer.email = "a@b.example";
  CHECK_FALSE(is_blank(customer));
}

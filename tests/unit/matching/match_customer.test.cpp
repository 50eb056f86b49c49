#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "sample.h"

using namespace sidebill;
using sample::buyer;
using sample::customer;
using sample::person;
using sample::realm;
using sample::sale_to;

namespace {

struct Row {
  std::string what;
  Sale sale;
  std::vector<Customer> customers;
  std::string expected;
};

template <std::size_t count>
void check_rows(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Match match = sample::match(row.sale, row.customers);
    CHECK(sample::outcome(match) == row.expected);
    CHECK(sample::weights_sum_to_score(match));
  }
}

Link link(const std::string& id, const std::string& of_realm = realm) { return {of_realm, "Customer", id}; }

Customer inactive(Customer one) {
  one.active = false;
  return one;
}

Customer of_currency(Customer one, const std::string& currency) {
  one.currency = currency;
  return one;
}

Customer of_company(Customer one, const std::string& company) {
  one.company_name = company;
  return one;
}

Sale in_currency(Sale sale, const std::string& currency) {
  sale.currency = currency;
  return sale;
}

}  // namespace

TEST_CASE("matching: a stored link decides") {
  const Row rows[] = {
      {"company's link",
       sale_to({buyer("Acme", {link("5")})}),
       {customer("5", "Zebra"), customer("9", "Acme")},
       "link 5 9"},
      {"against name and e-mail of another",
       sale_to({buyer("Acme", {link("5")})}, {person("Jo", "Day", "jo@a.com")}),
       {customer("5", "Zebra"), customer("9", "Acme", {"jo@a.com"})},
       "link 5 9"},
      {"of another QuickBooks company",
       sale_to({buyer("Acme", {link("5", "9999")})}),
       {customer("5", "Zebra")},
       "none"},
      {"two links",
       sale_to({buyer("Acme", {link("5"), link("9")})}),
       {customer("5", "Zebra"), customer("9", "Acme")},
       "ask 9 5"},
      {"link to somebody inactive",
       sale_to({buyer("Acme", {link("5")})}),
       {inactive(customer("5", "Acme"))},
       "ask 5"},
      {"link to nobody known is no leave to take another",
       sale_to({buyer("Acme", {link("5")})}, {person("Jo", "Day", "jo@a.com")}),
       {customer("9", "Acme", {"jo@a.com"})},
       "ask 9"},
      {"a person's own link",
       sale_to({}, {person("Jo", "Day", "", {link("5")})}),
       {customer("5", "Zebra")},
       "link 5"},
      {"a contact's link speaks for its company",
       sale_to({buyer("Acme")}, {person("Jo", "Day", "", {link("5")})}),
       {customer("5", "Acme Holding")},
       "link 5"},
      {"a contact's link against the company's name",
       sale_to({buyer("Acme")}, {person("Jo", "Day", "", {link("5")})}),
       {customer("5", "Zebra"), customer("9", "Acme")},
       "ask 9 5"},
      {"two contacts of one customer",
       sale_to({buyer("Acme")}, {person("Jo", "Day", "", {link("5")}), person("Al", "Fox", "", {link("5")})}),
       {customer("5", "Acme Holding")},
       "link 5"},
      {"two contacts of two customers",
       sale_to({buyer("Acme")}, {person("Jo", "Day", "", {link("5")}), person("Al", "Fox", "", {link("6")})}),
       {customer("5", "Acme North"), customer("6", "Acme South")},
       "ask 5 6"},
  };
  check_rows(rows);
}

TEST_CASE("matching: an e-mail or a name held by one customer alone links") {
  const Row rows[] = {
      {"nobody", sale_to({buyer("Acme")}), {customer("5", "Zebra")}, "none"},
      {"no buyer at all", sale_to({}), {customer("5", "Zebra")}, "none"},
      {"a buyer without a name", sale_to({buyer(" ")}, {person("", "")}), {customer("5", "")}, "none"},
      {"e-mail of the contact",
       sale_to({buyer("Acme")}, {person("Jo", "Day", " Jo@A.com ")}),
       {customer("5", "Acme Holding", {"x@a.com", "jo@a.com"})},
       "link 5"},
      {"second e-mail of the contact",
       [] {
         Sale sale = sale_to({}, {person("Jo", "Day", "new@a.com")});
         sale.contacts[0].other_emails = {"old@a.com"};
         return sale;
       }(),
       {customer("5", "Zebra", {"old@a.com"})},
       "ask 5"},
      {"name, as written",
       sale_to({buyer("Acme")}),
       {customer("5", "Acme"), customer("6", "Acme North")},
       "link 5 6"},
      {"name, folded", sale_to({buyer("ÅNGSTRÖM  & Søn")}), {customer("5", "Ångström & Søn")}, "link 5"},
      {"typographic apostrophe", sale_to({buyer("O’Brien’s")}), {customer("5", "O'Brien's")}, "link 5"},
      {"company name of a customer",
       sale_to({buyer("Acme")}),
       {of_company(customer("5", "Jane at Acme"), "Acme")},
       "link 5"},
      {"a person's name", sale_to({}, {person("Jo", "Day")}), {customer("5", "Jo Day")}, "link 5"},
      {"a namesake with another e-mail",
       sale_to({}, {person("Jo", "Day", "jo@a.com")}),
       {customer("5", "Jo Day", {"jo@z.com"})},
       "ask 5"},
      {"a company has many e-mails",
       sale_to({buyer("Acme")}, {person("Jo", "Day", "jo@a.com")}),
       {customer("5", "Acme", {"billing@a.com"})},
       "link 5"},
  };
  check_rows(rows);
}

TEST_CASE("matching: what is ambiguous is asked") {
  const Row rows[] = {
      {"e-mail and name of two customers",
       sale_to({buyer("Acme")}, {person("Jo", "Day", "jo@a.com")}),
       {customer("5", "Zebra", {"jo@a.com"}), customer("9", "Acme")},
       "ask 9 5"},
      {"e-mail and name of one of two",
       sale_to({buyer("Acme")}, {person("Jo", "Day", "jo@a.com")}),
       {customer("5", "Zebra", {"jo@a.com"}), customer("9", "Acme", {"jo@a.com"})},
       "link 9 5"},
      {"one e-mail, two customers",
       sale_to({}, {person("Jo", "Day", "jo@a.com")}),
       {customer("10", "B", {"jo@a.com"}), customer("9", "A", {"jo@a.com"})},
       "ask 9 10"},
      {"one name, two spellings",
       sale_to({buyer("Acme")}),
       {customer("5", "ACME"), customer("6", "Acme")},
       "ask 6 5"},
      {"one company, two displayed",
       sale_to({buyer("Acme")}),
       {of_company(customer("5", "Acme East"), "Acme"), of_company(customer("6", "Acme West"), "Acme")},
       "ask 5 6"},
      {"only another contact's e-mail",
       sale_to({buyer("Acme")}, {person("Jo", "Day"), person("Al", "Fox", "al@f.com")}),
       {customer("5", "Fox Law", {"al@f.com"})},
       "ask 5"},
      {"another contact's e-mail against an exact name",
       sale_to({buyer("Acme")}, {person("Jo", "Day"), person("Al", "Fox", "al@f.com")}),
       {customer("5", "Fox Law", {"al@f.com"}), customer("9", "Acme")},
       "ask 9 5"},
      {"the contact's name and mailbox in another firm",
       sale_to({buyer("Corimon Media")}, {person("Ana", "Meyer", "ana.meyer@corimon.example")}),
       {of_company(customer("5", "Velortor Labs", {"ana.meyer@velortor-labs.example"}), "Velortor Labs"),
        of_company(customer("6", "Zebra", {"zebra@zebra.example"}), "Zebra")},
       "none"},
      {"a company's contact by name only",
       sale_to({buyer("Acme")}, {person("Jo", "Day")}),
       {customer("5", "Jo Day")},
       "ask 5"},
  };
  check_rows(rows);
}

TEST_CASE("matching: an inactive customer or one of another currency is never taken silently") {
  const Sale acme = sale_to({buyer("Acme")}, {person("Jo", "Day", "jo@a.com")});
  const Row rows[] = {
      {"inactive", acme, {inactive(customer("5", "Acme", {"jo@a.com"}))}, "ask 5"},
      {"inactive beside active",
       acme,
       {inactive(customer("5", "Acme (deleted)", {"jo@a.com"})), customer("9", "Acme")},
       "link 9 5"},
      {"other currency",
       in_currency(acme, "EUR"),
       {of_currency(customer("5", "Acme", {"jo@a.com"}), "USD")},
       "ask 5"},
      {"one of each currency",
       in_currency(acme, "EUR"),
       {of_currency(customer("5", "Acme", {"jo@a.com"}), "USD"),
        of_currency(customer("6", "Acme EUR", {"jo@a.com"}), "EUR")},
       "link 6 5"},
      {"one of each currency, by e-mail alone",
       in_currency(acme, "EUR"),
       {of_currency(customer("5", "A", {"jo@a.com"}), "USD"),
        of_currency(customer("6", "B", {"jo@a.com"}), "EUR")},
       "ask 6 5"},
      {"no currency of its own", in_currency(acme, "EUR"), {customer("5", "Acme", {"jo@a.com"})}, "link 5"},
  };
  check_rows(rows);
}

TEST_CASE("matching: the evidence tells what was compared") {
  const Sale sale =
      in_currency(sale_to({buyer("Acme", {link("5")})}, {person("Jo", "Day", "JO@a.com")}), "USD");
  Customer one = of_currency(inactive(customer("5", "ACME Inc", {"jo@a.com"})), "USD");
  const Match match = sample::match(sale, {one});
  REQUIRE(match.candidates.size() == 1);
  const auto& evidence = match.candidates[0].evidence;
  CHECK(sample::shown(evidence) ==
        "prior  -306, link same 3000, name same 283, email same 669, active inactive -3000");
  CHECK(evidence[2].left == "acme");
  CHECK(evidence[2].right == "acme");
  CHECK(evidence[3].left == "jo@a.com");
}

TEST_CASE("matching: the order in which customers are known changes nothing") {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> pick(0, 3);
  const std::string names[] = {"Acme", "ACME", "Zebra", "Acmé"};
  const std::string emails[] = {"jo@a.com", "al@a.com", "", "jo@z.com"};
  for (int round = 0; round < 300; ++round) {
    std::vector<Customer> customers;
    for (int id = 1; id <= 8; ++id) {
      Customer one = customer(std::to_string(id * 3), names[pick(random)], {emails[pick(random)]});
      one.active = pick(random) > 0;
      one.currency = pick(random) == 0 ? "EUR" : "";
      customers.push_back(one);
    }
    Sale sale = in_currency(sale_to({buyer(names[pick(random)])}, {person("Jo", "Day", emails[pick(random)]),
                                                                   person("Al", "Fox", "al@a.com")}),
                            "USD");
    if (pick(random) == 0) sale.companies[0].links = {link("6")};
    const std::string before = sample::shown(sample::match(sale, customers));
    std::shuffle(customers.begin(), customers.end(), random);
    const Match after = sample::match(sale, customers);
    CAPTURE(round);
    REQUIRE(sample::shown(after) == before);
    REQUIRE(sample::weights_sum_to_score(after));
  }
}

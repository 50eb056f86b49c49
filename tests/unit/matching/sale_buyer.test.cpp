// Who buys in a sale, and that the names met are all that planning needs.
#include "core/matching/sale_buyer.h"

#include <doctest/doctest.h>

#include "core/matching/shelf_names.h"
#include "planner_sample.h"

using namespace sidebill;
using namespace planner_sample;

namespace {

constexpr NamePolicy all_policies[] = {NamePolicy::company, NamePolicy::contact,
                                       NamePolicy::company_with_contact, NamePolicy::sub_customer,
                                       NamePolicy::shared};

Sale sale_of(const BuyingParty& buyer) {
  Sale sale;
  sale.companies = {*buyer.company};
  sale.contacts = buyer.contacts;
  return sale;
}

Customer kept(const std::string& id, const std::string& name, bool active = true) {
  Customer one;
  one.id = id;
  one.display_name = name;
  one.active = active;
  return one;
}

/// Everybody has a name that Acme or its people would get.
CompanyShelves crowded() {
  CompanyShelves shelves;
  shelves.customers.put(kept("10", "ACME"));
  shelves.customers.put(kept("11", "Ana  Sol (deleted)", false));
  shelves.customers.put(kept("12", "Nobody of these"));
  shelves.names.put(OtherName{"Vendor", "20", "Ácme (Ana Sol)"});
  shelves.names.put(OtherName{"Employee", "20", "Bo Ek"});
  return shelves;
}

std::string shown(const NamePlan& plan) {
  if (!plan.customer) return plan.existing ? "existing " + plan.existing->id : "none";
  std::string text = plan.customer->customer.display_name;
  for (const AvoidedName& one : plan.customer->avoided) {
    text += " | " + one.name + " " + std::string(avoided_text(one.why)) + " " + one.holder.id;
  }
  return text;
}

}  // namespace

TEST_CASE("buyer of a sale: the billing contact, else the first; another one when it is chosen") {
  struct Row {
    const char* chosen;
    const char* marked;
    const char* billed;
  };
  const ListedNames nobody;
  for (const Row& row :
       {Row{"", "", "ana@acme.example"}, Row{"", "2", "bo@acme.example"}, Row{"2", "", "bo@acme.example"},
        Row{"1", "2", "ana@acme.example"}, Row{"99", "2", "bo@acme.example"}}) {
    CAPTURE(row.chosen);
    CAPTURE(row.marked);
    Sale sale = sale_of(acme());
    for (CrmContact& contact : sale.contacts) contact.is_billing_contact = contact.id == row.marked;
    const auto plan = plan_customer(sale_buyer(sale, row.chosen, rules(NamePolicy::company), nobody),
                                    rules(NamePolicy::company), nobody);
    REQUIRE(plan.customer);
    CHECK(plan.customer->customer.email == row.billed);
  }
}

TEST_CASE("buyer of a sale: one made on purpose is a further one; the company's customer is above it") {
  Sale sale = sale_of(acme());
  sale.companies[0].links = {customer_link("10")};
  sale.contacts[0].links = {customer_link("11")};
  const ListedNames names = books({customer("10", "Acme"), customer("11", "Ana Sol")});
  const auto buyer = sale_buyer(sale, "", rules(NamePolicy::company), names);
  CHECK(buyer.parent_id == "10");
  CHECK(shown(plan_customer(buyer, rules(NamePolicy::company), names)) ==
        "Acme (Ana Sol) | Acme taken-by-customer 10");
  const NamePlan beneath = plan_customer(buyer, rules(NamePolicy::sub_customer), names);
  REQUIRE(beneath.customer);
  CHECK(beneath.customer->parent_id == "10");
}

TEST_CASE("names met: over them alone every plan comes out as over all") {
  const CompanyShelves shelves = crowded();
  const ShelfNames all(shelves);
  const Sale sale = sale_of(acme());
  ListedNames met;
  std::string who;
  for (const TakenName& name : names_met(sale, rules(NamePolicy::company), all)) {
    met.add(name);
    who += name.display_name + "; ";
  }
  CHECK(who == "ACME; Ana  Sol (deleted); Ácme (Ana Sol); Bo Ek; ");
  for (const NamePolicy policy : all_policies) {
    for (const char* contact : {"1", "2"}) {
      CAPTURE(policy_text(policy));
      CAPTURE(contact);
      const NameRules by = rules(policy);
      CHECK(shown(plan_customer(sale_buyer(sale, contact, by, met), by, met)) ==
            shown(plan_customer(sale_buyer(sale, contact, by, all), by, all)));
    }
  }
}

TEST_CASE("names met: a removed or renamed record holds its name no more") {
  CompanyShelves shelves = crowded();
  const ShelfNames names(shelves);
  CHECK(names.holders(name_key("acme"), 5).size() == 1);
  shelves.customers.put(kept("10", "Zenith"));
  CHECK(names.holders(name_key("acme"), 5).empty());
  CHECK(names.holders(name_key("ZENITH"), 5).size() == 1);
  shelves.customers.remove("10");
  CHECK(names.holders(name_key("Zenith"), 5).empty());
  CHECK(names.holders(name_key("ana sol"), 5).front().active == false);
}

TEST_CASE("policies: those that mean something for the sale") {
  Sale sale = sale_of(acme());
  CHECK(policies_for(sale).size() == 5);
  sale.contacts.clear();
  CHECK(policies_for(sale) == std::vector<NamePolicy>{NamePolicy::company});
  sale = sale_of(acme());
  sale.companies.clear();
  CHECK(policies_for(sale) == std::vector<NamePolicy>{NamePolicy::contact});
}

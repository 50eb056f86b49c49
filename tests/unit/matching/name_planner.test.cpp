#include "core/matching/name_planner.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <functional>

#include "planner_sample.h"

using namespace sidebill;
using namespace sidebill::planner_sample;

using Texts = std::vector<std::string>;

TEST_CASE("name planner: each policy has its own name, and its own way of telling namesakes apart") {
  struct Row {
    NamePolicy policy;
    std::vector<std::string> taken;
    std::string expected;
  };
  const Row rows[] = {
      {NamePolicy::company, {}, "Acme"},
      {NamePolicy::company, {"Acme"}, "Acme (Ana Sol)"},
      {NamePolicy::company, {"Acme", "Acme (Ana Sol)"}, "Acme (Malmö)"},
      {NamePolicy::company, {"Acme", "Acme (Ana Sol)", "Acme (Malmö)"}, "Acme (Ana Sol, Malmö)"},
      {NamePolicy::company, {"Acme", "Acme (Ana Sol)", "Acme (Malmö)", "Acme (Ana Sol, Malmö)"}, "Acme (2)"},
      {NamePolicy::company,
       {"Acme", "Acme (Ana Sol)", "Acme (Malmö)", "Acme (Ana Sol, Malmö)", "Acme (2)"},
       "Acme (3)"},
      {NamePolicy::shared, {}, "Acme"},
      {NamePolicy::shared, {"Acme"}, "Acme (Ana Sol)"},
      {NamePolicy::contact, {}, "Ana Sol"},
      {NamePolicy::contact, {"Ana Sol"}, "Ana Sol (Acme)"},
      {NamePolicy::contact, {"Ana Sol", "Ana Sol (Acme)"}, "Ana Sol (Malmö)"},
      {NamePolicy::contact, {"Ana Sol", "Ana Sol (Acme)", "Ana Sol (Malmö)"}, "Ana Sol (Acme, Malmö)"},
      {NamePolicy::contact,
       {"Ana Sol", "Ana Sol (Acme)", "Ana Sol (Malmö)", "Ana Sol (Acme, Malmö)"},
       "Ana Sol (2)"},
      {NamePolicy::company_with_contact, {}, "Acme (Ana Sol)"},
      {NamePolicy::company_with_contact, {"Acme"}, "Acme (Ana Sol)"},
      {NamePolicy::company_with_contact, {"Acme (Ana Sol)"}, "Acme (Ana Sol, Malmö)"},
      {NamePolicy::company_with_contact, {"Acme (Ana Sol)", "Acme (Ana Sol, Malmö)"}, "Acme (Ana Sol, 2)"},
      {NamePolicy::sub_customer, {}, "Ana Sol"},
      {NamePolicy::sub_customer, {"Ana Sol"}, "Ana Sol (Acme)"},
  };
  for (const Row& row : rows) {
    CAPTURE(policy_text(row.policy));
    CAPTURE(row.expected);
    ListedNames taken;
    for (const std::string& name : row.taken) taken.add(vendor("7", name));
    CHECK(planned_name(plan_customer(acme(), rules(row.policy), taken)) == row.expected);
  }
}

TEST_CASE("name planner: without a company, a person or both, what there is gives the name") {
  struct Row {
    NamePolicy policy;
    std::string company, domain, first, last, email, expected;
  };
  const Row rows[] = {
      {NamePolicy::company, "", "acme.example", "Ana", "Sol", "", "acme.example"},
      {NamePolicy::company, "", "", "Ana", "Sol", "", "Ana Sol"},
      {NamePolicy::company, "", "", "", "", "ana@acme.example", "ana@acme.example"},
      {NamePolicy::company, "...", "", "", "Sol", "", "Sol"},
      {NamePolicy::contact, "Acme", "", "", "", "ana@acme.example", "ana@acme.example"},
      {NamePolicy::contact, "Acme", "", "", "", "", "Acme"},
      {NamePolicy::company_with_contact, "Acme", "", "", "", "", "Acme"},
      {NamePolicy::company_with_contact, "Acme", "", "", "", "ana@acme.example", "Acme (ana@acme.example)"},
      {NamePolicy::company_with_contact, "", "", "Ana", "Sol", "", "Ana Sol"},
      {NamePolicy::company_with_contact, "Ana Sol", "", "Ana", "Sol", "", "Ana Sol"},
      {NamePolicy::sub_customer, "", "", "Ana", "Sol", "", "Ana Sol"},
      {NamePolicy::company, "Acme", "", "deleted", "", "", "Acme"},
  };
  for (const Row& row : rows) {
    CAPTURE(policy_text(row.policy));
    CAPTURE(row.expected);
    BuyingParty buyer{company(row.company), {contact("1", row.first, row.last, row.email)}, {}};
    buyer.company->domain = row.domain;
    CHECK(planned_name(plan_customer(buyer, rules(row.policy), ListedNames())) == row.expected);
  }
}

TEST_CASE("name planner: a buyer without any name gets no plan, and is told so") {
  const BuyingParty nobody[] = {
      {}, {company(" "), {}, {}}, {company("?!"), {contact("1", "", "-", "not an address")}, {}}};
  for (const BuyingParty& buyer : nobody) {
    const NamePlan plan = plan_customer(buyer, rules(NamePolicy::company), ListedNames());
    CHECK_FALSE(plan.customer);
    CHECK(problem_texts(plan).back() == "nameless");
  }
}

TEST_CASE("name planner: it tells who has each name that it passed over, active or not, of all three kinds") {
  const ListedNames taken =
      books({customer("11", "ACME"), employee("5", "acme "), inactive("9", "Acme (deleted)"),
             inactive("12", "Acme  (Ana Sol) (deleted)"), vendor("3", "Acme (Malmo)"),
             employee("4", "ACME (ANA SOL, MALMÖ)")});
  const NamePlan plan = plan_customer(acme(), rules(NamePolicy::company), taken);
  REQUIRE(plan.customer);
  CHECK(planned_name(plan) == "Acme (2)");
  CHECK(avoided_texts(*plan.customer) ==
        Texts{"taken-by-customer 11: Acme", "taken-by-inactive-customer 9: Acme", "taken-by-employee 5: Acme",
              "taken-by-inactive-customer 12: Acme (Ana Sol)", "taken-by-vendor 3: Acme (Malmö)",
              "taken-by-employee 4: Acme (Ana Sol, Malmö)"});
}

TEST_CASE("name planner: what names nobody is passed over, and says so") {
  const BuyingParty buyer{company("Москва"), {contact("1", "Анна", "Sol")}, {}};
  const NamePlan plan = plan_customer(buyer, rules(NamePolicy::company, true), ListedNames());
  REQUIRE(plan.customer);
  CHECK(planned_name(plan) == "Sol");
  CHECK(avoided_texts(*plan.customer) == Texts{"unusable: Москва", "unusable: Анна"});
  CHECK(step_texts(*plan.customer) ==
        Texts{"company-name letters-left-out Москва", "given-name letters-left-out Ана"});
}

TEST_CASE("name planner: every field is as long as QuickBooks takes it, and what was done is told") {
  const std::string long_name(700, 'x');
  BuyingParty buyer{
      company(long_name), {contact("1", std::string(150, 'g'), "Sol: a", "ana@acme.example")}, {}};
  buyer.contacts.front().phone = " 555 1 ";
  const ListedNames taken = books({customer("1", std::string(500, 'X'))});
  const NamePlan plan = plan_customer(buyer, rules(NamePolicy::company), taken);
  REQUIRE(plan.customer);
  const NewCustomer& made = plan.customer->customer;
  CHECK(utf16_units(made.display_name) == 500);
  CHECK(made.display_name == std::string(397, 'x') + " (" + std::string(100, 'g') + ")");
  CHECK(made.company_name == std::string(100, 'x'));
  CHECK(made.given_name == std::string(100, 'g'));
  CHECK(made.family_name == "Sol - a");
  CHECK(made.email == "ana@acme.example");
  CHECK(made.phone == "555 1");
  CHECK(step_texts(*plan.customer) == Texts{"company-name shortened", "given-name shortened",
                                            "family-name colon-replaced", "company-name shortened",
                                            "display-name shortened"});
}

TEST_CASE(
    "name planner: the billing contact's address is the customer's; what QuickBooks refuses is left out") {
  struct Row {
    std::string email;
    std::vector<std::string> others;
    bool latin1;
    std::string expected;
    Texts problems;
  };
  const Row rows[] = {
      {" ana@acme.example ", {}, false, "ana@acme.example", {}},
      {"ana@acme", {"a@b.example"}, false, "a@b.example", {}},
      {"ana@acme", {}, false, "", {"email-unusable ana@acme"}},
      {"a@b.example, c@d.example", {}, false, "", {"email-unusable a@b.example, c@d.example"}},
      {"<a@b.example>", {}, false, "", {"email-unusable <a@b.example>"}},
      {std::string(95, 'a') + "@b.example",
       {},
       false,
       "",
       {"email-unusable " + std::string(95, 'a') + "@b.ex"}},
      {"łucja@acme.example", {}, true, "", {"email-unusable łucja@acme.example"}},
      {"łucja@acme.example", {}, false, "łucja@acme.example", {}},
      {"", {}, false, "", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.email);
    BuyingParty buyer{company("Acme"),
                      {contact("9", "Bo", "Ek", "bo@acme.example"), contact("1", "Ana", "Sol", row.email)},
                      {}};
    buyer.contacts.back().is_billing_contact = true;
    buyer.contacts.back().other_emails = row.others;
    const NamePlan plan = plan_customer(buyer, rules(NamePolicy::company, row.latin1), ListedNames());
    REQUIRE(plan.customer);
    CHECK(plan.customer->customer.given_name == "Ana");
    CHECK(plan.customer->customer.email == row.expected);
    CHECK(plan.customer->cc.empty());
    CHECK(problem_texts(plan) == row.problems);
  }
}

TEST_CASE("name planner: who shares a customer gets copies, each address once, as many as the field holds") {
  BuyingParty buyer = acme();
  buyer.contacts.push_back(contact("3", "Cy", "Ro", "ANA@acme.example"));
  buyer.contacts.push_back(contact("4", "Di", "Ro", "Bo@ACME.example"));
  buyer.contacts.push_back(contact("5", "Ed", "Ro", "nonsense"));
  buyer.contacts.push_back(contact("6", "Ef", "Ro", std::string(80, 'e') + "@b.example"));
  buyer.contacts.push_back(contact("7", "Fi", "Ro", std::string(90, 'f') + "@b.example"));
  buyer.contacts.push_back(contact("8", "Gu", "Ro", "gu@acme.example"));
  const auto plans = plan_contacts(buyer, rules(NamePolicy::shared), ListedNames());
  REQUIRE(plans.size() == 1);
  REQUIRE(plans[0].customer);
  CHECK(plans[0].customer->customer.email == "ana@acme.example");
  CHECK(plans[0].customer->cc ==
        Texts{"bo@acme.example", std::string(80, 'e') + "@b.example", "gu@acme.example"});
  CHECK(problem_texts(plans[0]) ==
        Texts{"cc-unusable nonsense", "cc-too-many " + std::string(90, 'f') + "@b.example"});
}

TEST_CASE("name planner: a phone number that does not fit is left out, as a part of one is none") {
  BuyingParty buyer = acme();
  buyer.company->phone = "040-1";
  CHECK(plan_customer(buyer, rules(NamePolicy::company), ListedNames()).customer->customer.phone == "040-1");
  buyer.contacts.front().phone = std::string(31, '5');
  const NamePlan plan = plan_customer(buyer, rules(NamePolicy::company), ListedNames());
  CHECK(plan.customer->customer.phone == "");
  CHECK(problem_texts(plan) == Texts{"phone-too-long " + std::string(31, '5')});
}

TEST_CASE("name planner: for a buyer that has a customer nothing is planned") {
  const ListedNames taken = books({customer("70", "Something else"), inactive("71", "Acme (deleted)"),
                                   customer("72", "Acme (Ana Sol, 5)"), customer("73", "Private")});
  struct Row {
    NamePolicy policy;
    std::vector<std::string> company_links, contact_links;
    std::string existing;
    Texts problems;
  };
  const Row rows[] = {
      {NamePolicy::company, {"70"}, {}, "70", {}},
      {NamePolicy::company, {"71", "70"}, {}, "70", {}},
      {NamePolicy::company, {"71"}, {}, "71", {"linked-inactive 71"}},
      {NamePolicy::company, {"99"}, {}, "", {}},  // the link's customer is gone
      {NamePolicy::company, {}, {"73"}, "", {}},  // the contact's own, not the company's
      {NamePolicy::company, {}, {"71"}, "71", {"linked-inactive 71"}},  // it has the company's name
      {NamePolicy::contact, {"70"}, {}, "", {}},                        // the company's, not the contact's
      {NamePolicy::contact, {"70"}, {"73"}, "73", {}},
      {NamePolicy::company_with_contact, {"70"}, {"72"}, "72", {}},
      {NamePolicy::sub_customer, {"70"}, {"73"}, "73", {}},
      {NamePolicy::shared, {"70"}, {}, "70", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(policy_text(row.policy));
    CAPTURE(row.existing);
    BuyingParty buyer = acme();
    for (const std::string& id : row.company_links) buyer.company->links.push_back(customer_link(id));
    for (const std::string& id : row.contact_links) buyer.contacts.front().links.push_back(customer_link(id));
    buyer.company->links.push_back({"another realm", "Customer", "70"});
    buyer.company->links.push_back({realm, "Invoice", "70"});
    const NamePlan plan = plan_customer(buyer, rules(row.policy), taken);
    CHECK((plan.existing ? plan.existing->id : "") == row.existing);
    CHECK(plan.customer.has_value() == row.existing.empty());
    CHECK(problem_texts(plan) == row.problems);
  }
}

TEST_CASE("name planner: the number in a name is no obstacle to knowing it again") {
  ListedNames taken =
      books({customer("1", "Acme"), customer("2", "Acme (Ana Sol)"), customer("3", "Acme (Malmö)"),
             customer("4", "Acme (Ana Sol, Malmö)"), customer("37", "ACME (37)")});
  BuyingParty buyer = acme();
  buyer.contacts.front().links = {customer_link("37")};
  CHECK(plan_customer(buyer, rules(NamePolicy::company), taken).existing->id == "37");
  taken.add(customer("38", "Acme (037)"));
  buyer.contacts.front().links = {customer_link("38")};
  CHECK_FALSE(plan_customer(buyer, rules(NamePolicy::company), taken).existing);
}

TEST_CASE(
    "name planner: a contact's customer stands beneath the company's, which is made first when there is "
    "none") {
  const NamePlan plan = plan_customer(acme(), rules(NamePolicy::sub_customer), books({vendor("7", "acme")}));
  REQUIRE(plan.parent);
  REQUIRE(plan.customer);
  CHECK(plan.parent->customer.display_name == "Acme (Malmö)");
  CHECK(plan.parent->customer.company_name == "Acme");
  CHECK(plan.parent->customer.given_name == "");
  CHECK_FALSE(plan.parent->is_job);
  CHECK(avoided_texts(*plan.parent) == Texts{"taken-by-vendor 7: Acme"});
  CHECK(planned_name(plan) == "Ana Sol");
  CHECK(plan.customer->is_job);
  CHECK(plan.customer->parent_id == "");
  CHECK(plan.customer->parent_name == "Acme (Malmö)");
}

TEST_CASE("name planner: the parent is the one that is linked, or the one that is known better") {
  const ListedNames taken = books({customer("70", "Acme Group"), customer("71", "Acme Sweden")});
  BuyingParty buyer = acme();
  buyer.company->links = {customer_link("70")};
  NamePlan plan = plan_customer(buyer, rules(NamePolicy::sub_customer), taken);
  CHECK_FALSE(plan.parent);
  CHECK(plan.customer->parent_id == "70");
  CHECK(plan.customer->parent_name == "Acme Group");
  buyer.parent_id = "71";
  plan = plan_customer(buyer, rules(NamePolicy::sub_customer), taken);
  CHECK(plan.customer->parent_id == "71");
}

TEST_CASE(
    "name planner: where nothing can stand beneath the company's customer, the contact's stands beside it") {
  ListedNames taken = books({inactive("70", "Acme (deleted)"), customer("1", "One")});
  for (int level = 2; level <= 5; ++level) {
    taken.add({NameKind::customer, std::to_string(level), true, "Level " + std::to_string(level),
               std::to_string(level - 1)});
  }
  taken.add({NameKind::customer, "80", true, "Its own parent", "80"});
  struct Row {
    std::string parent_id, expected, given_parent;
    Texts problems;
  };
  const Row rows[] = {
      {"4", "Ana Sol", "4", {}},
      {"5", "Acme (Ana Sol)", "", {"parent-too-deep 5"}},
      {"80", "Acme (Ana Sol)", "", {"parent-too-deep 80"}},
      {"70", "Acme (Ana Sol)", "", {"parent-inactive 70"}},
      {"999", "Acme (Ana Sol)", "", {"parent-unknown 999"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.parent_id);
    BuyingParty buyer = acme();
    buyer.parent_id = row.parent_id;
    const NamePlan plan = plan_customer(buyer, rules(NamePolicy::sub_customer), taken);
    CHECK(planned_name(plan) == row.expected);
    CHECK(plan.customer->parent_id == row.given_parent);
    CHECK(plan.customer->is_job == !row.given_parent.empty());
    CHECK_FALSE(plan.parent);
    CHECK(problem_texts(plan) == row.problems);
  }
}

TEST_CASE(
    "name planner: a company without contacts is planned by itself, also where contacts would be beneath "
    "it") {
  const BuyingParty alone{company("Acme", "Malmö"), {}, {}};
  const NamePlan plan = plan_customer(alone, rules(NamePolicy::sub_customer), books({customer("1", "Acme")}));
  CHECK(planned_name(plan) == "Acme (Malmö)");
  CHECK_FALSE(plan.customer->is_job);
  CHECK_FALSE(plan.parent);
}

TEST_CASE("name planner: all contacts of a company get names of their own, whatever their order") {
  BuyingParty buyer = acme();
  buyer.contacts.push_back(contact("10", "ana", "SOL"));
  buyer.contacts.push_back(contact("3", "Ana", "Sol"));
  struct Row {
    NamePolicy policy;
    Texts expected;
  };
  const Row rows[] = {
      {NamePolicy::contact, {"Ana Sol", "Bo Ek", "ana SOL (Malmö)", "Ana Sol (Acme)"}},
      {NamePolicy::company_with_contact,
       {"Acme (Ana Sol)", "Acme (Bo Ek)", "Acme (ana SOL, 2)", "Acme (Ana Sol, Malmö)"}},
      {NamePolicy::sub_customer, {"Ana Sol", "Bo Ek", "ana SOL (Malmö)", "Ana Sol (Acme)"}},
  };
  for (const Row& row : rows) {
    CAPTURE(policy_text(row.policy));
    Texts names;
    for (const NamePlan& plan : plan_contacts(buyer, rules(row.policy), ListedNames()))
      names.push_back(planned_name(plan));
    CHECK(names == row.expected);
    BuyingParty turned = buyer;
    std::reverse(turned.contacts.begin(), turned.contacts.end());
    Texts others;
    for (const NamePlan& plan : plan_contacts(turned, rules(row.policy), ListedNames()))
      others.push_back(planned_name(plan));
    CHECK(others == Texts(names.rbegin(), names.rend()));
  }
}

TEST_CASE("name planner: of all contacts of a company one brings the parent along") {
  const auto plans = plan_contacts(acme(), rules(NamePolicy::sub_customer), ListedNames());
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].parent.has_value());
  CHECK_FALSE(plans[1].parent);
  for (const NamePlan& plan : plans) {
    CHECK(plan.customer->is_job);
    CHECK(plan.customer->parent_name == "Acme");
  }
}

TEST_CASE("name planner: a contact that comes twice is planned once") {
  BuyingParty buyer = acme();
  buyer.contacts.push_back(buyer.contacts.front());
  const auto plans = plan_contacts(buyer, rules(NamePolicy::contact), ListedNames());
  REQUIRE(plans.size() == 3);
  CHECK(planned_name(plans[0]) == "Ana Sol");
  CHECK_FALSE(plans[2].customer);
  CHECK_FALSE(plans[2].existing);
}

namespace {

/// Books in which every name has a holder up to a number, and how often they were asked.
class Crowded : public TakenNames {
 public:
  explicit Crowded(std::function<bool(const std::string&)> has) : has_(std::move(has)) {}
  std::vector<TakenName> holders(std::string_view key, std::size_t) const override {
    ++asked;
    if (!has_(std::string(key))) return {};
    return {customer("1", std::string(key))};
  }
  std::optional<TakenName> customer(std::string_view) const override { return std::nullopt; }
  mutable int asked = 0;

 private:
  static TakenName customer(const std::string& id, const std::string& name) {
    return planner_sample::customer(id, name);
  }
  std::function<bool(const std::string&)> has_;
};

}  // namespace

TEST_CASE("name planner: a million namesakes cost a few questions") {
  const Crowded million([](const std::string& key) {
    const std::size_t open = key.rfind('(');
    return open == std::string::npos || std::isdigit(static_cast<unsigned char>(key[open + 1])) == 0 ||
           std::stoi(key.substr(open + 1)) <= 1'000'000;
  });
  CHECK(planned_name(plan_customer(acme(), rules(NamePolicy::company), million)) == "Acme (1000001)");
  CHECK(million.asked < 60);
}

TEST_CASE("name planner: books that have every name end the search, with a problem") {
  const Crowded full([](const std::string&) { return true; });
  const NamePlan plan = plan_customer(acme(), rules(NamePolicy::company), full);
  CHECK_FALSE(plan.customer);
  CHECK(problem_texts(plan) == Texts{"no-free-name"});
  CHECK(full.asked < 60);
}

TEST_CASE("name planner: holders come in one order, however they were learned") {
  const std::vector<TakenName> names = {employee("1", "Acme"), customer("10", "ACME"), vendor("2", "acme"),
                                        inactive("3", "Acme (deleted)"), customer("9", "Acme")};
  const auto ids = [](const ListedNames& listed) {
    Texts found;
    for (const TakenName& name : listed.holders("acme", 10)) found.push_back(name.id);
    return found;
  };
  const Texts expected = {"9", "10", "3", "2", "1"};
  CHECK(ids(books(names)) == expected);
  CHECK(ids(books({names.rbegin(), names.rend()})) == expected);
  const ListedNames below = books({names[0], names[1], names[4]});
  ListedNames above(below);
  above.add(names[3]);
  above.add(names[2]);
  CHECK(ids(above) == expected);
  CHECK(above.holders("acme", 2).size() == 2);
  CHECK(above.customer("10")->display_name == "ACME");
  CHECK_FALSE(above.customer("1"));
}

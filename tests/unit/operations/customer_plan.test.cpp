// The customer that a composition makes, and who has its name already.
#include "core/operations/customer_plan.h"

#include <doctest/doctest.h>

#include "core/operations/taken_json.h"

using namespace sidebill;

namespace {

TakenName taken(NameKind kind, const std::string& id, const std::string& name, bool active = true) {
  return {kind, id, active, name, {}};
}

Basis acme() {
  Basis basis;
  basis.company.realm = "1001";
  CrmCompany company;
  company.id = "501";
  company.name = "Acme";
  basis.sale.companies = {company};
  for (const auto& [id, first] : {std::pair("1", "Ana"), std::pair("2", "Bo")}) {
    CrmContact contact;
    contact.id = id;
    contact.first_name = first;
    contact.last_name = "Sol";
    contact.email = std::string(first) + "@acme.example";
    basis.sale.contacts.push_back(contact);
  }
  return basis;
}

Choices proposed(const Basis& basis, Naming naming) {
  Choices choices;
  choices.customer = NewCustomer{};
  choices.naming = std::move(naming);
  propose_new_customer(plan_new_customer(basis, choices.naming), choices);
  return choices;
}

std::optional<NewCustomer> parent_of(const Basis& basis, const Choices& choices) {
  Draft draft;
  draft.customer = choices.customer;
  if (auto* created = std::get_if<NewCustomer>(&draft.customer)) created->currency = "SEK";
  return planned_parent(plan_new_customer(basis, choices.naming), choices, draft);
}

NewCustomer made(const Choices& choices) { return std::get<NewCustomer>(choices.customer); }

}  // namespace

TEST_CASE("a new customer: by policy and contact, its copies and the bill's address with it") {
  Basis basis = acme();
  basis.sale.companies[0].links = {{"1001", "Customer", "10"}};
  basis.taken = {taken(NameKind::customer, "10", "Acme Holding")};
  struct Row {
    NamePolicy policy;
    const char* contact;
    const char* name;
    const char* email;
    const char* cc;
    const char* parent;
  };
  const Row rows[] = {
      {NamePolicy::company, "", "Acme", "Ana@acme.example", "", ""},
      {NamePolicy::company, "2", "Acme", "Bo@acme.example", "", ""},
      {NamePolicy::contact, "2", "Bo Sol", "Bo@acme.example", "", ""},
      {NamePolicy::company_with_contact, "1", "Acme (Ana Sol)", "Ana@acme.example", "", ""},
      {NamePolicy::sub_customer, "2", "Bo Sol", "Bo@acme.example", "", "10"},
      {NamePolicy::shared, "2", "Acme", "Bo@acme.example", "Ana@acme.example", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(policy_text(row.policy));
    CAPTURE(row.contact);
    const Choices choices = proposed(basis, {row.policy, row.contact});
    CHECK(made(choices).display_name == row.name);
    CHECK(made(choices).email == row.email);
    CHECK(made(choices).parent_id == row.parent);
    CHECK(choices.email == row.email);
    CHECK(choices.cc == row.cc);
    CHECK(choices.naming.policy == row.policy);
    CHECK(made(proposed(basis, {row.policy, row.contact})).display_name == row.name);
  }
}

TEST_CASE("a new customer: beneath a company that has no customer yet, the company's is made first") {
  const Basis basis = acme();
  const Choices choices = proposed(basis, {NamePolicy::sub_customer, ""});
  CHECK(choices.naming.policy == NamePolicy::sub_customer);
  CHECK(made(choices).display_name == "Ana Sol");
  CHECK(made(choices).parent_id.empty());
  const auto parent = parent_of(basis, choices);
  REQUIRE(parent);
  CHECK(parent->display_name == "Acme");
  CHECK(parent->currency == "SEK");
  CHECK_FALSE(parent_of(basis, proposed(basis, {NamePolicy::contact, ""})));
  Choices beneath = choices;
  std::get<NewCustomer>(beneath.customer).parent_id = "10";
  CHECK_FALSE(parent_of(basis, beneath));
}

TEST_CASE("a new customer: the company's customer that is certain stands above, though nobody linked it") {
  Basis basis = acme();
  Customer known;
  known.id = "10";
  known.display_name = "Acme";
  basis.known.customers = {known};
  basis.matches.customer = {Outcome::link, {{"10", 900, {{"name", "same", "Acme", "Acme", 900}}}}};
  CHECK(made(proposed(basis, {NamePolicy::sub_customer, ""})).parent_id == "10");
  SUBCASE("not one that only the contact led to") {
    basis.matches.customer.candidates[0].evidence[0].level = "of-contact";
  }
  SUBCASE("not one that is asked about") { basis.matches.customer.outcome = Outcome::ask; }
  SUBCASE("not one that stands beneath another") { basis.known.customers[0].parent_id = "9"; }
  const Choices choices = proposed(basis, {NamePolicy::sub_customer, ""});
  CHECK(made(choices).parent_id.empty());
  CHECK(parent_of(basis, choices)->display_name != "Acme");
}

TEST_CASE("a new customer: it cannot have the name of the one that is made first") {
  const Basis basis = acme();
  Choices choices = proposed(basis, {NamePolicy::sub_customer, ""});
  std::get<NewCustomer>(choices.customer).display_name = " ACME";
  Draft draft;
  draft.customer = choices.customer;
  draft.parent = parent_of(basis, choices);
  Issues issues;
  check_new_name(basis, draft, issues);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].code == Code::customer_name_taken);
  CHECK(issues[0].args.at("holder") == "Acme");
}

TEST_CASE("a new customer: what was typed stays") {
  Choices choices;
  NewCustomer typed;
  typed.phone = "1";
  choices.customer = typed;
  propose_new_customer(plan_new_customer(acme(), {}), choices);
  CHECK(made(choices).display_name.empty());
}

TEST_CASE("a new customer: everybody who has its name is told") {
  Basis basis = acme();
  basis.taken = {taken(NameKind::customer, "10", "ACME  (deleted)", false),
                 taken(NameKind::vendor, "4", "Ácme"), taken(NameKind::employee, "4", "acme"),
                 taken(NameKind::customer, "12", "Acme Two")};
  Customer candidate;
  candidate.id = "11";
  candidate.display_name = "ACME ";
  basis.known.customers = {candidate};
  Draft draft;
  NewCustomer wanted;
  wanted.display_name = "Acme";
  draft.customer = wanted;
  Issues issues;
  check_new_name(basis, draft, issues);
  std::string told;
  for (const Issue& issue : issues) {
    CHECK(issue.path == "/customer/display_name");
    told +=
        std::string(code_text(issue.code)) + " " + issue.args.at("kind") + " " + issue.args.at("id") + "; ";
  }
  CHECK(told ==
        "customer-name-taken Customer 11; customer-name-inactive Customer 10; customer-name-taken Vendor 4; "
        "customer-name-taken Employee 4; ");
  wanted.display_name = "Acme Three";
  draft.customer = wanted;
  issues.clear();
  check_new_name(basis, draft, issues);
  CHECK(issues.empty());
}

TEST_CASE("taken names: written and read again they are the same") {
  const std::vector<TakenName> names = {taken(NameKind::customer, "1", "Ö \"x\"", false),
                                        taken(NameKind::employee, "2", ""),
                                        {NameKind::vendor, "3", true, "A", "1"}};
  Issues issues;
  const Json value = Json::object().set("taken", taken_list_json(names));
  const auto read = read_taken(Reader(value, "", issues), "taken");
  REQUIRE(read.size() == names.size());
  CHECK(to_text(taken_list_json(read)) == to_text(taken_list_json(names)));
  CHECK(issues.empty());
  const Json odd = Json::object().set("taken", [] {
    Json list = Json::array();
    list.items.push_back(Json::object().set("kind", Json::string("ghost")));
    return list;
  }());
  CHECK(read_taken(Reader(odd, "", issues), "taken").empty());
  CHECK(issues.size() == 1);
}

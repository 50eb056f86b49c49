// The name planner as a program: each line of standard input is a JSON object, each line of output its
// answer. The names that are taken are kept from line to line:
//   {"op": "forget"}                          no name is taken any more
//   {"op": "take", "names": [...]}            these are, too
//   {"op": "plan", "buyer": {...}, "policy"}  plan_customer
//   {"op": "plan-contacts", ...}              plan_contacts
//   {"op": "key", "text"}                     name_key
//   {"op": "clean", "text", "latin1"}         clean_name
#include <array>
#include <iostream>
#include <string>

#include "core/base/json.h"
#include "core/matching/name_planner.h"
#include "core/operations/values.h"

using namespace sidebill;

namespace {

constexpr std::array policies = {NamePolicy::company, NamePolicy::contact, NamePolicy::company_with_contact,
                                 NamePolicy::sub_customer, NamePolicy::shared};

NamePolicy policy_of(const Reader& in) {
  for (const NamePolicy policy : policies) {
    if (policy_text(policy) == in.text_or("policy")) return policy;
  }
  return NamePolicy::company;
}

NameKind kind_of(const std::string& text) {
  if (text == "Vendor") return NameKind::vendor;
  return text == "Employee" ? NameKind::employee : NameKind::customer;
}

TakenName taken_name(const Reader& in) {
  return {kind_of(in.text_or("kind")), in.text_or("id"), in.boolean_or("active", true),
          in.text_or("display_name"), in.text_or("parent_id")};
}

BuyingParty buyer_of(const Reader& in) {
  BuyingParty buyer;
  if (in.exists("company")) buyer.company = from_json<CrmCompany>(in.object("company").value(), in.issues());
  in.each("contacts", [&](const Reader& contact) {
    if (auto read = from_json<CrmContact>(contact.value(), in.issues())) buyer.contacts.push_back(*read);
  });
  buyer.parent_id = in.text_or("parent_id");
  return buyer;
}

NameRules rules_of(const Reader& in) {
  return {policy_of(in), in.boolean_or("latin1", false), in.text_or("realm")};
}

template <class Values, class Write>
Json list(const Values& values, Write write) {
  Json items = Json::array();
  for (const auto& value : values) items.items.push_back(write(value));
  return items;
}

Json steps_json(const std::vector<PlanStep>& steps) {
  return list(steps, [](const PlanStep& step) {
    return Json::object()
        .set("part", Json::string(part_text(step.part)))
        .set("step", Json::string(step_text(step.change.step)))
        .set("characters", Json::string(step.change.characters));
  });
}

Json avoided_json(const std::vector<AvoidedName>& names) {
  return list(names, [](const AvoidedName& avoided) {
    return Json::object()
        .set("name", Json::string(avoided.name))
        .set("why", Json::string(avoided_text(avoided.why)))
        .set("id", Json::string(avoided.holder.id))
        .set("holder", Json::string(avoided.holder.display_name));
  });
}

Json customer_json(const std::optional<PlannedCustomer>& planned) {
  if (!planned) return Json{};
  const NewCustomer& made = planned->customer;
  return Json::object()
      .set("display_name", Json::string(made.display_name))
      .set("company_name", Json::string(made.company_name))
      .set("given_name", Json::string(made.given_name))
      .set("family_name", Json::string(made.family_name))
      .set("email", Json::string(made.email))
      .set("phone", Json::string(made.phone))
      .set("cc", list(planned->cc, [](const std::string& text) { return Json::string(text); }))
      .set("parent_id", Json::string(planned->parent_id))
      .set("parent_name", Json::string(planned->parent_name))
      .set("is_job", Json::boolean(planned->is_job))
      .set("avoided", avoided_json(planned->avoided))
      .set("steps", steps_json(planned->steps));
}

Json plan_json(const NamePlan& plan) {
  return Json::object()
      .set("existing", plan.existing ? Json::string(plan.existing->id) : Json{})
      .set("parent", customer_json(plan.parent))
      .set("customer", customer_json(plan.customer))
      .set("problems", list(plan.problems, [](const FoundProblem& found) {
             return Json::string(std::string(problem_text(found.problem)) + " " + found.detail);
           }));
}

Json answer(const Reader& in, ListedNames& taken) {
  const std::string op = in.text_or("op");
  if (op == "forget") taken = ListedNames();
  if (op == "take") in.each("names", [&](const Reader& name) { taken.add(taken_name(name)); });
  if (op == "key") return Json::string(name_key(in.text_or("text")));
  if (op == "clean")
    return Json::string(clean_name(in.text_or("text"), {500, in.boolean_or("latin1", false)}).text);
  const Reader buyer = in.object("buyer");
  if (op == "plan") return plan_json(plan_customer(buyer_of(buyer), rules_of(in), taken));
  if (op == "plan-contacts") return list(plan_contacts(buyer_of(buyer), rules_of(in), taken), plan_json);
  return Json::string("ok");
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  ListedNames taken;
  std::string line;
  while (std::getline(std::cin, line)) {
    Issues issues;
    const auto json = parse_json(line, issues);
    const Json answered =
        json ? answer(Reader(*json, "", issues), taken) : Json::string("unreadable request");
    // A request that is wrong must not pass for one that plans little.
    std::cout << to_text(issues.empty() ? answered : Json::string("unreadable request")) << '\n'
              << std::flush;
  }
  return 0;
}

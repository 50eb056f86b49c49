#include "core/operations/customer_plan.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/sale_buyer.h"
#include "core/operations/taken_json.h"

namespace sidebill {

namespace {

/// So many who have one name are told of.
constexpr std::size_t most_holders = 5;

/// What the directory answered, and the customers that were read or found besides.
ListedNames names_of(const Basis& basis) {
  ListedNames names;
  for (const TakenName& name : basis.taken) names.add(name);
  for (const Customer& customer : basis.known.customers) {
    if (!names.customer(customer.id)) names.add(taken_name(customer));
  }
  return names;
}

const CrmContact* billed(const BuyingParty& buyer) {
  const auto marked = std::find_if(buyer.contacts.begin(), buyer.contacts.end(),
                                   [](const CrmContact& contact) { return contact.is_billing_contact; });
  if (marked != buyer.contacts.end()) return &*marked;
  return buyer.contacts.empty() ? nullptr : &buyer.contacts.front();
}

/// It was not found as the contact's own.
bool is_of_company(const Candidate& candidate) {
  return std::none_of(candidate.evidence.begin(), candidate.evidence.end(), [](const Evidence& one) {
    return one.field == "contact" || one.level == "of-contact";
  });
}

/// The company's customer that nobody has linked yet, where it is certain and stands under no other.
std::string certain_parent(const Basis& basis) {
  const Match& match = basis.matches.customer;
  const bool certain = match.outcome == Outcome::link && !basis.sale.companies.empty();
  if (!certain || !is_of_company(match.candidates.front())) return "";
  const std::string& id = match.candidates.front().id;
  const auto& known = basis.known.customers;
  const bool on_top = std::any_of(known.begin(), known.end(),
                                  [&](const Customer& one) { return one.id == id && one.parent_id.empty(); });
  return on_top ? id : "";
}

/// Nothing has been typed yet.
bool is_blank(const NewCustomer& customer) {
  return customer.display_name.empty() && customer.company_name.empty() && customer.given_name.empty() &&
         customer.family_name.empty() && customer.email.empty() && customer.phone.empty();
}

/// The plan by this policy, else the first that can be carried out.
const PolicyPlan* usable_plan(const CustomerPlan& plan, NamePolicy policy) {
  for (const PolicyPlan& one : plan.policies) {
    if (one.policy == policy && one.available()) return &one;
  }
  const bool any = !plan.policies.empty() && plan.policies.front().available();
  return any ? &plan.policies.front() : nullptr;
}

std::string record_word(NameKind kind) {
  switch (kind) {
    case NameKind::vendor: return "Vendor";
    case NameKind::employee: return "Employee";
    case NameKind::customer:
    case NameKind::planned: break;
  }
  return "Customer";
}

Json text(std::string_view value) { return Json::string(value); }

Json contacts_json(const std::vector<CrmContact>& contacts) {
  Json list = Json::array();
  for (const CrmContact& contact : contacts) {
    list.items.push_back(Json::object()
                             .set("id", text(contact.id))
                             .set("name", text(collapse_spaces(contact.first_name + " " + contact.last_name)))
                             .set("email", text(trim(contact.email))));
  }
  return list;
}

Json avoided_json(const std::vector<AvoidedName>& avoided) {
  Json list = Json::array();
  for (const AvoidedName& one : avoided) {
    list.items.push_back(Json::object()
                             .set("name", text(one.name))
                             .set("why", text(avoided_text(one.why)))
                             .set("holder", one.why == Avoided::unusable ? Json{} : taken_json(one.holder)));
  }
  return list;
}

Json changes_json(const std::vector<PlanStep>& steps) {
  Json list = Json::array();
  for (const PlanStep& step : steps) {
    list.items.push_back(Json::object()
                             .set("part", text(part_text(step.part)))
                             .set("step", text(step_text(step.change.step)))
                             .set("characters", text(step.change.characters)));
  }
  return list;
}

Json problems_json(const std::vector<FoundProblem>& problems) {
  Json list = Json::array();
  for (const FoundProblem& one : problems) {
    list.items.push_back(
        Json::object().set("problem", text(problem_text(one.problem))).set("detail", text(one.detail)));
  }
  return list;
}

Json policy_json(const PolicyPlan& one) {
  const PlannedCustomer planned = one.plan.customer.value_or(PlannedCustomer{});
  return Json::object()
      .set("policy", text(policy_text(one.policy)))
      .set("available", Json::boolean(one.available()))
      .set("name", text(planned.customer.display_name))
      .set("parent_name", text(planned.parent_name))
      .set("parent_is_new", Json::boolean(one.plan.parent.has_value()))
      .set("cc", text(join(planned.cc, ", ")))
      .set("avoided", avoided_json(planned.avoided))
      .set("changes", changes_json(planned.steps))
      .set("problems", problems_json(one.plan.problems));
}

}  // namespace

CustomerPlan plan_new_customer(const Basis& basis, const Naming& naming) {
  const ListedNames names = names_of(basis);
  NameRules rules;
  rules.latin1 = basis.company.us_latin1;
  rules.realm = basis.company.realm;
  BuyingParty buyer = sale_buyer(basis.sale, naming.contact_id, rules, names);
  if (buyer.parent_id.empty()) buyer.parent_id = certain_parent(basis);
  CustomerPlan plan;
  plan.contacts = basis.sale.contacts;
  if (plan.contacts.size() > most_billing_contacts) plan.contacts.resize(most_billing_contacts);
  if (const CrmContact* contact = billed(buyer)) plan.contact_id = contact->id;
  for (const NamePolicy policy : policies_for(basis.sale)) {
    rules.policy = policy;
    plan.policies.push_back({policy, plan_customer(buyer, rules, names)});
  }
  return plan;
}

void propose_new_customer(const CustomerPlan& plan, Choices& choices) {
  auto* created = std::get_if<NewCustomer>(&choices.customer);
  if (created == nullptr || !is_blank(*created)) return;
  const PolicyPlan* chosen = usable_plan(plan, choices.naming.policy);
  if (chosen == nullptr) return;
  const PlannedCustomer& planned = *chosen->plan.customer;
  *created = planned.customer;
  created->parent_id = planned.parent_id;
  choices.naming.policy = chosen->policy;
  choices.cc = join(planned.cc, ", ");
  if (choices.email.empty()) choices.email = planned.customer.email;
}

std::optional<NewCustomer> planned_parent(const CustomerPlan& plan, const Choices& choices,
                                          const Draft& draft) {
  const auto* customer = std::get_if<NewCustomer>(&draft.customer);
  const bool beneath =
      customer != nullptr && customer->parent_id.empty() && choices.naming.policy == NamePolicy::sub_customer;
  if (!beneath) return std::nullopt;
  for (const PolicyPlan& one : plan.policies) {
    if (one.policy != NamePolicy::sub_customer || !one.plan.parent) continue;
    NewCustomer parent = one.plan.parent->customer;
    parent.currency = customer->currency;
    parent.billing_address = customer->billing_address;
    return parent;
  }
  return std::nullopt;
}

void check_new_name(const Basis& basis, const Draft& draft, Issues& issues) {
  const auto* customer = std::get_if<NewCustomer>(&draft.customer);
  const std::string key = customer == nullptr ? "" : name_key(customer->display_name);
  if (key.empty()) return;
  if (draft.parent && name_key(draft.parent->display_name) == key) {
    issues.push_back(error(Code::customer_name_taken, "/customer/display_name",
                           {{"name", customer->display_name},
                            {"kind", record_word(NameKind::planned)},
                            {"id", ""},
                            {"holder", draft.parent->display_name}}));
  }
  for (const TakenName& holder : names_of(basis).holders(key, most_holders)) {
    issues.push_back(error(holder.active ? Code::customer_name_taken : Code::customer_name_inactive,
                           "/customer/display_name",
                           {{"name", customer->display_name},
                            {"kind", record_word(holder.kind)},
                            {"id", holder.id},
                            {"holder", holder.display_name}}));
  }
}

Json customer_plan_json(const CustomerPlan& plan) {
  Json policies = Json::array();
  for (const PolicyPlan& one : plan.policies) policies.items.push_back(policy_json(one));
  return Json::object()
      .set("contact_id", text(plan.contact_id))
      .set("contacts", contacts_json(plan.contacts))
      .set("policies", std::move(policies));
}

}  // namespace sidebill

#include "core/matching/name_planner.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/matching/planned_links.h"
#include "core/matching/planned_parties.h"
#include "core/matching/planned_search.h"

namespace sidebill {
namespace {

std::string field_of(const std::string& name, NamePart part, std::vector<PlanStep>& steps) {
  std::string field = shorten(name, name_field_limit);
  if (field.size() != name.size()) steps.push_back({part, {NameStep::shortened, {}}});
  return field;
}

/// The customer without its display name.
PlannedCustomer details_of(Parties& parties) {
  PlannedCustomer planned;
  planned.steps = std::move(parties.steps);
  planned.avoided = std::move(parties.unusable);
  planned.cc = std::move(parties.cc);
  planned.customer.company_name = field_of(parties.company, NamePart::company_name, planned.steps);
  planned.customer.given_name = parties.given_name;
  planned.customer.family_name = parties.family_name;
  planned.customer.email = parties.email;
  planned.customer.phone = parties.phone;
  return planned;
}

void append(std::vector<AvoidedName>& all, std::vector<AvoidedName> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void accept(FreeName found, PlannedCustomer planned, NamePlan& plan) {
  if (found.own) {
    if (!found.own->active) plan.problems.push_back({PlanProblem::linked_inactive, found.own->id});
    plan.existing = std::move(found.own);
    return;
  }
  if (found.name.empty()) {
    plan.problems.push_back({PlanProblem::no_free_name, {}});
    return;
  }
  if (found.shortened) planned.steps.push_back({NamePart::display_name, {NameStep::shortened, {}}});
  append(planned.avoided, std::move(found.avoided));
  planned.customer.display_name = std::move(found.name);
  plan.customer = std::move(planned);
}

/// Plans one customer by a policy that needs none above it.
NamePlan plan_alone(const BuyingParty& buyer, const NameRules& rules, NamePolicy policy,
                    const TakenNames& taken) {
  NamePlan plan;
  Parties parties = read_parties(buyer, rules);
  plan.problems = std::move(parties.problems);
  const Proposals proposals = proposals_for(parties, policy);
  if (proposals.base.empty()) {
    plan.problems.push_back({PlanProblem::nameless, {}});
    return plan;
  }
  FreeName found = find_free_name(proposals, customers_of_contact(buyer, rules, taken), taken);
  accept(std::move(found), details_of(parties), plan);
  return plan;
}

/// The customer that a contact's is put beneath: one that exists, or one to be made first.
struct Above {
  std::string id, name;
  std::optional<PlannedCustomer> planned;
};

/// Why no customer can be put beneath this one.
std::optional<FoundProblem> obstacle(const TakenName& parent, const TakenNames& taken) {
  if (!parent.active) return FoundProblem{PlanProblem::parent_inactive, parent.id};
  if (level_of(parent, taken) >= deepest_level) return FoundProblem{PlanProblem::parent_too_deep, parent.id};
  return std::nullopt;
}

std::optional<TakenName> known_parent(const BuyingParty& buyer, const NameRules& rules,
                                      const TakenNames& taken, std::vector<FoundProblem>& problems) {
  auto parent =
      buyer.parent_id.empty() ? customer_of_company(buyer, rules, taken) : taken.customer(buyer.parent_id);
  if (!parent && !buyer.parent_id.empty()) problems.push_back({PlanProblem::parent_unknown, buyer.parent_id});
  if (!parent) return std::nullopt;
  if (auto found = obstacle(*parent, taken)) problems.push_back(std::move(*found));
  return parent;
}

/// The company's own customer, for the contacts to stand beneath.
std::optional<PlannedCustomer> new_parent(const BuyingParty& buyer, const NameRules& rules,
                                          const TakenNames& taken) {
  if (!buyer.company) return std::nullopt;
  BuyingParty company_alone;
  company_alone.company = buyer.company;
  NamePlan plan = plan_alone(company_alone, rules, NamePolicy::company, taken);
  return std::move(plan.customer);
}

/// Nothing when the contact's customer must stand alone; `problems` tell why, if there is more to it than
/// that the company has no name.
std::optional<Above> above(const BuyingParty& buyer, const NameRules& rules, const TakenNames& taken,
                           std::vector<FoundProblem>& problems) {
  if (const auto parent = known_parent(buyer, rules, taken, problems)) {
    if (!problems.empty()) return std::nullopt;
    return Above{parent->id, parent->display_name, std::nullopt};
  }
  if (!problems.empty()) return std::nullopt;
  auto planned = new_parent(buyer, rules, taken);
  if (!planned) return std::nullopt;
  std::string name = planned->customer.display_name;
  return Above{{}, std::move(name), std::move(planned)};
}

TakenName reservation(const PlannedCustomer& planned) {
  return {NameKind::planned, {}, true, planned.customer.display_name, planned.parent_id};
}

/// Beneath `over`, which goes into the plan when it is to be made first.
NamePlan plan_beneath(const BuyingParty& buyer, const NameRules& rules, const TakenNames& taken, Above over) {
  ListedNames with_parent(taken);
  if (over.planned) with_parent.add(reservation(*over.planned));
  NamePlan plan = plan_alone(buyer, rules, NamePolicy::sub_customer, with_parent);
  if (!plan.customer) return plan;
  plan.parent = std::move(over.planned);
  plan.customer->parent_id = std::move(over.id);
  plan.customer->parent_name = std::move(over.name);
  plan.customer->is_job = true;
  return plan;
}

NamePlan plan_sub_customer(const BuyingParty& buyer, const NameRules& rules, const TakenNames& taken) {
  if (billing_contact(buyer) == nullptr) return plan_alone(buyer, rules, NamePolicy::company, taken);
  std::vector<FoundProblem> problems;
  auto over = above(buyer, rules, taken, problems);
  NamePlan plan = over ? plan_beneath(buyer, rules, taken, std::move(*over))
                       : plan_alone(buyer, rules, NamePolicy::company_with_contact, taken);
  plan.problems.insert(plan.problems.begin(), problems.begin(), problems.end());
  return plan;
}

/// `planned_parent` is the name of the customer that an earlier contact of the same company brought along.
NamePlan plan_with(const BuyingParty& buyer, const NameRules& rules, const TakenNames& taken,
                   const std::string& planned_parent) {
  if (auto own = linked_customer(buyer, rules, taken)) {
    NamePlan plan;
    if (!own->active) plan.problems.push_back({PlanProblem::linked_inactive, own->id});
    plan.existing = std::move(own);
    return plan;
  }
  if (rules.policy != NamePolicy::sub_customer) return plan_alone(buyer, rules, rules.policy, taken);
  if (planned_parent.empty()) return plan_sub_customer(buyer, rules, taken);
  return plan_beneath(buyer, rules, taken, Above{{}, planned_parent, std::nullopt});
}

/// The contacts' places, by CRM id: 9 before 10.
std::vector<std::size_t> in_order_of_ids(const std::vector<CrmContact>& contacts) {
  std::vector<std::size_t> places(contacts.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  const auto key = [&](std::size_t place) {
    const CrmContact& contact = contacts[place];
    return std::tie(contact.id, contact.last_name, contact.first_name, contact.email);
  };
  std::stable_sort(places.begin(), places.end(), [&](std::size_t left, std::size_t right) {
    const std::size_t digits = contacts[left].id.size(), others = contacts[right].id.size();
    return digits != others ? digits < others : key(left) < key(right);
  });
  return places;
}

}  // namespace

NamePlan plan_customer(const BuyingParty& buyer, const NameRules& rules, const TakenNames& taken) {
  return plan_with(buyer, rules, taken, {});
}

std::vector<NamePlan> plan_contacts(const BuyingParty& buyer, const NameRules& rules,
                                    const TakenNames& taken) {
  if (is_one_per_company(rules.policy) || buyer.contacts.empty()) return {plan_customer(buyer, rules, taken)};
  std::vector<NamePlan> plans(buyer.contacts.size());
  ListedNames with_plans(taken);
  std::string planned_parent;
  BuyingParty one = buyer;
  const CrmContact* last = nullptr;
  for (const std::size_t place : in_order_of_ids(buyer.contacts)) {
    const CrmContact& contact = buyer.contacts[place];
    const bool again = last != nullptr && !contact.id.empty() && contact.id == last->id;
    last = &contact;
    if (again) continue;
    one.contacts = {contact};
    NamePlan& plan = plans[place] = plan_with(one, rules, with_plans, planned_parent);
    if (plan.parent) {
      with_plans.add(reservation(*plan.parent));
      planned_parent = plan.parent->customer.display_name;
    }
    if (plan.customer) with_plans.add(reservation(*plan.customer));
  }
  return plans;
}

}  // namespace sidebill

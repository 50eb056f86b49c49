// Buyers and books for the tests of the name planner.
#pragma once

#include <string>
#include <vector>

#include "core/matching/name_planner.h"

namespace sidebill::planner_sample {

inline const std::string realm = "1001";

inline CrmCompany company(const std::string& name, const std::string& city = {}) {
  CrmCompany made;
  made.id = "501";
  made.name = name;
  made.address.city = city;
  return made;
}

inline CrmContact contact(const std::string& id, const std::string& first, const std::string& last,
                          const std::string& email = {}) {
  CrmContact made;
  made.id = id;
  made.first_name = first;
  made.last_name = last;
  made.email = email;
  return made;
}

inline Link customer_link(const std::string& id) { return {realm, "Customer", id}; }

/// Acme of Malmö, with Ana Sol and Bo Ek.
inline BuyingParty acme() {
  return {company("Acme", "Malmö"),
          {contact("1", "Ana", "Sol", "ana@acme.example"), contact("2", "Bo", "Ek", "bo@acme.example")},
          {}};
}

inline TakenName customer(const std::string& id, const std::string& name) {
  return {NameKind::customer, id, true, name, {}};
}
inline TakenName inactive(const std::string& id, const std::string& name) {
  return {NameKind::customer, id, false, name, {}};
}
inline TakenName vendor(const std::string& id, const std::string& name) {
  return {NameKind::vendor, id, true, name, {}};
}
inline TakenName employee(const std::string& id, const std::string& name) {
  return {NameKind::employee, id, true, name, {}};
}

inline ListedNames books(const std::vector<TakenName>& names) {
  ListedNames listed;
  for (const TakenName& name : names) listed.add(name);
  return listed;
}

inline NameRules rules(NamePolicy policy, bool latin1 = false) { return {policy, latin1, realm}; }

/// The planned name, or "" when nothing is planned.
inline std::string planned_name(const NamePlan& plan) {
  return plan.customer ? plan.customer->customer.display_name : std::string();
}

/// "taken-by-vendor 7: Acme", one text per name passed over.
inline std::vector<std::string> avoided_texts(const PlannedCustomer& planned) {
  std::vector<std::string> texts;
  for (const AvoidedName& avoided : planned.avoided) {
    const std::string holder = avoided.holder.id.empty() ? "" : " " + avoided.holder.id;
    texts.push_back(std::string(avoided_text(avoided.why)) + holder + ": " + avoided.name);
  }
  return texts;
}

/// "colon-replaced" in the company's name: "company-name colon-replaced".
inline std::vector<std::string> step_texts(const PlannedCustomer& planned) {
  std::vector<std::string> texts;
  for (const PlanStep& step : planned.steps) {
    const std::string characters = step.change.characters.empty() ? "" : " " + step.change.characters;
    texts.push_back(std::string(part_text(step.part)) + " " + std::string(step_text(step.change.step)) +
                    characters);
  }
  return texts;
}

/// "parent-inactive 7".
inline std::vector<std::string> problem_texts(const NamePlan& plan) {
  std::vector<std::string> texts;
  for (const FoundProblem& found : plan.problems) {
    texts.push_back(std::string(problem_text(found.problem)) +
                    (found.detail.empty() ? "" : " " + found.detail));
  }
  return texts;
}

}  // namespace sidebill::planner_sample

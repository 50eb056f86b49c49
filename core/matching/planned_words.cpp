// The texts of the planner's codes; the sentences are the web's.
#include "core/matching/name_planner.h"

namespace sidebill {

std::string_view policy_text(NamePolicy policy) {
  switch (policy) {
    case NamePolicy::company: return "company";
    case NamePolicy::contact: return "contact";
    case NamePolicy::company_with_contact: return "company-with-contact";
    case NamePolicy::sub_customer: return "sub-customer";
    case NamePolicy::shared: return "shared";
  }
  return "";
}

std::optional<NamePolicy> policy_of(std::string_view text) {
  for (const NamePolicy policy : {NamePolicy::company, NamePolicy::contact, NamePolicy::company_with_contact,
                                  NamePolicy::sub_customer, NamePolicy::shared}) {
    if (policy_text(policy) == text) return policy;
  }
  return std::nullopt;
}

std::string_view avoided_text(Avoided why) {
  switch (why) {
    case Avoided::by_customer: return "taken-by-customer";
    case Avoided::by_inactive_customer: return "taken-by-inactive-customer";
    case Avoided::by_vendor: return "taken-by-vendor";
    case Avoided::by_employee: return "taken-by-employee";
    case Avoided::by_planned: return "taken-by-plan";
    case Avoided::unusable: return "unusable";
  }
  return "";
}

std::string_view part_text(NamePart part) {
  switch (part) {
    case NamePart::display_name: return "display-name";
    case NamePart::company_name: return "company-name";
    case NamePart::given_name: return "given-name";
    case NamePart::family_name: return "family-name";
    case NamePart::city: return "city";
    case NamePart::email: return "email";
    case NamePart::domain: return "domain";
    case NamePart::phone: return "phone";
  }
  return "";
}

std::string_view problem_text(PlanProblem problem) {
  switch (problem) {
    case PlanProblem::nameless: return "nameless";
    case PlanProblem::linked_inactive: return "linked-inactive";
    case PlanProblem::parent_inactive: return "parent-inactive";
    case PlanProblem::parent_unknown: return "parent-unknown";
    case PlanProblem::parent_too_deep: return "parent-too-deep";
    case PlanProblem::email_unusable: return "email-unusable";
    case PlanProblem::cc_unusable: return "cc-unusable";
    case PlanProblem::cc_too_many: return "cc-too-many";
    case PlanProblem::phone_too_long: return "phone-too-long";
    case PlanProblem::no_free_name: return "no-free-name";
  }
  return "";
}

}  // namespace sidebill

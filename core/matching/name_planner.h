// The customer that is to be made for a buyer, under a name that nobody has.
//
// QuickBooks refuses a display name (6240) that a customer, vendor or employee has, active or not. The
// planner finds one before any call, and tells what it passed over on the way and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/matching/planned_taken.h"
#include "core/matching/planned_text.h"
#include "core/model/customer.h"
#include "core/model/sale.h"

namespace sidebill {

/// "company-with-contact"; never changes meaning.
std::string_view policy_text(NamePolicy policy);
std::optional<NamePolicy> policy_of(std::string_view text);

struct BuyingParty {
  std::optional<CrmCompany> company;
  std::vector<CrmContact> contacts;  // the billing contact is the one marked so, else the first
  std::string parent_id;             // the company's customer when it is known better than by its link
};

struct NameRules {
  NamePolicy policy = NamePolicy::company;
  bool latin1 = false;  // US companies
  std::string realm;    // which links count
};

/// Why a name was passed over.
enum class Avoided {
  by_customer,           // an active customer has it: maybe the same one
  by_inactive_customer,  // QuickBooks would refuse it all the same; the other one may be made active again
  by_vendor,
  by_employee,
  by_planned,  // it is to be another buyer's, planned in the same breath
  unusable,    // it names nobody: no letter in it, or none that the company can store
};

/// "taken-by-customer"; never changes meaning.
std::string_view avoided_text(Avoided why);

struct AvoidedName {
  std::string name;
  Avoided why = Avoided::unusable;
  TakenName holder;  // empty when unusable
};

/// The part of the plan that a change was made to.
enum class NamePart { display_name, company_name, given_name, family_name, city, email, domain, phone };

/// "company-name"; never changes meaning.
std::string_view part_text(NamePart part);

struct PlanStep {
  NamePart part = NamePart::display_name;
  NameChange change;
};

struct PlannedCustomer {
  NewCustomer customer;         // names, e-mail and phone; currency and address are not a matter of names
  std::vector<std::string> cc;  // the other contacts' addresses, when they share the customer
  std::string parent_id;        // '' for none, or for one that is to be made first
  std::string parent_name;      // display name of the customer above
  bool is_job = false;
  std::vector<AvoidedName> avoided;  // in the order of trying; the first name is what the policy asks for
  std::vector<PlanStep> steps;
};

enum class PlanProblem {
  nameless,         // neither company nor contact has a name, domain or e-mail that could be one
  linked_inactive,  // the buyer's customer is inactive: to be made active, not to be made twice
  parent_inactive,  // the customer above cannot take sub-customers: planned beside it instead
  parent_unknown,   // the same: nobody knows it
  parent_too_deep,  // the same: it is on the last level
  email_unusable,   // no address of the billing contact can be the customer's
  cc_unusable,      // no address of another contact can be written to
  cc_too_many,      // this address does not fit beside the others
  phone_too_long,   // left out, as a part of a number is none
  no_free_name,     // every name tried is taken
};

/// "parent-inactive"; never changes meaning.
std::string_view problem_text(PlanProblem problem);

struct FoundProblem {
  PlanProblem problem = PlanProblem::nameless;
  std::string detail;  // the address, the id or the number that it is about
};

/// What is to be done for one buyer: nothing when it has a customer, else one to be made, sometimes beneath
/// another that is to be made first.
struct NamePlan {
  std::optional<TakenName> existing;
  std::optional<PlannedCustomer> parent;
  std::optional<PlannedCustomer> customer;
  std::vector<FoundProblem> problems;
};

/// The customer for this buyer. The same input gives the same plan, whatever was planned before; when what
/// was planned has been made and linked, there is nothing left to plan.
///
/// A customer counts as the buyer's own when it is linked to whom the policy makes customers for: the
/// company, or the billing contact. A second one on purpose (another currency) is planned by leaving the
/// links away.
///
/// Shape:  a taken name is tried with the contact, then the city, then both, then a number: "Acme", "Acme
/// (Ana Sol)",
///         "Acme (Malmö)", "Acme (Ana Sol, Malmö)", "Acme (2)". A contact's name takes the company for the
///         contact.
/// Errors: no customer, and a problem that says why; an e-mail or phone that QuickBooks would refuse is left
/// out Source: reference/quickbooks.md 3.1 (display names, 6240, 6180), 3.3 (BillEmailCc)
NamePlan plan_customer(const BuyingParty& buyer, const NameRules& rules, const TakenNames& taken);

/// The customers for all contacts of one company: one plan where the company is the customer, else one per
/// contact, in their order. The names differ from each other too; who of two namesakes is "(2)" depends on
/// their CRM ids, not on the order. Where a parent is to be made first, it stands in the plan of the lowest
/// id that needs it. A contact that comes twice gets an empty plan the second time.
std::vector<NamePlan> plan_contacts(const BuyingParty& buyer, const NameRules& rules,
                                    const TakenNames& taken);

}  // namespace sidebill

// The buyer's names and addresses, written as QuickBooks takes them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/matching/name_planner.h"

namespace sidebill {

/// Longest of each field. Source: reference/quickbooks.md 3.1, 3.3
inline constexpr std::size_t display_name_limit = 500;
inline constexpr std::size_t name_field_limit = 100;
inline constexpr std::size_t email_limit_of_customer = 100;
inline constexpr std::size_t cc_limit = 200;
inline constexpr std::size_t phone_limit = 30;

/// What the buyer can be called by, clean; '' where there is nothing usable.
struct Parties {
  std::string company;  // its name, else its domain, else what the contact says of it
  std::string given_name, family_name;
  std::string person;  // both, else the e-mail
  std::string city_of_company, city_of_contact;
  std::string email, phone;
  std::vector<std::string> cc;
  std::vector<AvoidedName> unusable;
  std::vector<PlanStep> steps;
  std::vector<FoundProblem> problems;
};

/// The contact that bills go to, or nullptr.
const CrmContact* billing_contact(const BuyingParty& buyer);

Parties read_parties(const BuyingParty& buyer, const NameRules& rules);

}  // namespace sidebill

#include "core/matching/planned_links.h"

#include "core/matching/planned_parties.h"

namespace sidebill {
namespace {

std::vector<TakenName> known_customers(const std::vector<Link>& links, const std::string& realm,
                                       const TakenNames& taken) {
  std::vector<TakenName> found;
  for (const Link& link : links) {
    if (link.realm != realm || link.type != "Customer") continue;
    if (auto customer = taken.customer(link.id)) found.push_back(std::move(*customer));
  }
  return found;
}

std::optional<TakenName> active_one_first(const std::vector<TakenName>& customers) {
  for (const TakenName& customer : customers) {
    if (customer.active) return customer;
  }
  if (customers.empty()) return std::nullopt;
  return customers.front();
}

}  // namespace

bool is_one_per_company(NamePolicy policy) {
  return policy == NamePolicy::company || policy == NamePolicy::shared;
}

std::optional<TakenName> customer_of_company(const BuyingParty& buyer, const NameRules& rules,
                                             const TakenNames& taken) {
  if (!buyer.company) return std::nullopt;
  return active_one_first(known_customers(buyer.company->links, rules.realm, taken));
}

std::optional<TakenName> linked_customer(const BuyingParty& buyer, const NameRules& rules,
                                         const TakenNames& taken) {
  const CrmContact* contact = billing_contact(buyer);
  const bool company_stands = contact == nullptr || (buyer.company && is_one_per_company(rules.policy));
  if (company_stands) return customer_of_company(buyer, rules, taken);
  return active_one_first(known_customers(contact->links, rules.realm, taken));
}

std::vector<TakenName> customers_of_contact(const BuyingParty& buyer, const NameRules& rules,
                                            const TakenNames& taken) {
  const CrmContact* contact = billing_contact(buyer);
  if (contact == nullptr || !is_one_per_company(rules.policy)) return {};
  return known_customers(contact->links, rules.realm, taken);
}

int level_of(const TakenName& customer, const TakenNames& taken) {
  int level = 1;
  std::string above = customer.parent_id;
  // A ring of parents is deeper than any customer can be.
  while (!above.empty() && level <= deepest_level) {
    ++level;
    const auto parent = taken.customer(above);
    above = parent ? parent->parent_id : std::string();
  }
  return level;
}

}  // namespace sidebill

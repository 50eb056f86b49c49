#include "core/matching/sale_buyer.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/matching/planned_links.h"

namespace sidebill {

namespace {

/// Remembers everybody it tells of.
class Listening : public TakenNames {
 public:
  explicit Listening(const TakenNames& names) : names_(names) {}

  std::vector<TakenName> holders(std::string_view key, std::size_t most) const override {
    std::vector<TakenName> found = names_.holders(key, most);
    for (const TakenName& one : found) heard_.emplace(std::pair(one.kind, one.id), one);
    return found;
  }
  std::optional<TakenName> customer(std::string_view id) const override {
    auto found = names_.customer(id);
    if (found) heard_.emplace(std::pair(found->kind, found->id), *found);
    return found;
  }

  std::vector<TakenName> heard() const {
    std::vector<TakenName> all;
    for (const auto& [place, name] : heard_) all.push_back(name);
    return all;
  }

 private:
  const TakenNames& names_;
  mutable std::map<std::pair<NameKind, std::string>, TakenName> heard_;
};

/// Each can be the one billed; '' where there is none.
std::vector<std::string> billable(const Sale& sale) {
  std::vector<std::string> ids;
  for (const CrmContact& contact : sale.contacts) {
    if (ids.size() < most_billing_contacts) ids.push_back(contact.id);
  }
  if (ids.empty()) ids.emplace_back();
  return ids;
}

}  // namespace

BuyingParty sale_buyer(const Sale& sale, const std::string& contact_id, const NameRules& rules,
                       const TakenNames& taken) {
  BuyingParty buyer;
  if (!sale.companies.empty()) buyer.company = sale.companies.front();
  buyer.contacts = sale.contacts;
  if (const auto parent = customer_of_company(buyer, rules, taken)) buyer.parent_id = parent->id;
  if (buyer.company) buyer.company->links.clear();
  const bool known = std::any_of(sale.contacts.begin(), sale.contacts.end(),
                                 [&](const CrmContact& one) { return one.id == contact_id; });
  for (CrmContact& contact : buyer.contacts) {
    contact.links.clear();
    if (known && !contact_id.empty()) contact.is_billing_contact = contact.id == contact_id;
  }
  return buyer;
}

std::vector<NamePolicy> policies_for(const Sale& sale) {
  if (sale.contacts.empty()) return {NamePolicy::company};
  if (sale.companies.empty()) return {NamePolicy::contact};
  return {NamePolicy::company, NamePolicy::contact, NamePolicy::company_with_contact,
          NamePolicy::sub_customer, NamePolicy::shared};
}

std::vector<TakenName> names_met(const Sale& sale, NameRules rules, const TakenNames& taken) {
  const Listening listening(taken);
  for (const std::string& contact : billable(sale)) {
    const BuyingParty buyer = sale_buyer(sale, contact, rules, listening);
    for (const NamePolicy policy : policies_for(sale)) {
      rules.policy = policy;
      plan_customer(buyer, rules, listening);
    }
  }
  return listening.heard();
}

}  // namespace sidebill

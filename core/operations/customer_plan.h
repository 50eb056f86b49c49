// The customer that would be made for a sale: its name by every policy, the one above it, and what stands in
// the way of a name.
#pragma once

#include <vector>

#include "core/base/json.h"
#include "core/matching/name_planner.h"
#include "core/operations/basis.h"

namespace sidebill {

/// What one policy comes to.
struct PolicyPlan {
  NamePolicy policy = NamePolicy::company;
  NamePlan plan;
  bool available() const { return plan.customer.has_value(); }
};

struct CustomerPlan {
  std::vector<CrmContact> contacts;  // those that may be billed
  std::string contact_id;            // the one that is
  std::vector<PolicyPlan> policies;  // the proposed one first
};

/// The same basis and choice always give the same plan.
CustomerPlan plan_new_customer(const Basis& basis, const Naming& naming);

/// Fills in a new customer of whom nothing has been typed, who gets copies, and the bill's address where
/// there is none. A policy that does not fit the sale gives way to one that does.
void propose_new_customer(const CustomerPlan& plan, Choices& choices);

/// The company's customer, to be made before the new one that the draft has beneath it; nothing where that
/// one stands alone, or beneath a customer that exists.
std::optional<NewCustomer> planned_parent(const CustomerPlan& plan, const Choices& choices,
                                          const Draft& draft);

/// customer-name-taken, or customer-name-inactive, for everybody who has the new customer's name already.
///
/// Source: reference/quickbooks.md 3.1 (6240)
void check_new_name(const Basis& basis, const Draft& draft, Issues& issues);

/// The shape `CustomerPlan` of wasm/src/boundary.ts.
Json customer_plan_json(const CustomerPlan& plan);

}  // namespace sidebill

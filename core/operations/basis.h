// Everything that composing an invoice rests on, read once and handed to the page and back.
#pragma once

#include <optional>

#include "core/base/json.h"
#include "core/billing/compose.h"
#include "core/matching/match.h"
#include "core/matching/planned_taken.h"
#include "core/model/company.h"
#include "core/model/preferences.h"
#include "core/model/sale.h"

namespace sidebill {

struct Basis {
  Sale sale;
  Company company;
  Known known;
  /// What the directory answered about the sale: how telling a name is only it knows.
  SaleMatches matches;
  /// Names of QuickBooks that planning a new customer runs into, or that the person chose.
  std::vector<TakenName> taken;
  Preferences preferences;
};

Json basis_json(const Basis& basis);
/// Errors: nullopt when sale or company is missing; single unreadable records become issues and are left out
std::optional<Basis> read_basis(const Json& value, Issues& issues);

/// Adds records that the person found by search, replacing those with the same id.
void add_picked(Basis& basis, const Json& picked, Issues& issues);

}  // namespace sidebill

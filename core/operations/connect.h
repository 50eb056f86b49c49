// Testing a connection and reading what everything later rests on.
#pragma once

#include "core/run/run.h"

namespace sidebill {

/// Which account a token belongs to, what it may do, and Sidebill's property group and properties made where
/// they are missing. Input {account}; report ConnectPortalReport of wasm/src/boundary.ts.
Json connect_portal(Io& io, const Json& input);

/// A company's settings and lists: companyinfo, preferences, terms, tax codes and rates, accounts,
/// currencies, customers, items, vendors and employees (names), and the newest invoices for what their tax
/// tells. Input {account}; report ConnectCompanyReport.
Json connect_company(Io& io, const Json& input);

}  // namespace sidebill

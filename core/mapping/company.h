// A company of QuickBooks out of its settings and short lists.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/issue.h"
#include "core/model/company.h"
#include "core/quickbooks/records.h"

namespace sidebill {

/// What connect_company reads.
struct CompanyRecords {
  quickbooks::CompanyInfo info;
  quickbooks::Preferences preferences;
  std::vector<quickbooks::Term> terms;
  std::vector<quickbooks::TaxCode> tax_codes;
  std::vector<quickbooks::TaxRate> tax_rates;
  std::vector<quickbooks::Account> accounts;
  std::vector<quickbooks::PaymentMethod> payment_methods;
  std::vector<quickbooks::CompanyCurrency> currencies;
};

/// Time zone and seen taxes are left to the caller.
///
/// Errors: nullopt and issues when the home currency cannot be told
/// Source: reference/quickbooks.md 3.8, 8 (which tax regime)
std::optional<Company> map_company(const std::string& realm, const CompanyRecords& records, Issues& issues);

}  // namespace sidebill

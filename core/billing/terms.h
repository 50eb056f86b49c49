// Which payment terms hold for a document, and when it is due by them.
#pragma once

#include <string>

#include "core/billing/compose.h"

namespace sidebill {

/// The terms chosen, else the customer's, else the company's; only active ones are used.
///
/// Errors: nullptr where there are none; term-unknown at /term_id when the chosen ones are not in the list
const Term* choose_term(const std::string& chosen_id, const Customer* customer, const Company& company,
                        Issues& issues);

/// Source: reference/quickbooks.md 13.6: without any terms QuickBooks itself takes 30 days
Date due_date_by(const Term* term, Date issued);

}  // namespace sidebill

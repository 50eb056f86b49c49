// Drafts as the bodies QuickBooks takes.
#pragma once

#include <string>

#include "core/model/company.h"
#include "core/model/document.h"

namespace sidebill {

/// The body that creates this invoice, estimate or sales receipt. What is undecided is left out, so that a
/// preview can be shown before everything has been chosen; preflight keeps such a draft from being sent.
///
/// Shape:  US: TAX or NON on every line and no word on how tax is calculated; elsewhere a code on every line
/// and
///         that word. The date always, due date and terms of an invoice; a number only when set; never
///         e-mailed
/// Source: reference/quickbooks.md 3.3 to 3.5, 8
std::string form_body(const Draft& draft, const Company& company);
std::string customer_body(const NewCustomer& customer, const Company& company);
std::string item_body(const NewItem& item, const Company& company);

}  // namespace sidebill

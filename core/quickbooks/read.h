// Answers of QuickBooks as records. Wrong types become issues with their place; nothing throws.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/quickbooks/records.h"

namespace sidebill::quickbooks {

/// One record. Record: Customer, NamedEntity, Item, Term, TaxCode, TaxRate, Account, CompanyInfo, Preferences,
/// CompanyCurrency, Invoice, Payment.
///
/// Errors: nullopt and field-missing without an id (except Preferences and CompanyInfo); single unreadable
///         fields become issues and are left out
template <class Record>
std::optional<Record> read(const Reader& reader);

/// The record of an answer to read, create or update: {"Invoice": {...}}.
template <class Record>
std::optional<Record> record_in(const std::string& body, Issues& issues);

/// All records of this kind in an answer, whatever its envelope: a query, a single record, or a change list.
/// NamedEntity takes vendors and employees.
template <class Record>
std::vector<Record> records_in(const std::string& body, Issues& issues);

/// Rows in the answer to a query, readable or not: a page is the last one when there are fewer than asked for.
std::size_t row_count(const std::string& body);

}  // namespace sidebill::quickbooks

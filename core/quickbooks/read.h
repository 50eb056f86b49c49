// Answers of QuickBooks as records. Wrong types become issues with their place; nothing throws.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/quickbooks/records.h"

namespace sidebill::quickbooks {

/// One record. Record: Customer, NamedEntity, Item, Term, TaxCode, TaxRate, Account, PaymentMethod,
/// CompanyInfo, Preferences, CompanyCurrency, Invoice, Payment.
///
/// Errors: nullopt and field-missing without an id (except Preferences and CompanyInfo); single unreadable
///         fields become issues and are left out
template <class Record>
std::optional<Record> read_record(const Reader& reader);
template <>
std::optional<Customer> read_record<Customer>(const Reader& reader);
template <>
std::optional<NamedEntity> read_record<NamedEntity>(const Reader& reader);
template <>
std::optional<Item> read_record<Item>(const Reader& reader);
template <>
std::optional<Term> read_record<Term>(const Reader& reader);
template <>
std::optional<TaxCode> read_record<TaxCode>(const Reader& reader);
template <>
std::optional<TaxRate> read_record<TaxRate>(const Reader& reader);
template <>
std::optional<Account> read_record<Account>(const Reader& reader);
template <>
std::optional<PaymentMethod> read_record<PaymentMethod>(const Reader& reader);
template <>
std::optional<CompanyCurrency> read_record<CompanyCurrency>(const Reader& reader);
template <>
std::optional<CompanyInfo> read_record<CompanyInfo>(const Reader& reader);
template <>
std::optional<Preferences> read_record<Preferences>(const Reader& reader);
template <>
std::optional<Invoice> read_record<Invoice>(const Reader& reader);
template <>
std::optional<Payment> read_record<Payment>(const Reader& reader);

/// The record of an answer to read, create or update: {"Invoice": {...}}.
template <class Record>
std::optional<Record> record_in(const std::string& body, Issues& issues);

/// All records of this kind in an answer, whatever its envelope: a query, a single record, or a change list.
/// NamedEntity takes vendors and employees.
template <class Record>
std::vector<Record> records_in(const std::string& body, Issues& issues);
template <class Record>
std::vector<Record> records_in(const Json& answer, Issues& issues);

/// The rate of an answer about one: it has no id, and so is no record.
///
/// Errors: nullopt without a readable rate
std::optional<ExchangeRate> exchange_rate_in(const std::string& body, Issues& issues);

/// An answer to a query, as against a fault or nothing at all that came with status 200.
bool answers_query(const std::string& body);

/// Rows in the answer to a query, readable or not: a page is the last one when there are fewer than asked
/// for.
std::size_t row_count(const std::string& body);
std::size_t row_count(const Json& answer);

}  // namespace sidebill::quickbooks

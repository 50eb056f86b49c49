// Contacts, companies, products, line items and invoices of HubSpot: the properties to ask for, and typed
// records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/issue.h"
#include "core/hubspot/records.h"

namespace sidebill::hubspot {

struct PostalAddress {
  std::string street, street2, city, state, zip, country;
};

struct Contact {
  std::string id, email, first_name, last_name, phone, mobile_phone, company;
  std::vector<std::string> additional_emails;
  PostalAddress address;
  std::string links;  // sidebill_links as stored
};

struct Company {
  std::string id, name, domain, phone;
  PostalAddress address;
  std::string links;
};

struct Product {
  std::string id, name, sku, description;
  std::optional<Decimal> price;  // in the portal's own currency
  std::string links;
};

struct LineItem {
  std::string id, product_id, name, description, sku, currency;
  std::optional<Decimal> quantity, price, amount;
  std::optional<Decimal> discount;  // money off each unit
  std::optional<Decimal> discount_percent;
  std::string frequency;  // "" once
  std::string period;     // "P12M"
  std::optional<std::int64_t> number_of_payments;
  bool tiered = false;
  std::optional<Decimal> position;  // null when the line was made by an API
  std::int64_t created_ms = 0;
};

/// An invoice of HubSpot, which may stand for one of QuickBooks.
struct InvoiceObject {
  std::string id, number, status, currency;
  std::string link;  // sidebill_link as stored
  bool billable = true;
};

const std::vector<std::string>& contact_properties();
const std::vector<std::string>& company_properties();
const std::vector<std::string>& product_properties();
const std::vector<std::string>& line_item_properties();
const std::vector<std::string>& invoice_properties();

Contact read_contact(const Record& record, Issues& issues);
Company read_company(const Record& record, Issues& issues);
Product read_product(const Record& record, Issues& issues);
LineItem read_line_item(const Record& record, Issues& issues);
InvoiceObject read_invoice_object(const Record& record, Issues& issues);

/// A date property, as written: `YYYY-MM-DD`, an ISO instant, or milliseconds since 1970.
///
/// Errors: nullopt and date-unreadable for anything else; nullopt alone when it is empty
std::optional<Date> read_date_property(const Reader& properties, Name name);

}  // namespace sidebill::hubspot

// What is sold and to whom, as the CRM has it, in our own words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/model/link.h"

namespace sidebill {

struct Address {
  std::string line1, line2, city, region, postal_code, country;
};

/// A person of the CRM.
struct CrmContact {
  std::string id;
  std::string first_name, last_name;
  std::string email;
  std::vector<std::string> other_emails;
  std::string phone;
  std::string company_name;  // free text, not the associated company
  Address address;
  std::vector<Link> links;
  bool is_billing_contact = false;
};

/// An organisation of the CRM.
struct CrmCompany {
  std::string id;
  std::string name, domain, phone;
  Address address;
  std::vector<Link> links;
  bool is_primary = false;
};

/// What the CRM sells.
struct CrmProduct {
  std::string id;
  std::string name, sku, description;
  std::optional<Decimal> price;
  std::vector<Link> links;
};

/// How often a line bills; empty frequency means once.
struct Recurrence {
  std::string frequency;  // HubSpot's word: "monthly"
  int periods = 0;        // 0: no end stated
};

struct SaleLine {
  std::string source_id;   // line item record
  std::string product_id;  // CRM product, if the line came from one
  std::string name, description, sku;
  Decimal quantity{1, 0};
  Decimal unit_price;
  std::optional<Decimal> discount_per_unit;  // money off each unit
  std::optional<Decimal> discount_percent;   // 10 is ten percent
  std::optional<Recurrence> recurrence;
  bool tiered_price = false;
  std::optional<std::string> currency;   // its own, when it states one
  std::optional<Decimal> stated_amount;  // what the CRM shows as the line's net amount
  std::vector<Link> links;               // of its product
};

/// A deal (later also a quote or an invoice) ready to be billed.
/// A quote of the deal. `state` says whether it can be billed: "good", else why not: "draft", "waiting",
/// "rejected", "expired", "unknown".
struct SaleQuote {
  std::string id, name, state;
  std::optional<Date> expires;
  std::optional<Decimal> amount;

  bool can_be_billed() const { return state == "good"; }
};

struct Sale {
  RecordRef source;
  std::string name;
  std::string currency;  // ISO code as stated, may be empty
  std::optional<Decimal> stated_amount;
  std::optional<Decimal> order_discount_percent;
  std::optional<Date> close_date;
  std::optional<Date> created;  // in the CRM, by the day of UTC
  std::string owner_name;
  std::vector<CrmCompany> companies;  // primary first
  std::vector<CrmContact> contacts;   // billing contacts first, then in the CRM's order
  std::vector<SaleLine> lines;        // in the order they are shown
  std::vector<SaleQuote> quotes;      // of the deal, the newest first
  std::string quote_id;               // whose lines and buyer these are, "" for the deal's own
  std::vector<Link> links;            // documents already tied to the source
  std::vector<Link> removed;          // documents that somebody took off it
  int generation = 0;                 // highest recorded in the CRM for this record
};

}  // namespace sidebill

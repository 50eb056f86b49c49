// Deals with what hangs on them, and the properties to ask for.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/hubspot/objects.h"

namespace sidebill::hubspot {

struct Deal {
  std::string id, name, currency, owner_id;
  std::string stage, pipeline;
  std::optional<Decimal> amount;
  std::optional<Date> close_date;
  std::int64_t created_ms = 0;
  std::string links;              // sidebill_links as stored
  std::string removed;            // sidebill_removed_links as stored
  int generation = 0;             // sidebill_generation
  std::optional<Decimal> billed;  // sum of its invoices, as written last
  std::string billed_currency;
};

const std::vector<std::string>& deal_properties();
Deal read_deal(const Record& record, Issues& issues);

/// A deal with everything that billing looks at, as far as it could be read.
struct DealBundle {
  Deal deal;
  std::vector<LineItem> line_items;
  std::vector<Contact> contacts;
  std::vector<Company> companies;
  std::vector<Product> products;  // of the line items
  std::optional<Owner> owner;
  std::vector<Association> deal_contacts;  // how the deal is tied to its contacts, in HubSpot's order
  std::vector<Association> deal_companies;
  std::vector<AssociatedFrom> contact_companies;  // tells billing contacts
};

}  // namespace sidebill::hubspot

// The properties that Sidebill adds to HubSpot's objects, all in one group: the memory that colleagues share.
#pragma once

#include <string>
#include <vector>

#include "core/hubspot/records.h"

namespace sidebill::hubspot {

inline constexpr const char* property_group = "sidebill";

namespace property {
inline constexpr const char* links = "sidebill_links";            // records of QuickBooks, several
inline constexpr const char* link = "sidebill_link";              // one, unique: on what was made of it
inline constexpr const char* removed = "sidebill_removed_links";  // taken off by a person, several
inline constexpr const char* generation = "sidebill_generation";  // highest used for this record
inline constexpr const char* currency = "sidebill_currency";      // of the sums below
inline constexpr const char* billed = "sidebill_billed";
inline constexpr const char* open = "sidebill_open";
inline constexpr const char* overdue = "sidebill_overdue";
inline constexpr const char* collected = "sidebill_collected";
inline constexpr const char* count = "sidebill_invoice_count";
inline constexpr const char* next_due = "sidebill_next_due";
inline constexpr const char* exchange_rate = "sidebill_exchange_rate";  // of the newest invoice
inline constexpr const char* home_currency = "sidebill_home_currency";
inline constexpr const char* billed_home = "sidebill_billed_home";
inline constexpr const char* invoice_amount_collected = "sidebill_invoice_amount_collected";
inline constexpr const char* invoice_recipient = "sidebill_invoice_recipient";
inline constexpr const char* invoice_number = "sidebill_invoice_number";
inline constexpr const char* invoice_status = "sidebill_invoice_status";
inline constexpr const char* invoice_due_date = "sidebill_invoice_due_date";
}  // namespace property

struct PropertyDefinition {
  const char* name;
  const char* label;
  const char* type;        // string, number, date
  const char* field_type;  // text, textarea, number, date
  const char* description;
  bool unique = false;  // can only be chosen when it is created
};

/// What Sidebill keeps on records of this type; empty for types it keeps nothing on.
const std::vector<PropertyDefinition>& definitions(const std::string& type);

/// Types that have definitions, in the order in which they are set up.
const std::vector<std::string>& types_with_definitions();

/// The definitions that this account lacks yet.
std::vector<PropertyDefinition> missing_definitions(const std::string& type,
                                                    const std::vector<PropertyInfo>& existing);

/// Names of all properties that may be written.
std::vector<std::string> writable(const std::vector<PropertyInfo>& properties);

}  // namespace sidebill::hubspot

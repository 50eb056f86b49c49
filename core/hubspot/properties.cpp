#include "core/hubspot/properties.h"

#include <algorithm>

#include "core/hubspot/object_types.h"

namespace sidebill::hubspot {

namespace {

constexpr const char* about_links =
    "QuickBooks records that belong to this one, as company:type:id. Kept by Sidebill.";

const std::vector<PropertyDefinition>& deal_definitions() {
  static const std::vector<PropertyDefinition> list = {
      {property::links, "QuickBooks links", "string", "textarea", about_links},
      {property::removed, "QuickBooks links removed", "string", "textarea",
       "QuickBooks invoices that somebody took off this deal: Sidebill does not suggest them again."},
      {property::generation, "Invoices asked for", "number", "number",
       "How many invoices somebody asked for, so that none is made twice. Kept by Sidebill."},
      {property::currency, "QuickBooks currency", "string", "text",
       "Currency of the QuickBooks amounts of this deal."},
      {property::billed, "QuickBooks billed", "number", "number", "Sum of this deal's QuickBooks invoices."},
      {property::open, "QuickBooks open", "number", "number", "What is still to be paid."},
      {property::overdue, "QuickBooks overdue", "number", "number", "What should have been paid by now."},
      {property::collected, "QuickBooks collected", "number", "number", "What has been paid."},
      {property::count, "QuickBooks invoices", "number", "number",
       "Number of QuickBooks invoices of this deal."},
      {property::next_due, "QuickBooks next due date", "date", "date",
       "Earliest due date of an open invoice."},
      {property::exchange_rate, "QuickBooks exchange rate", "number", "number",
       "Home currency units for one unit of the newest QuickBooks invoice's currency."},
      {property::home_currency, "QuickBooks home currency", "string", "text",
       "Currency that the books of this deal's QuickBooks invoices are kept in."},
      {property::billed_home, "QuickBooks billed in home currency", "number", "number",
       "Sum of this deal's QuickBooks invoices in the home currency, each at its own exchange rate."},
      {property::invoice_amount_collected, "Invoice amount collected", "number", "number",
       "What has been paid on the newest QuickBooks invoice."},
      {property::invoice_recipient, "Invoice recipient", "string", "text",
       "Who the newest QuickBooks invoice is for."},
      {property::invoice_number, "Invoice number", "string", "text",
       "Number of the newest QuickBooks invoice."},
      {property::invoice_status, "Invoice status", "string", "text",
       "Status of the newest QuickBooks invoice."},
      {property::invoice_due_date, "Invoice due date", "date", "date",
       "Due date of the newest QuickBooks invoice."},
  };
  return list;
}

const std::vector<PropertyDefinition>& link_list_definitions() {
  static const std::vector<PropertyDefinition> list = {
      {property::links, "QuickBooks links", "string", "textarea", about_links},
  };
  return list;
}

const std::vector<PropertyDefinition>& contact_definitions() {
  static const std::vector<PropertyDefinition> list = {
      {property::links, "QuickBooks links", "string", "textarea", about_links},
      {property::link, "QuickBooks link", "string", "text",
       "The QuickBooks customer that this contact was made of, as company:type:id. Kept by Sidebill.", true},
  };
  return list;
}

const std::vector<PropertyDefinition>& invoice_definitions() {
  static const std::vector<PropertyDefinition> list = {
      {property::link, "QuickBooks link", "string", "text",
       "The QuickBooks invoice that this one stands for, as company:type:id. Kept by Sidebill.", true},
  };
  return list;
}

}  // namespace

const std::vector<PropertyDefinition>& definitions(const std::string& type) {
  static const std::vector<PropertyDefinition> none;
  if (type == object_type::deal) return deal_definitions();
  if (type == object_type::invoice) return invoice_definitions();
  if (type == object_type::contact) return contact_definitions();
  const bool has_links = type == object_type::company || type == object_type::product;
  return has_links ? link_list_definitions() : none;
}

const std::vector<std::string>& types_with_definitions() {
  static const std::vector<std::string> types = {object_type::deal, object_type::contact,
                                                 object_type::company, object_type::product,
                                                 object_type::invoice};
  return types;
}

std::vector<PropertyDefinition> missing_definitions(const std::string& type,
                                                    const std::vector<PropertyInfo>& existing) {
  std::vector<PropertyDefinition> missing;
  for (const PropertyDefinition& definition : definitions(type)) {
    const bool exists = std::any_of(existing.begin(), existing.end(),
                                    [&](const PropertyInfo& info) { return info.name == definition.name; });
    if (!exists) missing.push_back(definition);
  }
  return missing;
}

std::vector<std::string> writable(const std::vector<PropertyInfo>& properties) {
  std::vector<std::string> names;
  for (const PropertyInfo& info : properties) {
    if (!info.read_only && !info.calculated) names.push_back(info.name);
  }
  return names;
}

}  // namespace sidebill::hubspot

#include "core/hubspot/objects.h"

#include "core/hubspot/properties.h"
#include "core/hubspot/property_reader.h"

namespace sidebill::hubspot {

namespace {

/// Tiers are texts of JSON in properties of their own; a price beside them means nothing.
bool has_tiers(const Reader& properties) {
  const std::string model = property_text(properties, "hs_pricing_model");
  if (model == "volume" || model == "graduated" || model == "stairstep") return true;
  return !property_text(properties, "hs_tier_prices").empty() && property_text(properties, "price").empty();
}

}  // namespace

const std::vector<std::string>& contact_properties() {
  static const std::vector<std::string> names = {
      "email",         "hs_additional_emails",
      "firstname",     "lastname",
      "phone",         "mobilephone",
      "company",       "address",
      "city",          "state",
      "zip",           "country",
      property::links,
  };
  return names;
}

const std::vector<std::string>& company_properties() {
  static const std::vector<std::string> names = {
      "name", "domain", "phone", "address", "address2", "city", "state", "zip", "country", property::links,
  };
  return names;
}

const std::vector<std::string>& product_properties() {
  static const std::vector<std::string> names = {"name", "hs_sku", "description", "price", property::links};
  return names;
}

const std::vector<std::string>& line_item_properties() {
  static const std::vector<std::string> names = {
      "name",
      "description",
      "hs_sku",
      "hs_product_id",
      "price",
      "quantity",
      "amount",
      "hs_line_item_currency_code",
      "discount",
      "hs_discount_percentage",
      "recurringbillingfrequency",
      "hs_recurring_billing_period",
      "hs_recurring_billing_number_of_payments",
      "hs_pricing_model",
      "hs_tier_prices",
      "hs_position_on_quote",
  };
  return names;
}

const std::vector<std::string>& invoice_properties() {
  static const std::vector<std::string> names = {
      "hs_number", "hs_invoice_status", "hs_currency", "hs_invoice_billable", property::link,
  };
  return names;
}

Contact read_contact(const Record& record, Issues& issues) {
  const Reader properties = property_reader(record, issues);
  Contact contact;
  contact.id = record.id;
  contact.email = property_text(properties, "email");
  contact.first_name = property_text(properties, "firstname");
  contact.last_name = property_text(properties, "lastname");
  contact.phone = property_text(properties, "phone");
  contact.mobile_phone = property_text(properties, "mobilephone");
  contact.company = property_text(properties, "company");
  contact.additional_emails = property_list(properties, "hs_additional_emails");
  contact.address = property_address(properties);
  contact.links = property_text(properties, property::links);
  return contact;
}

Company read_company(const Record& record, Issues& issues) {
  const Reader properties = property_reader(record, issues);
  Company company;
  company.id = record.id;
  company.name = property_text(properties, "name");
  company.domain = property_text(properties, "domain");
  company.phone = property_text(properties, "phone");
  company.address = property_address(properties);
  company.links = property_text(properties, property::links);
  return company;
}

Product read_product(const Record& record, Issues& issues) {
  const Reader properties = property_reader(record, issues);
  Product product;
  product.id = record.id;
  product.name = property_text(properties, "name");
  product.sku = property_text(properties, "hs_sku");
  product.description = property_text(properties, "description");
  product.price = properties.decimal("price");
  product.links = property_text(properties, property::links);
  return product;
}

LineItem read_line_item(const Record& record, Issues& issues) {
  const Reader properties = property_reader(record, issues);
  LineItem line;
  line.id = record.id;
  line.product_id = property_text(properties, "hs_product_id");
  line.name = property_text(properties, "name");
  line.description = property_text(properties, "description");
  line.sku = property_text(properties, "hs_sku");
  line.currency = property_text(properties, "hs_line_item_currency_code");
  line.quantity = properties.decimal("quantity");
  line.price = properties.decimal("price");
  line.amount = properties.decimal("amount");
  line.discount = properties.decimal("discount");
  line.discount_percent = properties.decimal("hs_discount_percentage");
  line.frequency = property_text(properties, "recurringbillingfrequency");
  line.period = property_text(properties, "hs_recurring_billing_period");
  line.number_of_payments = properties.integer("hs_recurring_billing_number_of_payments");
  line.tiered = has_tiers(properties);
  line.position = properties.decimal("hs_position_on_quote");
  line.created_ms = record.created_ms;
  return line;
}

InvoiceObject read_invoice_object(const Record& record, Issues& issues) {
  const Reader properties = property_reader(record, issues);
  InvoiceObject invoice;
  invoice.id = record.id;
  invoice.number = property_text(properties, "hs_number");
  invoice.status = property_text(properties, "hs_invoice_status");
  invoice.currency = property_text(properties, "hs_currency");
  invoice.link = property_text(properties, property::link);
  invoice.billable = properties.boolean_or("hs_invoice_billable", true);
  return invoice;
}

}  // namespace sidebill::hubspot

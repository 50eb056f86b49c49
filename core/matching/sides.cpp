#include "core/matching/sides.h"

#include "core/base/text.h"

namespace sidebill {

namespace {

bool is_empty(const Address& address) {
  return address.line1.empty() && address.city.empty() && address.postal_code.empty();
}

void set_address(MatchRecord& record, const Address& address) {
  record[Role::address] = trim(address.line1 + " " + address.line2);
  record[Role::city] = address.city;
  record[Role::region] = address.region;
  record[Role::postcode] = address.postal_code;
  record[Role::country] = address.country;
}

}  // namespace

MatchRecord match_record(const Customer& customer, const std::string& email) {
  MatchRecord record;
  record.id = customer.id;
  record[Role::name] = customer.display_name;
  record[Role::company] = customer.company_name;
  record[Role::first_name] = customer.given_name;
  record[Role::last_name] = customer.family_name;
  record[Role::email] = email;
  record[Role::phone] = customer.phone;
  set_address(record,
              is_empty(customer.billing_address) ? customer.shipping_address : customer.billing_address);
  return record;
}

MatchRecord match_record(const Customer& customer) {
  return match_record(customer, customer.emails.empty() ? std::string() : customer.emails.front());
}

MatchRecord match_record(const Item& item, const std::string& name) {
  MatchRecord record;
  record.id = item.id;
  record[Role::name] = name;
  record[Role::sku] = item.sku;
  record[Role::description] = item.description;
  if (item.unit_price) record[Role::price] = to_text(*item.unit_price);
  return record;
}

MatchRecord match_record(const Item& item) { return match_record(item, item.name); }

MatchRecord match_record(const CrmCompany* company, const CrmContact* contact) {
  MatchRecord record;
  if (contact != nullptr) {
    record.id = contact->id;
    record[Role::first_name] = contact->first_name;
    record[Role::last_name] = contact->last_name;
    record[Role::company] = contact->company_name;
    record[Role::email] = contact->email;
    record[Role::phone] = contact->phone;
    set_address(record, contact->address);
  }
  if (company != nullptr) {
    record.id = company->id;
    record[Role::name] = company->name;
    record[Role::company].clear();
    record[Role::website] = company->domain;
    if (!company->phone.empty()) record[Role::phone] = company->phone;
    if (!is_empty(company->address)) set_address(record, company->address);
  }
  return record;
}

MatchRecord match_record(const CrmProduct& product) {
  MatchRecord record;
  record.id = product.id;
  record[Role::name] = product.name;
  record[Role::sku] = product.sku;
  record[Role::description] = product.description;
  if (product.price) record[Role::price] = to_text(*product.price);
  return record;
}

MatchRecord match_record(const SaleLine& line) {
  MatchRecord record;
  record.id = line.source_id;
  record[Role::name] = line.name;
  record[Role::sku] = line.sku;
  record[Role::description] = line.description;
  record[Role::price] = to_text(line.unit_price);
  return record;
}

}  // namespace sidebill

#include "core/mapping/sale.h"

#include <algorithm>
#include <set>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/hubspot/object_types.h"
#include "core/mapping/recurrence.h"

namespace sidebill {

namespace {

namespace association_type = hubspot::association_type;

bool has_type(const hubspot::Association& association, int type_id) {
  return std::find(association.type_ids.begin(), association.type_ids.end(), type_id) !=
         association.type_ids.end();
}

Address map_address(const hubspot::PostalAddress& address) {
  return {address.street, address.street2, address.city, address.state, address.zip, address.country};
}

template <class Record>
const Record* with_id(const std::vector<Record>& records, const std::string& id) {
  const auto found =
      std::find_if(records.begin(), records.end(), [&](const Record& one) { return one.id == id; });
  return found == records.end() ? nullptr : &*found;
}

/// The records in the order of their associations, each once; those tied in no known way come last.
template <class Record>
std::vector<const Record*> in_order(const std::vector<Record>& records,
                                    const std::vector<hubspot::Association>& associations) {
  std::vector<const Record*> ordered;
  const auto add = [&](const Record* record) {
    if (record == nullptr || std::find(ordered.begin(), ordered.end(), record) != ordered.end()) return;
    ordered.push_back(record);
  };
  for (const hubspot::Association& one : associations) add(with_id(records, one.to_id));
  for (const Record& record : records) add(&record);
  return ordered;
}

bool is_primary(const std::vector<hubspot::Association>& associations, const std::string& company_id) {
  return std::any_of(associations.begin(), associations.end(), [&](const hubspot::Association& one) {
    return one.to_id == company_id && has_type(one, association_type::deal_to_company_primary);
  });
}

std::vector<CrmCompany> map_companies(const hubspot::DealBundle& bundle) {
  std::vector<CrmCompany> companies;
  for (const hubspot::Company* source : in_order(bundle.companies, bundle.deal_companies)) {
    companies.push_back(map_crm_company(*source));
    companies.back().is_primary = is_primary(bundle.deal_companies, source->id);
  }
  // An only company is the deal's whether HubSpot says so or not.
  if (companies.size() == 1) companies.front().is_primary = true;
  sort_by(companies,
          [](const CrmCompany& left, const CrmCompany& right) { return left.is_primary > right.is_primary; });
  return companies;
}

bool bills_for(const hubspot::Association& tie, const std::vector<CrmCompany>& companies) {
  if (!has_type(tie, association_type::billing_contact_to_company)) return false;
  if (companies.empty() || !companies.front().is_primary) return true;
  return tie.to_id == companies.front().id;
}

/// Contacts who are billed for the primary company; for any company of theirs when the deal has no primary
/// one.
std::set<std::string> billing_contacts(const hubspot::DealBundle& bundle,
                                       const std::vector<CrmCompany>& companies) {
  std::set<std::string> ids;
  for (const hubspot::AssociatedFrom& from : bundle.contact_companies) {
    const bool bills = std::any_of(from.to.begin(), from.to.end(), [&](const hubspot::Association& tie) {
      return bills_for(tie, companies);
    });
    if (bills) ids.insert(from.from_id);
  }
  return ids;
}

/// Somebody said so on the quote itself.
bool pays_quote(const hubspot::DealBundle& bundle, const std::string& contact_id) {
  return std::any_of(
      bundle.deal_contacts.begin(), bundle.deal_contacts.end(), [&](const hubspot::Association& tie) {
        return tie.to_id == contact_id && has_type(tie, association_type::quote_to_billing_contact);
      });
}

std::vector<CrmContact> map_contacts(const hubspot::DealBundle& bundle,
                                     const std::vector<CrmCompany>& companies) {
  const std::set<std::string> billing = billing_contacts(bundle, companies);
  std::vector<CrmContact> contacts;
  for (const hubspot::Contact* source : in_order(bundle.contacts, bundle.deal_contacts)) {
    contacts.push_back(map_contact(*source));
    contacts.back().is_billing_contact = billing.count(source->id) > 0 || pays_quote(bundle, source->id);
  }
  sort_by(contacts, [](const CrmContact& left, const CrmContact& right) {
    return left.is_billing_contact > right.is_billing_contact;
  });
  return contacts;
}

/// Ids are numbers that may be longer than any integer type: the shorter one is the smaller one.
bool is_smaller_id(const std::string& left, const std::string& right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

/// Source: reference/hubspot.md 9.14: lines with a position first, API-made ones have none
bool is_before(const hubspot::LineItem* left, const hubspot::LineItem* right) {
  if (left->position.has_value() != right->position.has_value()) return left->position.has_value();
  if (left->position && *left->position != *right->position) return *left->position < *right->position;
  if (left->created_ms != right->created_ms) return left->created_ms < right->created_ms;
  return is_smaller_id(left->id, right->id);
}

std::optional<Decimal> unless_zero(const std::optional<Decimal>& number) {
  return number && number->is_zero() ? std::nullopt : number;
}

SaleLine map_line(const hubspot::LineItem& item, const std::vector<hubspot::Product>& products) {
  SaleLine line;
  line.source_id = item.id;
  line.product_id = item.product_id;
  line.name = item.name;
  line.description = item.description;
  line.sku = item.sku;
  line.quantity = item.quantity.value_or(Decimal{1, 0});
  line.unit_price = item.price.value_or(Decimal{});
  line.discount_per_unit = unless_zero(item.discount);
  line.discount_percent = unless_zero(item.discount_percent);
  line.recurrence = map_recurrence(item);
  line.tiered_price = item.tiered;
  if (!item.currency.empty()) line.currency = item.currency;
  line.stated_amount = item.amount;
  const hubspot::Product* product = with_id(products, item.product_id);
  if (product != nullptr) line.links = parse_links(product->links);
  return line;
}

std::vector<SaleLine> map_lines(const hubspot::DealBundle& bundle, Issues& issues) {
  std::vector<const hubspot::LineItem*> ordered;
  for (const hubspot::LineItem& item : bundle.line_items) ordered.push_back(&item);
  sort_by(ordered, is_before);
  std::vector<SaleLine> lines;
  for (const hubspot::LineItem* item : ordered) {
    const std::string path = "/lines/" + std::to_string(lines.size()) + "/unit_price";
    if (!item->price && !item->tiered)
      issues.push_back(warning(Code::field_missing, path, {{"field", "price"}}));
    lines.push_back(map_line(*item, bundle.products));
  }
  return lines;
}

std::string owner_name(const hubspot::Owner& owner) {
  const std::string name = trim(owner.first_name + " " + owner.last_name);
  return name.empty() ? owner.email : name;
}

}  // namespace

CrmContact map_contact(const hubspot::Contact& contact) {
  CrmContact mapped;
  mapped.id = contact.id;
  mapped.first_name = contact.first_name;
  mapped.last_name = contact.last_name;
  mapped.email = contact.email;
  mapped.other_emails = contact.additional_emails;
  mapped.phone = contact.phone.empty() ? contact.mobile_phone : contact.phone;
  mapped.company_name = contact.company;
  mapped.address = map_address(contact.address);
  mapped.links = parse_links(contact.links);
  return mapped;
}

CrmProduct map_product(const hubspot::Product& product) {
  return {product.id,          product.name,  product.sku,
          product.description, product.price, parse_links(product.links)};
}

CrmCompany map_crm_company(const hubspot::Company& company) {
  CrmCompany mapped;
  mapped.id = company.id;
  mapped.name = company.name;
  mapped.domain = company.domain;
  mapped.phone = company.phone;
  mapped.address = map_address(company.address);
  mapped.links = parse_links(company.links);
  return mapped;
}

Sale map_sale(const hubspot::DealBundle& bundle, const std::string& portal_currency, Issues& issues) {
  Sale sale;
  sale.source = {hubspot::object_type::deal, bundle.deal.id};
  sale.name = bundle.deal.name;
  sale.currency = bundle.deal.currency.empty() ? portal_currency : bundle.deal.currency;
  sale.stated_amount = bundle.deal.amount;
  sale.close_date = bundle.deal.close_date;
  if (bundle.deal.created_ms > 0) sale.created = local_date(bundle.deal.created_ms, TimeZone{});
  if (bundle.owner) sale.owner_name = owner_name(*bundle.owner);
  sale.companies = map_companies(bundle);
  sale.contacts = map_contacts(bundle, sale.companies);
  sale.lines = map_lines(bundle, issues);
  sale.links = parse_links(bundle.deal.links);
  sale.removed = parse_links(bundle.deal.removed);
  sale.generation = bundle.deal.generation;
  return sale;
}

}  // namespace sidebill

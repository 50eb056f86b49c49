#include "core/quickbooks/plain_records.h"

#include <array>

#include "core/base/name_table.h"
#include "core/quickbooks/plain_fields.h"
#include "core/quickbooks/read_common.h"

namespace sidebill::quickbooks {

namespace {

/// A member by its name, and what is taken of it.
template <class Record>
struct Field {
  std::string_view name;
  void (*take)(PlainFields& in, Record& into);
};

template <class Record, std::size_t count>
constexpr NameTable<count> names_of(const std::array<Field<Record>, count>& fields) {
  std::array<std::string_view, count> names;
  for (std::size_t i = 0; i < count; ++i) names[i] = fields[i].name;
  return NameTable<count>(names);
}

template <class Record, std::size_t count>
bool read_members(JsonCursor& in, const std::array<Field<Record>, count>& fields,
                  const NameTable<count>& names, Record& record) {
  static_assert(count <= PlainFields::most_members);
  PlainFields taking(in);
  unsigned seen = 0;
  in.each_member([&](std::string_view name) {
    const std::size_t member = names.find(name);
    if (member == count) return;
    taking.once(seen, member);
    fields[member].take(taking, record);
  });
  return !taking.odd() && !record.identity.id.empty();
}

template <class Record>
constexpr Field<Record> id_field = {"Id", [](PlainFields& in, Record& into) { in.id(into.identity.id); }};
template <class Record>
constexpr Field<Record> token_field = {
    "SyncToken", [](PlainFields& in, Record& into) { in.id(into.identity.sync_token); }};
template <class Record>
constexpr Field<Record> times_field = {"MetaData",
                                       [](PlainFields& in, Record& into) { in.times(into.identity); }};
template <class Record>
constexpr Field<Record> active_field = {"Active",
                                        [](PlainFields& in, Record& into) { in.boolean(into.active); }};
template <class Record>
constexpr Field<Record> status_field = {"status", [](PlainFields& in, Record& into) {
                                          std::string status;
                                          in.text(status);
                                          into.deleted = status == deleted_status;
                                        }};

constexpr std::array<Field<Customer>, 19> customer_fields = {{
    id_field<Customer>,
    token_field<Customer>,
    times_field<Customer>,
    active_field<Customer>,
    status_field<Customer>,
    {"DisplayName", [](PlainFields& in, Customer& into) { in.text(into.display_name); }},
    {"CompanyName", [](PlainFields& in, Customer& into) { in.text(into.company_name); }},
    {"GivenName", [](PlainFields& in, Customer& into) { in.text(into.given_name); }},
    {"FamilyName", [](PlainFields& in, Customer& into) { in.text(into.family_name); }},
    {"PrimaryEmailAddr", [](PlainFields& in, Customer& into) { in.wrapped("Address", into.email); }},
    {"PrimaryPhone", [](PlainFields& in, Customer& into) { in.wrapped("FreeFormNumber", into.phone); }},
    {"Mobile", [](PlainFields& in, Customer& into) { in.wrapped("FreeFormNumber", into.mobile); }},
    {"BillAddr", [](PlainFields& in, Customer& into) { in.address(into.billing_address); }},
    {"ShipAddr", [](PlainFields& in, Customer& into) { in.address(into.shipping_address); }},
    {"CurrencyRef",
     [](PlainFields& in, Customer& into) {
       Reference currency;
       in.reference(currency);
       into.currency = std::move(currency.value);
     }},
    {"SalesTermRef", [](PlainFields& in, Customer& into) { in.reference(into.term); }},
    {"ParentRef", [](PlainFields& in, Customer& into) { in.reference(into.parent); }},
    {"DefaultTaxCodeRef", [](PlainFields& in, Customer& into) { in.reference(into.tax_code); }},
    {"Taxable", [](PlainFields& in, Customer& into) { in.boolean(into.taxable); }},
}};
constexpr auto customer_names = names_of(customer_fields);

constexpr std::array<Field<Item>, 15> item_fields = {{
    id_field<Item>,
    token_field<Item>,
    times_field<Item>,
    active_field<Item>,
    status_field<Item>,
    {"Name", [](PlainFields& in, Item& into) { in.text(into.name); }},
    {"FullyQualifiedName", [](PlainFields& in, Item& into) { in.text(into.full_name); }},
    {"Sku", [](PlainFields& in, Item& into) { in.text(into.sku); }},
    {"Description", [](PlainFields& in, Item& into) { in.text(into.description); }},
    {"Type", [](PlainFields& in, Item& into) { in.text(into.type); }},
    {"UnitPrice", [](PlainFields& in, Item& into) { in.decimal(into.unit_price); }},
    {"IncomeAccountRef", [](PlainFields& in, Item& into) { in.reference(into.income_account); }},
    {"SalesTaxCodeRef", [](PlainFields& in, Item& into) { in.reference(into.tax_code); }},
    {"Taxable", [](PlainFields& in, Item& into) { in.boolean(into.taxable); }},
    {"InvStartDate", [](PlainFields& in, Item& into) { in.date(into.inventory_start); }},
}};
constexpr auto item_names = names_of(item_fields);

constexpr std::array<Field<NamedEntity>, 6> entity_fields = {{
    id_field<NamedEntity>,
    token_field<NamedEntity>,
    times_field<NamedEntity>,
    active_field<NamedEntity>,
    status_field<NamedEntity>,
    {"DisplayName", [](PlainFields& in, NamedEntity& into) { in.text(into.display_name); }},
}};
constexpr auto entity_names = names_of(entity_fields);

}  // namespace

bool read_plain(JsonCursor& in, Customer& customer) {
  return read_members(in, customer_fields, customer_names, customer);
}

bool read_plain(JsonCursor& in, Item& item) { return read_members(in, item_fields, item_names, item); }

bool read_plain(JsonCursor& in, NamedEntity& entity) {
  return read_members(in, entity_fields, entity_names, entity);
}

}  // namespace sidebill::quickbooks

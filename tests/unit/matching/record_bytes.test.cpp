#include "core/matching/record_bytes.h"

#include <doctest/doctest.h>

#include <string>

using namespace sidebill;

namespace {

Customer full_customer() {
  Customer customer;
  customer.id = "2031";
  customer.sync_token = "4";
  customer.display_name = "Ångström & Søn (2)";
  customer.company_name = "Ångström & Søn AB";
  customer.given_name = "Åsa";
  customer.family_name = "Ångström";
  customer.emails = {"asa@angstrom.example", "", "ap@angstrom.example"};
  customer.phone = "+46 8 555 01 42";
  customer.billing_address = {"Storgatan 1", "2 tr", "Malmö", "M", "211 34", "SE"};
  customer.shipping_address = {"Lagret", "", "Lund", "", "", "Sverige"};
  customer.currency = "SEK";
  customer.term_id = "3";
  customer.parent_id = "7";
  customer.taxable = false;
  customer.active = false;
  return customer;
}

Item full_item() {
  Item item;
  item.id = "9007199254740993";
  item.name = "Consulting";
  item.full_name = "Services:Consulting";
  item.sku = "C-1";
  item.description = std::string(300, 'd');
  item.type = "Service";
  item.unit_price = Decimal(-123456789012345678, 7);
  item.income_account_id = "79";
  item.income_account_name = "Sales";
  item.taxable = true;
  item.inventory_start = parse_date("2024-02-29");
  return item;
}

template <class Record>
Record reread(const Record& record) {
  Record again;
  from_bytes(to_bytes(record), again);
  return again;
}

}  // namespace

TEST_CASE("record bytes: a record comes back whole") {
  const Customer customer = reread(full_customer());
  CHECK(to_bytes(customer) == to_bytes(full_customer()));
  CHECK(customer.emails == full_customer().emails);
  CHECK(customer.shipping_address.country == "Sverige");
  CHECK_FALSE(customer.active);
  CHECK_FALSE(customer.taxable);

  const Item item = reread(full_item());
  CHECK(to_bytes(item) == to_bytes(full_item()));
  CHECK(item.unit_price == Decimal(-123456789012345678, 7));
  CHECK(to_text(*item.inventory_start) == "2024-02-29");
  CHECK(item.taxable);

  const OtherName name = reread(OtherName{"Vendor", "5", "Acme"});
  CHECK(name.kind == "Vendor");
  CHECK(name.id == "5");
  CHECK(name.display_name == "Acme");
}

TEST_CASE("record bytes: an empty record stays empty") {
  const Item item = reread(Item{});
  CHECK(item.id.empty());
  CHECK_FALSE(item.unit_price);
  CHECK_FALSE(item.inventory_start);
  CHECK(item.active);
  CHECK(reread(Customer{}).emails.empty());
}

TEST_CASE("record bytes: the id is read alone") {
  CHECK(id_in(to_bytes(full_customer())) == "2031");
  CHECK(id_in(to_bytes(full_item())) == "9007199254740993");
  CHECK(id_in("").empty());
}

TEST_CASE("record bytes: bytes that are cut anywhere are read without a step behind their end") {
  const std::string bytes = to_bytes(full_customer()) + to_bytes(full_item());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Customer customer;
    from_bytes(std::string_view(bytes).substr(0, size), customer);
    Item item;
    from_bytes(std::string_view(bytes).substr(size), item);
    CHECK(customer.display_name.size() <= size);
    CHECK(item.name.size() <= bytes.size() - size);
  }
}

#include "core/quickbooks/write.h"

#include <doctest/doctest.h>

using namespace sidebill;
namespace qb = sidebill::quickbooks;

TEST_CASE(
    "quickbooks write: an invoice has its members in one order, amounts with their cents, numbers without "
    "zeros") {
  qb::Invoice invoice;
  invoice.number = "A-1";
  invoice.date = make_date(2026, 1, 31);
  invoice.due_date = make_date(2026, 3, 2);
  invoice.customer.value = "20";
  invoice.term.value = "3";
  qb::InvoiceLine line;
  line.kind = qb::LineKind::sales_item;
  line.amount = Decimal{9500, 2};
  line.description = "Two \"days\"\nof work";
  line.item.value = "11";
  line.quantity = Decimal{200, 2};
  line.unit_price = Decimal{475, 1};
  line.tax_code_id = "TAX";
  qb::InvoiceLine discount;
  discount.kind = qb::LineKind::discount;
  discount.amount = Decimal{950, 2};
  discount.percent_based = true;
  discount.discount_percent = Decimal{10, 0};
  qb::InvoiceLine subtotal;
  subtotal.kind = qb::LineKind::subtotal;
  subtotal.amount = Decimal{9500, 2};
  qb::InvoiceLine text;
  text.kind = qb::LineKind::description;
  text.description = "Thank you";
  invoice.lines = {line, text, subtotal, discount};
  invoice.message = "Hello";
  invoice.memo = "internal";
  invoice.email = "a@b.co";
  invoice.email_status = "NotSet";
  CHECK(
      qb::invoice_text(invoice) ==
      R"({"DocNumber":"A-1","TxnDate":"2026-01-31","DueDate":"2026-03-02","CustomerRef":{"value":"20"},)"
      R"("SalesTermRef":{"value":"3"},"Line":[{"Amount":95.00,"Description":"Two \"days\"\nof work",)"
      R"("DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"11"},"Qty":2,"UnitPrice":47.5,)"
      R"("TaxCodeRef":{"value":"TAX"}}},{"Description":"Thank you","DetailType":"DescriptionOnly",)"
      R"("DescriptionLineDetail":{}},{"Amount":9.50,"DetailType":"DiscountLineDetail","DiscountLineDetail":)"
      R"({"PercentBased":true,"DiscountPercent":10}}],"CustomerMemo":{"value":"Hello"},"PrivateNote":"internal",)"
      R"("BillEmail":{"Address":"a@b.co"},"EmailStatus":"NotSet"})");
}

TEST_CASE("quickbooks write: customers, items and the short bodies") {
  qb::Customer customer;
  customer.display_name = "Zoë";
  customer.email = "z@x.co";
  customer.phone = "1";
  customer.currency = "EUR";
  customer.billing_address.lines = {"Street 1", "Floor 2"};
  customer.billing_address.city = "Berlin";
  CHECK(
      qb::customer_text(customer) ==
      R"({"DisplayName":"Zoë","PrimaryEmailAddr":{"Address":"z@x.co"},"PrimaryPhone":{"FreeFormNumber":"1"},)"
      R"("BillAddr":{"Line1":"Street 1","Line2":"Floor 2","City":"Berlin"},"CurrencyRef":{"value":"EUR"}})");
  qb::Item item;
  item.name = "Consulting";
  item.type = "Service";
  item.income_account.value = "79";
  CHECK(qb::item_text(item) == R"({"Name":"Consulting","Type":"Service","IncomeAccountRef":{"value":"79"}})");
  CHECK(qb::identity_text("5", "2") == R"({"Id":"5","SyncToken":"2"})");
  CHECK(qb::sparse_text("5", "2", Json::object().set("PrivateNote", Json::string("x"))) ==
        R"({"Id":"5","SyncToken":"2","sparse":true,"PrivateNote":"x"})");
}

#include "core/quickbooks/read.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/base/show.h"
#include "tests/unit/model/hostile.h"

using namespace sidebill;
namespace qb = sidebill::quickbooks;

namespace {

const std::string invoice_body = R"({"Invoice":{
  "Id":"130","SyncToken":"2","MetaData":{"CreateTime":"2026-01-31T10:00:00-08:00","LastUpdatedTime":"2026-02-01T10:00:00-08:00"},
  "DocNumber":"1037","TxnDate":"2026-01-31","DueDate":"2026-03-02","CustomerRef":{"value":"20","name":"Red Rock"},
  "CurrencyRef":{"value":"USD","name":"United States Dollar"},"SalesTermRef":{"value":"3"},
  "Line":[
    {"Id":"1","LineNum":1,"Description":"Rock","Amount":275.0,"DetailType":"SalesItemLineDetail",
     "SalesItemLineDetail":{"ItemRef":{"value":"5","name":"Rock Fountain"},"UnitPrice":275,"Qty":1,"TaxCodeRef":{"value":"TAX"}}},
    {"Amount":275.0,"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{}},
    {"Amount":27.5,"DetailType":"DiscountLineDetail","DiscountLineDetail":{"PercentBased":true,"DiscountPercent":10}},
    {"Id":"4","Description":"text","DetailType":"DescriptionOnly","DescriptionLineDetail":{}},
    {"Id":"6","Amount":10,"DetailType":"SomethingNewLineDetail"}],
  "TxnTaxDetail":{"TxnTaxCodeRef":{"value":"2"},"TotalTax":19.8,
    "TaxLine":[{"Amount":19.8,"DetailType":"TaxLineDetail","TaxLineDetail":{"TaxRateRef":{"value":"3"},"PercentBased":true,"TaxPercent":8,"NetAmountTaxable":247.5}}]},
  "TotalAmt":267.3,"Balance":67.3,"CustomerMemo":{"value":"Thanks"},"PrivateNote":"memo","BillEmail":{"Address":"a@b.co"},
  "EmailStatus":"EmailSent","DeliveryInfo":{"DeliveryType":"Email","DeliveryTime":"2026-02-01T10:00:00-08:00"},
  "ShipAddr":{"Id":"9","City":"Bayshore","PostalCode":"94326","CountrySubDivisionCode":"CA","Lat":"INVALID"},
  "LinkedTxn":[{"TxnId":"75","TxnType":"Payment"}],"AFieldOfTomorrow":{"x":[1,2]}},
  "time":"2026-02-01T10:00:00-08:00"})";

const std::string customer_body = R"({"QueryResponse":{"Customer":[
  {"Id":"1","SyncToken":"0","DisplayName":"Amy's Bird Sanctuary","CompanyName":"Amy","PrimaryEmailAddr":{"Address":"a@b.co, c@d.co"},
   "PrimaryPhone":{"FreeFormNumber":"(650) 555-3311"},"BillAddr":{"Line1":"4581 Finch St.","Line3":"c/o","City":"Bayshore"},
   "CurrencyRef":{"value":"USD"},"ParentRef":{"value":"9"},"SalesTermRef":{"value":"3"},"Taxable":true,"Active":false},
  {"SyncToken":"0","DisplayName":"no id"},
  "nonsense",
  {"Id":3,"DisplayName":null,"Active":"yes"}],"startPosition":1,"maxResults":4},"time":"t"})";

}  // namespace

TEST_CASE("quickbooks read: an invoice with everything, and with fields nobody knows yet") {
  Issues issues;
  const auto invoice = qb::record_in<qb::Invoice>(invoice_body, issues);
  REQUIRE(invoice);
  CHECK(show::text(issues) == "none");
  CHECK(invoice->identity.id == "130");
  CHECK(invoice->identity.sync_token == "2");
  CHECK(invoice->identity.created_ms == 1769882400000);
  CHECK(invoice->number == "1037");
  CHECK(show::text(invoice->date) == "2026-01-31");
  CHECK(show::text(invoice->due_date) == "2026-03-02");
  CHECK(invoice->customer.value == "20");
  CHECK(invoice->customer.name == "Red Rock");
  CHECK(invoice->currency == "USD");
  REQUIRE(invoice->lines.size() == 5);
  CHECK(invoice->lines[0].kind == qb::LineKind::sales_item);
  CHECK(invoice->lines[0].item.value == "5");
  CHECK(show::text(invoice->lines[0].amount) == "275.0");
  CHECK(invoice->lines[0].tax_code_id == "TAX");
  CHECK(invoice->lines[1].kind == qb::LineKind::subtotal);
  CHECK(show::text(invoice->lines[2].discount_percent) == "10");
  CHECK(invoice->lines[3].kind == qb::LineKind::description);
  CHECK(invoice->lines[4].kind == qb::LineKind::other);
  CHECK(show::text(invoice->total) == "267.3");
  CHECK(show::text(invoice->balance) == "67.3");
  CHECK(show::text(invoice->total_tax) == "19.8");
  REQUIRE(invoice->tax_lines.size() == 1);
  CHECK(show::text(invoice->tax_lines[0].net_amount_taxable) == "247.5");
  CHECK(invoice->delivered);
  CHECK(invoice->shipping_address.postal_code == "94326");
  REQUIRE(invoice->linked.size() == 1);
  CHECK(invoice->linked[0].type == "Payment");
}

TEST_CASE("quickbooks read: one bad record of a list is reported with its place and costs only itself") {
  Issues issues;
  const auto customers = qb::records_in<qb::Customer>(customer_body, issues);
  REQUIRE(customers.size() == 2);
  CHECK(customers[0].email == "a@b.co, c@d.co");
  CHECK(show::text(customers[0].billing_address.lines) == "4581 Finch St.  c/o");
  CHECK(show::text(customers[0].active) == "false");
  CHECK(customers[1].identity.id == "3");
  CHECK(show::text(issues) ==
        "field-missing /QueryResponse/Customer/1/Id, field-wrong-type /QueryResponse/Customer/2, "
        "field-wrong-type /QueryResponse/Customer/3/Active");
  CHECK(qb::row_count(customer_body) == 4);
}

TEST_CASE("quickbooks read: every envelope is looked into") {
  struct Row {
    std::string body;
    std::size_t found;
    std::string issues;
  };
  for (
      const Row& row : {
          Row{R"({"QueryResponse":{},"time":"t"})", 0, "none"},
          Row{R"({"Invoice":{"Id":"1"}})", 1, "none"},
          Row{R"({"QueryResponse":{"Invoice":[{"Id":"1"},{"Id":"2"}],"maxResults":2}})", 2, "none"},
          Row{R"({"QueryResponse":{"Invoice":{"Id":"1"}}})", 1, "none"},
          Row{R"({"CDCResponse":[{"QueryResponse":[{},{"Payment":[{"Id":"9"}]},{"Invoice":[{"Id":"1","status":"Deleted"}]}]}]})",
              1, "none"},
          Row{R"({"Customer":{"Id":"1"}})", 0, "none"},
          Row{R"({"QueryResponse":{"Invoice":"x"}})", 0, "field-wrong-type /QueryResponse/Invoice"},
          Row{R"({"QueryResponse":[]})", 0, "none"},
          Row{"[]", 0, "none"},
          Row{"<html>", 0, "json-unreadable "},
          Row{"", 0, "json-unreadable "},
      }) {
    CAPTURE(row.body);
    Issues issues;
    CHECK(qb::records_in<qb::Invoice>(row.body, issues).size() == row.found);
    CHECK(show::text(issues) == row.issues);
  }
}

TEST_CASE("quickbooks read: vendors and employees say which they are") {
  Issues issues;
  const auto vendors = qb::records_in<qb::NamedEntity>(
      R"({"QueryResponse":{"Vendor":[{"Id":"1","DisplayName":"V"}],"Employee":[{"Id":"2","DisplayName":"E"}]}})",
      issues);
  REQUIRE(vendors.size() == 2);
  CHECK(vendors[0].kind == "Vendor");
  CHECK(vendors[1].kind == "Employee");
}

TEST_CASE("quickbooks read: settings and short lists") {
  Issues issues;
  const auto preferences = qb::record_in<qb::Preferences>(
      R"({"Preferences":{"SalesFormsPrefs":{"CustomTxnNumbers":true,"AllowDiscount":true,"DefaultTerms":{"value":"3"}},
          "CurrencyPrefs":{"MultiCurrencyEnabled":false,"HomeCurrency":{"value":"USD"}},
          "TaxPrefs":{"UsingSalesTax":true,"PartnerTaxEnabled":true},"AccountingInfoPrefs":{"BookCloseDate":"2025-12-31"}}})",
      issues);
  REQUIRE(preferences);
  CHECK(preferences->custom_numbers);
  CHECK(preferences->default_term_id == "3");
  CHECK(show::text(preferences->partner_tax_enabled) == "true");
  CHECK(show::text(preferences->book_close_date) == "2025-12-31");

  const auto terms = qb::records_in<qb::Term>(
      R"({"QueryResponse":{"Term":[{"Id":"1","Name":"Net 15","DueDays":15},{"Id":"2","DayOfMonthDue":10,"DueNextMonthDays":5}]}})",
      issues);
  REQUIRE(terms.size() == 2);
  CHECK(show::text(terms[0].due_days) == "15");
  CHECK(show::text(terms[1].day_of_month) == "10");

  const auto codes = qb::records_in<qb::TaxCode>(
      R"({"QueryResponse":{"TaxCode":[{"Id":"2","SalesTaxRateList":{"TaxRateDetail":[{"TaxRateRef":{"value":"7"},"TaxOrder":1}]}}]}})",
      issues);
  REQUIRE(codes.size() == 1);
  CHECK(codes[0].sales_rates[0].rate_id == "7");
  CHECK(show::text(issues) == "none");
}

TEST_CASE("quickbooks read: a record that is not there is an issue, an unreadable answer another") {
  Issues issues;
  CHECK_FALSE(qb::record_in<qb::Invoice>("{}", issues));
  CHECK_FALSE(qb::record_in<qb::Invoice>("<html>", issues));
  CHECK(show::text(issues) == "field-missing /Invoice, json-unreadable ");
}

TEST_CASE("quickbooks read: wrong data anywhere is survived, and a record that is lost is reported") {
  const auto survives = [](const std::string& body) {
    Issues issues;
    const auto invoices = qb::records_in<qb::Invoice>(body, issues);
    const auto customers = qb::records_in<qb::Customer>(body, issues);
    if (invoices.empty() && customers.empty()) REQUIRE((!issues.empty() || body.size() < 3000));
    for (const auto& invoice : invoices) REQUIRE(invoice.memo.size() <= 20000);
    for (const auto& customer : customers) REQUIRE(customer.display_name.size() <= 20000);
  };
  CHECK(hostile::each_mutation(invoice_body, survives) > 1000);
  CHECK(hostile::each_mutation(customer_body, survives) > 300);
}

TEST_CASE("quickbooks read: a text of ten megabytes is cut and noted") {
  Issues issues;
  const auto customers = qb::records_in<qb::Customer>(
      R"({"Customer":{"Id":"1","DisplayName":")" + std::string(10'000'000, 'x') + R"("}})", issues);
  REQUIRE(customers.size() == 1);
  CHECK(customers[0].display_name.size() == 5000);
  CHECK(show::text(issues) == "text-too-long /Customer/DisplayName");
}

#include "core/mapping/drafts.h"

#include <doctest/doctest.h>

#include <string>

using namespace sidebill;

namespace {

const Currency usd = *find_currency("USD");

Company company_of(TaxRegime regime) {
  Company company;
  company.realm = "91";
  company.home_currency = usd;
  company.tax_regime = std::move(regime);
  return company;
}

DraftLine line(std::int64_t minor, bool taxable) {
  DraftLine made;
  made.item = ExistingItem{"11"};
  made.description = "Work";
  made.quantity = Decimal{2, 0};
  made.unit_price = Decimal{minor / 2, 2};
  made.amount = {minor, usd};
  made.taxable = taxable;
  made.tax_code_id = "4";
  made.service_date = make_date(2026, 1, 15);
  return made;
}

Draft draft() {
  Draft made;
  made.realm = "91";
  made.customer = ExistingCustomer{"20"};
  made.currency = usd;
  made.date = *make_date(2026, 1, 31);
  made.due_date = *make_date(2026, 3, 2);
  made.lines = {line(9500, true), line(500, false)};
  return made;
}

std::string lines_of(const std::string& body) {
  const std::size_t start = body.find("\"Line\":");
  const std::size_t end = body.rfind("]");
  return body.substr(start, end - start + 1);
}

}  // namespace

TEST_CASE("drafts: a US invoice says TAX or NON on every line and nothing about how tax is calculated") {
  CHECK(
      form_body(draft(), company_of(UsAutomatedTax{})) ==
      R"({"TxnDate":"2026-01-31","DueDate":"2026-03-02","CustomerRef":{"value":"20"},"Line":[)"
      R"({"Amount":95.00,"Description":"Work","DetailType":"SalesItemLineDetail","SalesItemLineDetail":)"
      R"({"ItemRef":{"value":"11"},"Qty":2,"UnitPrice":47.5,"TaxCodeRef":{"value":"TAX"}}},)"
      R"({"Amount":5.00,"Description":"Work","DetailType":"SalesItemLineDetail","SalesItemLineDetail":)"
      R"({"ItemRef":{"value":"11"},"Qty":2,"UnitPrice":2.5,"TaxCodeRef":{"value":"NON"}}}],"EmailStatus":"NotSet"})");
}

TEST_CASE("drafts: each regime has its own shape") {
  const std::string automated = form_body(draft(), company_of(UsAutomatedTax{}));
  CHECK(automated.find("GlobalTaxCalculation") == std::string::npos);
  CHECK(automated.find("TxnTaxDetail") == std::string::npos);

  const std::string manual = form_body(draft(), company_of(UsManualTax{"7"}));
  CHECK(manual.find(R"("TxnTaxDetail":{"TxnTaxCodeRef":{"value":"7"}})") != std::string::npos);
  Draft untaxed = draft();
  untaxed.lines = {line(500, false)};
  CHECK(form_body(untaxed, company_of(UsManualTax{"7"})).find("TxnTaxDetail") == std::string::npos);

  const std::string elsewhere = form_body(draft(), company_of(LineTax{}));
  CHECK(elsewhere.find(R"("GlobalTaxCalculation":"TaxExcluded")") != std::string::npos);
  CHECK(elsewhere.find(R"("TaxCodeRef":{"value":"4"})") != std::string::npos);
  CHECK(form_body(draft(), company_of(LineTax{true})).find("TaxInclusive") != std::string::npos);

  CHECK(form_body(draft(), company_of(NoTax{})).find("TaxCodeRef") == std::string::npos);
}

TEST_CASE("drafts: a discount is one line with its amount, by percent or by amount") {
  Draft made = draft();
  made.lines = {line(1005, true)};
  made.discount = PercentDiscount{Decimal{10, 0}};
  CHECK(
      lines_of(form_body(made, company_of(NoTax{})))
          .find(
              R"({"Amount":1.01,"DetailType":"DiscountLineDetail","DiscountLineDetail":{"PercentBased":true,"DiscountPercent":10}})") !=
      std::string::npos);
  made.discount = AmountDiscount{{250, usd}};
  CHECK(
      lines_of(form_body(made, company_of(NoTax{})))
          .find(
              R"({"Amount":2.50,"DetailType":"DiscountLineDetail","DiscountLineDetail":{"PercentBased":false}})") !=
      std::string::npos);
}

TEST_CASE("drafts: optional members come only when there is something to say") {
  Draft made = draft();
  made.number = "A-7";
  made.term_id = "3";
  made.message = "Grüße";
  made.memo = "internal";
  made.email = "a@b.co";
  made.exchange_rate = Decimal{108, 2};
  Company company = company_of(NoTax{});
  company.multicurrency = true;
  company.allow_service_date = true;
  const std::string body = form_body(made, company);
  for (const char* part :
       {R"("DocNumber":"A-7")", R"("SalesTermRef":{"value":"3"})", R"("CustomerMemo":{"value":"Grüße"})",
        R"("PrivateNote":"internal")", R"("BillEmail":{"Address":"a@b.co"})",
        R"("CurrencyRef":{"value":"USD"})", R"("ExchangeRate":1.08)", R"("ServiceDate":"2026-01-15")"}) {
    CAPTURE(part);
    CHECK(body.find(part) != std::string::npos);
  }
}

TEST_CASE("drafts: what is undecided is left out, so that a preview is possible") {
  Draft made = draft();
  made.customer = Undecided{};
  made.lines[0].item = NewItem{};
  const std::string body = form_body(made, company_of(NoTax{}));
  CHECK(body.find("CustomerRef") == std::string::npos);
  CHECK(lines_of(body).find("ItemRef") == lines_of(body).rfind("ItemRef"));
}

TEST_CASE("drafts: copies go where QuickBooks keeps them") {
  Draft made = draft();
  CHECK(form_body(made, company_of(NoTax{})).find("BillEmailCc") == std::string::npos);
  made.cc = "a@b.co, c@d.co";
  CHECK(form_body(made, company_of(NoTax{})).find(R"("BillEmailCc":{"Address":"a@b.co, c@d.co"})") !=
        std::string::npos);
}

TEST_CASE("drafts: new customers and items") {
  NewCustomer customer;
  customer.display_name = "Zoë & Co";
  customer.email = "z@x.co";
  customer.currency = "EUR";
  customer.billing_address = {"Street 1", "Floor 2", "Berlin", "", "10115", "DE"};
  Company company = company_of(UsAutomatedTax{});
  CHECK(customer_body(customer, company) ==
        R"({"DisplayName":"Zoë & Co","PrimaryEmailAddr":{"Address":"z@x.co"},"BillAddr":{"Line1":"Street 1",)"
        R"("Line2":"Floor 2","City":"Berlin","PostalCode":"10115","Country":"DE"}})");
  company.multicurrency = true;
  CHECK(customer_body(customer, company).find(R"("CurrencyRef":{"value":"EUR"})") != std::string::npos);

  customer.parent_id = "58";
  CHECK(customer_body(customer, company).find(R"("ParentRef":{"value":"58"},"Job":true)") !=
        std::string::npos);

  const NewItem item{"Consulting", "By the hour", "C-1", "79", true};
  CHECK(item_body(item, company) ==
        R"({"Name":"Consulting","Sku":"C-1","Description":"By the hour","Type":"Service",)"
        R"("IncomeAccountRef":{"value":"79"},"Taxable":true})");
  CHECK(item_body(item, company_of(LineTax{})).find("Taxable") == std::string::npos);
}

TEST_CASE("drafts: an estimate says until when it is good, and owes nothing") {
  Draft estimate = draft();
  estimate.type = "Estimate";
  estimate.expiration = make_date(2026, 2, 28);
  estimate.payment_reference = "";
  const std::string body = form_body(estimate, company_of(UsAutomatedTax{}));
  CHECK(body.find(R"("TxnDate":"2026-01-31","ExpirationDate":"2026-02-28","CustomerRef")") !=
        std::string::npos);
  for (const char* other : {"DueDate", "SalesTermRef", "PaymentMethodRef", "LinkedTxn"}) {
    CAPTURE(other);
    CHECK(body.find(other) == std::string::npos);
  }
}

TEST_CASE("drafts: a sales receipt says how and into what it was paid, as far as that was chosen") {
  Draft receipt = draft();
  receipt.type = "SalesReceipt";
  CHECK(form_body(receipt, company_of(UsAutomatedTax{})).find("Payment") == std::string::npos);
  receipt.payment_method_id = "3";
  receipt.payment_reference = "CHK-1";
  receipt.deposit_account_id = "35";
  const std::string body = form_body(receipt, company_of(UsAutomatedTax{}));
  CHECK(
      body.find(
          R"("PaymentMethodRef":{"value":"3"},"PaymentRefNum":"CHK-1","DepositToAccountRef":{"value":"35"}})") !=
      std::string::npos);
  CHECK(body.find("DueDate") == std::string::npos);
}

TEST_CASE("drafts: an invoice names the estimate that it closes") {
  Draft invoice = draft();
  invoice.estimate_id = "77";
  CHECK(form_body(invoice, company_of(UsAutomatedTax{}))
            .find(R"("LinkedTxn":[{"TxnId":"77","TxnType":"Estimate"}])") != std::string::npos);
}

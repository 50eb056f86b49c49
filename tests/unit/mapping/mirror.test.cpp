#include "core/mapping/mirror.h"

#include <doctest/doctest.h>

#include <string>

#include "core/hubspot/properties.h"

using namespace sidebill;

namespace {

const Currency usd = *find_currency("USD");

Invoice invoice() {
  Invoice made;
  made.realm = "91";
  made.id = "130";
  made.number = "1037";
  made.customer_name = "Red Rock";
  made.email = "a@b.co";
  made.currency = usd;
  made.date = *make_date(2026, 1, 31);
  made.due_date = make_date(2026, 3, 2);
  made.total = {26730, usd};
  made.balance = {6730, usd};
  return made;
}

const std::set<std::string> all_writable = {"hs_invoice_billable", "hs_invoice_status", "hs_number",
                                            "hs_currency",         "hs_invoice_date",   "hs_due_date",
                                            "hs_amount_billed",    "hs_comments"};

std::string shown(const hubspot::Properties& properties) {
  std::string text;
  for (const auto& [name, value] : properties) text += (text.empty() ? "" : " ") + name + "=" + value;
  return text;
}

}  // namespace

TEST_CASE("mirror: an invoice is told as one that HubSpot must not bill") {
  CHECK(shown(invoice_properties(invoice(), all_writable)) ==
        "hs_amount_billed=267.30 hs_currency=USD hs_due_date=2026-03-02T00:00:00.000Z "
        "hs_invoice_billable=false "
        "hs_invoice_date=2026-01-31T00:00:00.000Z hs_invoice_status=open hs_number=1037");
}

TEST_CASE("mirror: an account of another shape gets what it takes, but never a billable invoice") {
  CHECK(shown(invoice_properties(invoice(), {"hs_currency", "something_else"})) ==
        "hs_currency=USD hs_invoice_billable=false");
  CHECK(shown(invoice_properties(invoice(), {})) == "hs_invoice_billable=false");
  std::set<std::string> more = all_writable;
  more.insert({"hs_balance_due", "hs_amount_paid", "hs_external_invoice_id"});
  const auto properties = invoice_properties(invoice(), more);
  CHECK(properties.at("hs_balance_due") == "67.30");
  CHECK(properties.at("hs_amount_paid") == "200.00");
  CHECK(properties.at("hs_external_invoice_id") == "130");
}

TEST_CASE("mirror: four states are all HubSpot has") {
  struct Row {
    std::string about;
    void (*change)(Invoice&);
    std::string expected;
  };
  for (const Row& row : {
           Row{"open", [](Invoice&) {}, "open"},
           Row{"paid", [](Invoice& made) { made.balance.minor = 0; }, "paid"},
           Row{"overpaid", [](Invoice& made) { made.balance.minor = -1; }, "paid"},
           Row{"free", [](Invoice& made) { made.total.minor = made.balance.minor = 0; }, "paid"},
           Row{"voided",
               [](Invoice& made) {
                 made.total.minor = made.balance.minor = 0;
                 made.memo = "Voided - x";
               },
               "voided"},
           Row{"only says so", [](Invoice& made) { made.memo = "Voided"; }, "open"},
           Row{"deleted", [](Invoice& made) { made.deleted = true; }, "voided"},
       }) {
    CAPTURE(row.about);
    Invoice made = invoice();
    row.change(made);
    CHECK(invoice_properties(made, all_writable).at("hs_invoice_status") == row.expected);
  }
}

TEST_CASE("mirror: a deal gets its sums and the five facts of its newest invoice, or is cleared") {
  const Invoice newest = invoice();
  const DealFigures figures{{26730, usd}, {6730, usd}, {0, usd}, {20000, usd}, 1, make_date(2026, 3, 2), {}};
  CHECK(shown(deal_properties(figures, &newest, "partially-paid")) ==
        "sidebill_billed=267.30 sidebill_billed_home= sidebill_collected=200.00 sidebill_currency=USD "
        "sidebill_exchange_rate= sidebill_home_currency= "
        "sidebill_invoice_amount_collected=200.00 sidebill_invoice_count=1 "
        "sidebill_invoice_due_date=2026-03-02 "
        "sidebill_invoice_number=1037 sidebill_invoice_recipient=Red Rock <a@b.co> "
        "sidebill_invoice_status=partially-paid sidebill_next_due=2026-03-02 sidebill_open=67.30 "
        "sidebill_overdue=0.00");
  for (const auto& [name, value] : deal_properties(std::nullopt, nullptr, "")) {
    CAPTURE(name);
    CHECK(value.empty());
  }
}

TEST_CASE("mirror: a deal billed in another currency gets the rate and what it comes to in the books") {
  Invoice newest = invoice();
  newest.exchange_rate = Decimal{138, 2};
  const Money at_home{36887, *find_currency("CAD")};
  const DealFigures figures{{26730, usd}, {6730, usd}, {0, usd}, {20000, usd}, 1, {}, at_home};
  const auto told = deal_properties(figures, &newest, "open");
  CHECK(told.at("sidebill_currency") == "USD");
  CHECK(told.at("sidebill_billed") == "267.30");
  CHECK(told.at("sidebill_exchange_rate") == "1.38");
  CHECK(told.at("sidebill_home_currency") == "CAD");
  CHECK(told.at("sidebill_billed_home") == "368.87");
}

TEST_CASE("mirror: every property told to a deal is one that set-up makes") {
  const Invoice newest = invoice();
  auto told = deal_properties(DealFigures{}, &newest, "open");
  told.merge(link_properties({{"91", "Invoice", "130"}}));
  told.merge(removed_properties({{"91", "Invoice", "131"}}));
  told.merge(generation_properties(2));
  CHECK(told.size() == hubspot::definitions("0-3").size());
  for (const auto& definition : hubspot::definitions("0-3")) {
    CAPTURE(std::string(definition.name));
    CHECK(told.count(definition.name) == 1);
  }
  CHECK(told.at("sidebill_links") == "91:Invoice:130");
  CHECK(told.at("sidebill_removed_links") == "91:Invoice:131");
  CHECK(told.at("sidebill_generation") == "2");
  CHECK(to_text(link_of(newest)) == "91:Invoice:130");
}

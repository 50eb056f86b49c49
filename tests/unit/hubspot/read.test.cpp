#include "core/hubspot/read.h"

#include <doctest/doctest.h>

#include <string>

#include "core/hubspot/deals.h"
#include "core/hubspot/object_types.h"
#include "tests/unit/base/show.h"
#include "tests/unit/model/hostile.h"

using namespace sidebill;
namespace hs = sidebill::hubspot;

namespace {

const std::string deal_body =
    R"({"id":"123","properties":{"dealname":"Big <b>deal</b>","amount":"1234.50","deal_currency_code":"USD",)"
    R"("closedate":"2026-01-31T23:00:00Z","hubspot_owner_id":"55","dealstage":"closedwon","pipeline":"default",)"
    R"("sidebill_links":"91:Invoice:130","sidebill_generation":"2"},"createdAt":"2026-01-01T00:00:00.000Z",)"
    R"("updatedAt":"2026-01-02T00:00:00Z","archived":false,"url":"https://app.hubspot.com/x"})";
const std::string line_item_body =
    R"({"id":"5","properties":{"name":"Work","quantity":"2.5","price":"1e2","amount":"225","discount":"","hs_discount_percentage":"10",)"
    R"("hs_product_id":"77","recurringbillingfrequency":"monthly","hs_recurring_billing_period":"P12M",)"
    R"("hs_recurring_billing_number_of_payments":"12","hs_position_on_quote":"1","hs_pricing_model":null},)"
    R"("createdAt":"2026-01-01T00:00:00.000Z"})";

hs::Record record(const std::string& type, const std::string& properties) {
  hs::Record made;
  made.type = type;
  made.id = "1";
  made.properties = hostile::parsed(properties);
  return made;
}

}  // namespace

TEST_CASE("hubspot read: a deal and a line item as they are") {
  Issues issues;
  const auto deal_record = hs::read_record(deal_body, hs::object_type::deal, issues);
  REQUIRE(deal_record);
  const hs::Deal deal = hs::read_deal(*deal_record, issues);
  CHECK(deal.id == "123");
  CHECK(deal.name == "Big <b>deal</b>");
  CHECK(show::text(deal.amount) == "1234.50");
  CHECK(show::text(deal.close_date) == "2026-01-31");
  CHECK(deal.generation == 2);
  CHECK(deal.links == "91:Invoice:130");

  const auto line_record = hs::read_record(line_item_body, hs::object_type::line_item, issues);
  REQUIRE(line_record);
  const hs::LineItem line = hs::read_line_item(*line_record, issues);
  CHECK(show::text(line.quantity) == "2.5");
  CHECK(show::text(line.price) == "100");
  CHECK(show::text(line.discount) == "none");
  CHECK(show::text(line.discount_percent) == "10");
  CHECK(show::text(line.number_of_payments) == "12");
  CHECK_FALSE(line.tiered);
  CHECK(line.created_ms == 1767225600000);
  CHECK(show::text(issues) == "none");
}

TEST_CASE("hubspot read: what cannot be read of a line is named by record and property") {
  Issues issues;
  const hs::LineItem line = hs::read_line_item(
      record("0-8", R"({"quantity":"1,5","price":"12 USD","amount":{"x":1},"hs_position_on_quote":"first"})"),
      issues);
  CHECK(show::text(line.quantity) == "none");
  CHECK(show::text(issues) ==
        "amount-unreadable /0-8/1/quantity, amount-unreadable /0-8/1/price, amount-unreadable /0-8/1/amount, "
        "amount-unreadable /0-8/1/hs_position_on_quote");
}

TEST_CASE("hubspot read: a date is taken as written, in every form HubSpot uses") {
  struct Row {
    std::string value, expected, issues;
  };
  for (const Row& row : {
           Row{"\"2026-01-31\"", "2026-01-31", "none"},
           Row{"\"2026-01-31T23:59:59.999Z\"", "2026-01-31", "none"},
           Row{"\"1769817600000\"", "2026-01-31", "none"},
           Row{"1769817600000", "2026-01-31", "none"},
           Row{"\"\"", "none", "none"},
           Row{"null", "none", "none"},
           Row{"\"31.01.2026\"", "none", "date-unreadable /0-3/1/closedate"},
           Row{"\"99999999999999999\"", "none", "date-unreadable /0-3/1/closedate"},
       }) {
    CAPTURE(row.value);
    Issues issues;
    CHECK(show::text(hs::read_deal(record("0-3", "{\"closedate\":" + row.value + "}"), issues).close_date) ==
          row.expected);
    CHECK(show::text(issues) == row.issues);
  }
}

TEST_CASE("hubspot read: tiers are seen by their model, or by tiers without a price") {
  struct Row {
    std::string properties;
    bool tiered;
  };
  for (const Row& row :
       {Row{R"({"hs_pricing_model":"volume"})", true}, Row{R"({"hs_pricing_model":"graduated"})", true},
        Row{R"({"hs_pricing_model":"stairstep","price":"1"})", true},
        Row{R"({"hs_pricing_model":"flat"})", false}, Row{R"({"hs_tier_prices":"[1,2]"})", true},
        Row{R"({"hs_tier_prices":"[1,2]","price":"3"})", false}, Row{"{}", false}}) {
    CAPTURE(row.properties);
    Issues issues;
    CHECK(hs::read_line_item(record("0-8", row.properties), issues).tiered == row.tiered);
  }
}

TEST_CASE("hubspot read: associations in either style, with their types") {
  Issues issues;
  const auto found = hs::read_associations(
      R"({"status":"COMPLETE","results":[{"from":{"id":"123"},"to":[
          {"toObjectId":51,"associationTypes":[{"category":"HUBSPOT_DEFINED","typeId":3,"label":null},{"typeId":77,"label":"Buyer"}]},
          {"id":"52","type":"deal_to_contact"},{"associationTypes":[]}],"paging":{"next":{"after":"52"}}}],
          "errors":[{"category":"OBJECT_NOT_FOUND"}]})",
      issues);
  REQUIRE(found.size() == 1);
  CHECK(found[0].from_id == "123");
  CHECK(found[0].after == "52");
  REQUIRE(found[0].to.size() == 2);
  CHECK(found[0].to[0].to_id == "51");
  CHECK(found[0].to[0].type_ids == std::vector<int>{3, 77});
  CHECK(found[0].to[0].labels == std::vector<std::string>{"Buyer"});
  CHECK(found[0].to[1].to_id == "52");
  CHECK(show::text(issues) == "field-missing /results/0/to/2/toObjectId");
}

TEST_CASE("hubspot read: batches, searches, properties, owners and the account") {
  Issues issues;
  const auto batch = hs::read_batch(
      R"({"results":[{"id":"1","properties":{},"new":true}],"numErrors":1,"errors":[{"category":"OBJECT_NOT_FOUND","message":"m","context":{"ids":["9"]}}]})",
      "0-53", issues);
  REQUIRE(batch.records.size() == 1);
  CHECK(batch.records[0].made_now);
  REQUIRE(batch.errors.size() == 1);
  CHECK(batch.errors[0].ids == std::vector<std::string>{"9"});

  const auto search =
      hs::read_search(R"({"total":2,"results":[{"id":"1"}],"paging":{"next":{"after":"1"}}})", "0-3", issues);
  CHECK(search.total == 2);
  CHECK(search.after == "1");

  const auto properties = hs::read_properties(
      R"({"results":[{"name":"amount","type":"number","fieldType":"number","calculated":true},{"name":"x","hasUniqueValue":true,
          "modificationMetadata":{"readOnlyValue":true}}]})",
      issues);
  REQUIRE(properties.size() == 2);
  CHECK(properties[0].calculated);
  CHECK(properties[1].unique);
  CHECK(properties[1].read_only);

  const auto owner =
      hs::read_owner(R"({"id":"55","email":"o@x.co","firstName":"Olga","lastName":"Berg"})", issues);
  REQUIRE(owner);
  CHECK(owner->first_name == "Olga");

  const auto account = hs::read_account_details(
      R"({"portalId":62515,"accountType":"STANDARD","timeZone":"US/Eastern","companyCurrency":"USD","additionalCurrencies":["EUR"],"uiDomain":"app.hubspot.com"})",
      issues);
  REQUIRE(account);
  CHECK(account->portal_id == "62515");
  CHECK(account->additional_currencies == std::vector<std::string>{"EUR"});
  CHECK(show::text(issues) == "none");
}

TEST_CASE("hubspot read: wrong data anywhere is survived") {
  const auto survives = [](const std::string& body) {
    Issues issues;
    const auto one = hs::read_record(body, "0-3", issues);
    if (!one) {
      REQUIRE_FALSE(issues.empty());
      return;
    }
    REQUIRE(hs::read_deal(*one, issues).generation >= 0);
    REQUIRE(hs::read_line_item(*one, issues).id == one->id);
    REQUIRE(hs::read_contact(*one, issues).id == one->id);
    REQUIRE(hs::read_invoice_object(*one, issues).id == one->id);
  };
  CHECK(hostile::each_mutation(deal_body, survives) > 200);
  CHECK(hostile::each_mutation(line_item_body, survives) > 200);
  for (const std::string body : {"", "null", "[]", "<html>", "{\"id\":\"\"}", "{\"id\":null}"})
    survives(body);
}

TEST_CASE("hubspot read: a property of ten megabytes is cut and noted") {
  Issues issues;
  const auto one = hs::read_record(
      R"({"id":"1","properties":{"dealname":")" + std::string(10'000'000, 'x') + R"("}})", "0-3", issues);
  REQUIRE(one);
  CHECK(hs::read_deal(*one, issues).name.size() == 65536);
  CHECK(show::text(issues) == "text-too-long /properties/dealname");
}

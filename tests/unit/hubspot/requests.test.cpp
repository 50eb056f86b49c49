#include "core/hubspot/requests.h"

#include <doctest/doctest.h>

#include <string>

#include "core/hubspot/judge.h"
#include "core/hubspot/object_types.h"

using namespace sidebill;
namespace hs = sidebill::hubspot;

namespace {

std::string line(const Call& call) {
  const Request& request = call.request;
  return request.method + " " + request.path + (request.body.empty() ? "" : " " + request.body);
}

}  // namespace

TEST_CASE("hubspot requests: dated paths, type ids, and what may be repeated") {
  struct Row {
    Call call;
    std::string expected;
    Repeat repeat;
  };
  hs::Search search;
  search.groups = {{{"hs_number", "EQ", "1037", {}}, {"dealname", "IN", "", {"a", "b"}}},
                   {{"email", "HAS_PROPERTY", "", {}}}};
  search.properties = {"hs_number"};
  search.sort_by = "hs_number";
  for (
      const Row& row : {
          Row{hs::account_details("7"), "GET /account-info/2026-09/details", Repeat::read},
          Row{hs::read_object("7", "0-3", "123", {"dealname", "amount"}, "read-deal"),
              "GET /crm/objects/2026-09/0-3/123?properties=dealname,amount", Repeat::read},
          Row{hs::read_by_key("7", "0-53", "sidebill_link", "91:Invoice:130", {"hs_number"}, "read-invoice"),
              "GET "
              "/crm/objects/2026-09/0-53/91%3AInvoice%3A130?idProperty=sidebill_link&properties=hs_number",
              Repeat::read},
          Row{hs::batch_read("7", "0-8", {"1", "2"}, {"price"}, "read-line-items"),
              R"(POST /crm/objects/2026-09/0-8/batch/read {"inputs":[{"id":"1"},{"id":"2"}],"properties":["price"],)"
              R"("propertiesWithHistory":[]})",
              Repeat::read},
          Row{hs::batch_read("7", "0-53", {"k"}, {"hs_number"}, "read", "sidebill_link"),
              R"(POST /crm/objects/2026-09/0-53/batch/read {"inputs":[{"id":"k"}],"properties":["hs_number"],)"
              R"("propertiesWithHistory":[],"idProperty":"sidebill_link"})",
              Repeat::read},
          Row{hs::associations("7", "0-3", {"123"}, "0-1", "read-associations"),
              R"(POST /crm/associations/2026-09/0-3/0-1/batch/read {"inputs":[{"id":"123"}]})", Repeat::read},
          Row{hs::owner("7", "55"), "GET /crm/owners/2026-09/55", Repeat::read},
          Row{hs::list_properties("7", "0-3"), "GET /crm/properties/2026-09/0-3", Repeat::read},
          Row{hs::search("7", "0-53", search, "search"),
              R"(POST /crm/objects/2026-09/0-53/search {"filterGroups":[{"filters":[{"propertyName":"hs_number",)"
              R"("operator":"EQ","value":"1037"},{"propertyName":"dealname","operator":"IN","values":["a","b"]}]},)"
              R"({"filters":[{"propertyName":"email","operator":"HAS_PROPERTY"}]}],"sorts":["hs_number"],"after":"0",)"
              R"("limit":100,"properties":["hs_number"]})",
              Repeat::read},
          Row{hs::upsert("7", "0-53", "sidebill_link", "91:Invoice:130", {{"hs_number", "1037"}},
                         "mirror-invoice"),
              R"(POST /crm/objects/2026-09/0-53/batch/upsert {"inputs":[{"id":"91:Invoice:130",)"
              R"("idProperty":"sidebill_link","properties":{"hs_number":"1037"}}]})",
              Repeat::repeatable_write},
          Row{hs::create_object("7", "0-53", {{"hs_currency", "USD"}},
                                {{"123", hs::association_type::invoice_to_deal}}, "create-invoice"),
              R"(POST /crm/objects/2026-09/0-53 {"properties":{"hs_currency":"USD"},"associations":[{"to":{"id":"123"},)"
              R"("types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":175}]}]})",
              Repeat::single_write},
          Row{hs::patch_object("7", "0-3", "123", {{"sidebill_links", ""}}, "update-deal"),
              R"(PATCH /crm/objects/2026-09/0-3/123 {"properties":{"sidebill_links":""}})",
              Repeat::repeatable_write},
          Row{hs::archive("7", "0-53", "9", "archive"), "DELETE /crm/objects/2026-09/0-53/9",
              Repeat::repeatable_write},
          Row{hs::associate_default("7", "0-53", "9", "0-3", "123", "associate"),
              "PUT /crm/objects/2026-09/0-53/9/associations/default/0-3/123", Repeat::repeatable_write},
          Row{hs::remove_association("7", "0-53", "9", "0-3", "123", "unlink"),
              "DELETE /crm/objects/2026-09/0-53/9/associations/0-3/123", Repeat::repeatable_write},
          Row{hs::create_group("7", "0-3"),
              R"(POST /crm/properties/2026-09/0-3/groups {"name":"sidebill","label":"Sidebill","displayOrder":-1})",
              Repeat::repeatable_write},
          Row{hs::create_properties("7", "0-53", hs::definitions("0-53")),
              R"(POST /crm/properties/2026-09/0-53/batch/create {"inputs":[{"groupName":"sidebill",)"
              R"("name":"sidebill_link","label":"QuickBooks link","type":"string","fieldType":"text","description":)"
              R"("The QuickBooks invoice that this one stands for, as company:type:id. Kept by Sidebill.",)"
              R"("formField":false,"hasUniqueValue":true}]})",
              Repeat::repeatable_write},
      }) {
    CAPTURE(row.expected);
    CHECK(line(row.call) == row.expected);
    CHECK(row.call.repeat == row.repeat);
    CHECK(row.call.request.content_type == (row.call.request.body.empty() ? "" : "application/json"));
    CHECK(row.call.request.service == "hubspot");
    CHECK(row.call.request.account == "7");
    CHECK((row.call.judge == &hs::judge));
    CHECK(hs::is_write(row.call.request) == (row.repeat != Repeat::read));
  }
}

TEST_CASE("hubspot requests: an id out of a hostile address stays in its place") {
  CHECK(line(hs::read_object("7", "0-3", "1/../../x?y", {"a"}, "read-deal")) ==
        "GET /crm/objects/2026-09/0-3/1%2F..%2F..%2Fx%3Fy?properties=a");
}

TEST_CASE("hubspot properties: ours are in one group, prefixed, and only missing ones are made") {
  for (const std::string& type : hs::types_with_definitions()) {
    CAPTURE(type);
    CHECK_FALSE(hs::definitions(type).empty());
    std::vector<hs::PropertyInfo> existing;
    for (const auto& definition : hs::definitions(type)) {
      CHECK(std::string(definition.name).rfind("sidebill_", 0) == 0);
      hs::PropertyInfo info;
      info.name = definition.name;
      existing.push_back(info);
    }
    CHECK(hs::missing_definitions(type, existing).empty());
    existing.pop_back();
    CHECK(hs::missing_definitions(type, existing).size() == 1);
    CHECK(hs::missing_definitions(type, {}).size() == hs::definitions(type).size());
  }
  CHECK(hs::definitions("0-999").empty());
}

TEST_CASE("hubspot properties: calculated and read-only ones are not written") {
  hs::PropertyInfo free, computed, locked;
  free.name = "hs_number";
  computed.name = "hs_balance_due";
  computed.calculated = true;
  locked.name = "hs_unique_id";
  locked.read_only = true;
  CHECK(hs::writable({free, computed, locked}) == std::vector<std::string>{"hs_number"});
}

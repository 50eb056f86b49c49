#include "core/hubspot/errors.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/base/show.h"
#include "tests/unit/model/hostile.h"

using namespace sidebill;
namespace hs = sidebill::hubspot;

namespace {

std::string arg(const Issue& issue, const std::string& name) {
  const auto found = issue.args.find(name);
  return found == issue.args.end() ? "none" : found->second;
}

const std::string invalid_values =
    R"({"status":"error","message":"Property values were not valid: [{\"isValid\":false,\"message\":\"Property \\\"nope\\\" does not exist\",)"
    R"(\"error\":\"PROPERTY_DOESNT_EXIST\",\"name\":\"nope\"},{\"isValid\":false,\"message\":\"XXX was not one of the allowed options: [a, b]\",)"
    R"(\"error\":\"INVALID_OPTION\",\"name\":\"hs_currency\"}]","correlationId":"c-1","category":"VALIDATION_ERROR"})";
const std::string no_scope =
    R"({"status":"error","message":"This app hasn't been granted all required scopes","errors":[{"message":"One or more",)"
    R"("context":{"requiredGranularScopes":["crm.objects.invoices.write","crm.objects.invoices.read"]}}],"category":"MISSING_SCOPES"})";

}  // namespace

TEST_CASE("hubspot errors: what is said becomes issues of ours") {
  struct Row {
    int status;
    std::string body, issues;
  };
  for (
      const Row& row : {
          Row{400, invalid_values,
              "property-missing /properties/nope, field-refused /properties/hs_currency"},
          Row{400,
              R"({"message":"bad","errors":[{"message":"must be in the future","code":"X","context":{"propertyName":["hs_due_date"]}}]})",
              "field-refused /properties/hs_due_date"},
          Row{400, R"({"message":"the query is too long","category":"VALIDATION_ERROR"})",
              "service-refused "},
          Row{401, R"({"category":"EXPIRED_AUTHENTICATION"})", "reconnect-needed "},
          Row{403, no_scope, "scope-missing "},
          Row{403, R"({"category":"MISSING_SCOPES"})", "scope-missing "},
          Row{403, R"({"category":"USER_DOES_NOT_HAVE_PERMISSIONS"})", "permission-missing "},
          Row{403, "", "permission-missing "},
          Row{404, R"({"category":"OBJECT_NOT_FOUND"})", "record-not-found "},
          Row{409, R"({"message":"Contact already exists. Existing ID: 51","category":"CONFLICT"})",
              "field-refused "},
          Row{400, R"({"category":"CONFLICTING_UNIQUE_VALUE"})", "field-refused "},
          Row{414, "", "service-refused "},
          Row{423, "", "service-busy "},
          Row{429, R"({"errorType":"RATE_LIMIT","policyName":"DAILY"})", "service-busy "},
          Row{477, "", "service-busy "},
          Row{502, "<html>", "service-failed "},
          Row{400, "[]", "service-refused "},
          Row{400, "{\"message\":[1],\"errors\":\"x\",\"context\":7}", "service-refused "},
      }) {
    CAPTURE(row.status);
    CAPTURE(row.body);
    CHECK(show::text(hs::issues_of(row.status, hs::read_error(row.body))) == row.issues);
  }
}

TEST_CASE("hubspot errors: scopes, existing records and values are named") {
  const Issues scope = hs::issues_of(403, hs::read_error(no_scope));
  CHECK(arg(scope[0], "scope") == "crm.objects.invoices.read, crm.objects.invoices.write");

  const Issues values = hs::issues_of(400, hs::read_error(invalid_values));
  REQUIRE(values.size() == 2);
  CHECK(arg(values[0], "property") == "nope");
  CHECK(arg(values[1], "error") == "INVALID_OPTION");
  CHECK(arg(values[1], "message") == "XXX was not one of the allowed options: [a, b]");
  CHECK(arg(values[1], "correlation") == "c-1");

  CHECK(hs::existing_id(hs::read_error(R"({"message":"Contact already exists. Existing ID: 51"})")) == "51");
  CHECK(hs::existing_id(hs::read_error(
            R"({"message":"Cannot set PropertyValueCoordinates on 51. 101 already has that value."})")) ==
        "101");
  CHECK(hs::existing_id(hs::read_error(R"({"message":"Something else"})")) == "");
}

TEST_CASE("hubspot errors: hostile bodies always give an issue, and never a long text") {
  const auto bounded = [](const std::string& body) {
    const Issues issues = hs::issues_of(400, hs::read_error(body));
    REQUIRE_FALSE(issues.empty());
    for (const Issue& issue : issues) {
      for (const auto& [name, value] : issue.args) REQUIRE(value.size() <= 5000);
    }
  };
  CHECK(hostile::each_mutation(invalid_values, bounded) > 50);
  CHECK(hostile::each_mutation(no_scope, bounded) > 100);
  bounded("{\"message\":\"" + std::string(10'000'000, '[') + "\"}");
}

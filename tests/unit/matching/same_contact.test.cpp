// The customer of a sale by first name, last name and e-mail address alone, for who decided so.
#include <doctest/doctest.h>

#include "core/matching/ballot.h"
#include "sample.h"

using namespace sidebill;
using sample::buyer;
using sample::person;
using sample::realm;
using sample::sale_to;

namespace {

Customer ana(const std::string& id) {
  Customer one = sample::customer(id, "Ana Sol " + id, {"ana@acme.example"});
  one.given_name = "Ana";
  one.family_name = "Sol";
  return one;
}

std::string outcome(const Sale& sale, const std::vector<Customer>& customers) {
  const Match match = sample::match(sale, customers, CustomerMatching::same_contact);
  CHECK(sample::weights_sum_to_score(match));
  return sample::outcome(match);
}

Sale sale_to_ana() { return sale_to({buyer("Acme")}, {person("Ana", "Sol", "ana@acme.example")}); }

}  // namespace

TEST_CASE("same contact: all three decide, whatever else is alike") {
  const Customer acme = sample::customer("2", "Acme", {"ana@acme.example"});
  CHECK(outcome(sale_to_ana(), {acme, ana("7")}) == "link 7 2");
  CHECK(outcome(sale_to({buyer("Acme")}, {person("ÁNA", "sol", "Ana@Acme.example")}), {acme, ana("7")}) ==
        "link 7 2");
  CHECK(sample::outcome(sample::match(sale_to_ana(), {acme, ana("7")})) != "link 7 2");
}

TEST_CASE("same contact: one that differs is another, however near the rest is") {
  Customer by_name = ana("7"), by_email = ana("8"), unnamed = ana("9");
  by_name.emails = {"ana@other.example"};
  by_email.given_name = "Anna";
  unnamed.given_name = unnamed.family_name = "";
  for (const Customer& one : {by_name, by_email, unnamed}) {
    CAPTURE(one.id);
    const Match match = sample::match(sale_to_ana(), {one}, CustomerMatching::same_contact);
    CHECK(match.outcome == Outcome::none);
  }
}

TEST_CASE("same contact: several, an inactive one and one in another currency are asked about") {
  CHECK(outcome(sale_to_ana(), {ana("7"), ana("8")}) == "ask 7 8");
  Customer gone = ana("7"), foreign = ana("7");
  gone.active = false;
  CHECK(outcome(sale_to_ana(), {gone}) == "ask 7");
  foreign.currency = "EUR";
  Sale in_dollars = sale_to_ana();
  in_dollars.currency = "USD";
  CHECK(outcome(in_dollars, {foreign}) == "ask 7");
}

TEST_CASE("same contact: a link that somebody stored decides as well, and contradicts") {
  const Link to_nine{realm, "Customer", "9"};
  const Customer renamed = sample::customer("9", "Somebody else");
  CHECK(outcome(sale_to({buyer("Acme", {to_nine})}, {person("Ana", "Sol", "ana@acme.example")}), {renamed}) ==
        "link 9");
  CHECK(outcome(sale_to({buyer("Acme")}, {person("Ana", "Sol", "ana@acme.example", {to_nine})}), {renamed}) ==
        "link 9");
  CHECK(outcome(sale_to({buyer("Acme", {to_nine})}, {person("Ana", "Sol", "ana@acme.example")}),
                {renamed, ana("7")})
            .substr(0, 3) == "ask");
}

TEST_CASE("same contact: a sale without a contact goes by the evidence") {
  CHECK(outcome(sale_to({buyer("Acme")}), {sample::customer("2", "Acme")}) == "link 2");
}

TEST_CASE("same contact: what decided stands in the evidence with its points") {
  const Match match = sample::match(sale_to_ana(), {ana("7")}, CustomerMatching::same_contact);
  REQUIRE(match.candidates.size() == 1);
  const auto& evidence = match.candidates.front().evidence;
  const auto found = std::find_if(evidence.begin(), evidence.end(),
                                  [](const Evidence& one) { return one.field == "contact"; });
  REQUIRE(found != evidence.end());
  CHECK(found->left == "Ana Sol, ana@acme.example");
  CHECK(found->weight == points::same_contact);
}

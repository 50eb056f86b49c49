#include "core/matching/crm_shelf.h"

#include <doctest/doctest.h>

#include <random>

#include "core/matching/directory.h"
#include "core/matching/match_crm.h"
#include "sample.h"

using namespace sidebill;

namespace {

const std::string portal = "77";

CrmContact contact(const std::string& id, const std::string& first, const std::string& last,
                   const std::string& email = "") {
  CrmContact one = sample::person(first, last, email);
  one.id = id;
  return one;
}

CrmCompany company(const std::string& id, const std::string& name, const std::string& domain = "") {
  CrmCompany one = sample::buyer(name);
  one.id = id;
  one.domain = domain;
  return one;
}

CrmProduct product(const std::string& id, const std::string& name, const std::string& sku = "") {
  CrmProduct one;
  one.id = id;
  one.name = name;
  one.sku = sku;
  return one;
}

std::string ids(const std::vector<Candidate>& candidates) {
  std::vector<std::string> texts;
  for (const Candidate& one : candidates) texts.push_back(one.id);
  return join(texts, " ");
}

std::string text_of(const Match& match) {
  std::string text = match.outcome == Outcome::link ? "link" : match.outcome == Outcome::ask ? "ask" : "none";
  for (const Candidate& one : match.candidates) text += " " + one.id;
  return text;
}

int sum_of(const std::vector<Evidence>& evidence) {
  int sum = 0;
  for (const Evidence& one : evidence) sum += one.weight;
  return sum;
}

const char* const words[] = {"Acme", "Zebra", "Nordlicht", "Smith", "Müller", "Bakery", "Café", "東京"};

std::string pick(std::mt19937& random) { return words[random() % std::size(words)]; }

CrmContact random_contact(std::mt19937& random) {
  CrmContact one = contact(std::to_string(1 + random() % 40), pick(random), pick(random),
                           "m" + std::to_string(random() % 20) + "@d.example");
  if (random() % 2 == 0) one.other_emails = {"o" + std::to_string(random() % 9) + "@e.example"};
  if (random() % 3 == 0) one.links = {{sample::realm, "Customer", std::to_string(random() % 9)}};
  return one;
}

/// Everything that the shelf says about random customers, in one text.
std::string answers(CrmShelf<CrmContact>& known) {
  std::mt19937 random(7);
  std::string text;
  for (int round = 0; round < 20; ++round) {
    const Customer asked = sample::customer(std::to_string(random() % 9), pick(random) + " " + pick(random),
                                            {"m" + std::to_string(random() % 20) + "@d.example"});
    const Match match = match_crm(asked, sample::realm, known);
    text += text_of(match) + ";" + ids(known.search(pick(random), 10)) + "\n";
    for (const Candidate& one : match.candidates) text += std::to_string(one.score) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("crm shelf: contacts, companies and products are found as somebody types") {
  PortalShelves shelves;
  shelves.contacts.put(contact("1", "Ana", "Sol", "ana@sol.example"));
  shelves.contacts.put(contact("2", "Åsa", "Solberg"));
  shelves.companies.put(company("5", "Sol & Partner", "sol.example"));
  shelves.products.put(product("9", "Solar panel 400 W", "SOL-400"));
  CHECK(ids(shelves.contacts.search("sol", 10)) == "1 2");
  CHECK(ids(shelves.contacts.search("ana@sol", 10)) == "1");
  CHECK(ids(shelves.companies.search("sol.ex", 10)) == "5");
  CHECK(ids(shelves.products.search("sol-4", 10)) == "9");
  CHECK(ids(shelves.products.search("panel 400", 10)) == "9");
}

TEST_CASE("crm shelf: putting a record again replaces it, removing it leaves nothing") {
  CrmShelf<CrmCompany> known;
  known.put(company("5", "Nordlicht", "nord.example"));
  known.put(company("5", "Zebra", "zebra.example"));
  CHECK(known.search("nordlicht", 5).empty());
  CHECK(ids(known.search("zebra", 5)) == "5");
  CHECK(known.count() == 1);
  known.remove("5");
  CHECK(known.search("", 5).empty());
  CHECK(known.ids().empty());
  known.remove("5");
}

TEST_CASE("crm shelf: after any changes it answers as one that was filled afresh, and so does its block") {
  std::mt19937 random(20261123);
  for (int round = 0; round < 20; ++round) {
    Directory changed;
    std::map<std::string, CrmContact> kept;
    for (int step = 0; step < 80; ++step) {
      const CrmContact one = random_contact(random);
      if (random() % 4 == 0) {
        changed.remove_contact(portal, one.id);
        kept.erase(one.id);
      } else {
        changed.put(portal, one);
        kept[one.id] = one;
      }
    }
    Directory fresh;
    for (const auto& [id, one] : kept) fresh.put(portal, one);
    const std::string expected = answers(fresh.of_portal(portal).contacts);
    CHECK(answers(changed.of_portal(portal).contacts) == expected);
    const auto block = changed.snapshot();
    Directory restored;
    REQUIRE(restored.restore(block.data(), block.size()));
    CHECK(answers(restored.of_portal(portal).contacts) == expected);
  }
}

TEST_CASE("match crm: the same e-mail and name link a customer to its contact, and the points sum up") {
  CrmShelf<CrmContact> known;
  known.put(contact("1", "Ana", "Sol", "ana@sol.example"));
  known.put(contact("2", "Ana", "Solberg", "other@else.example"));
  Customer asked = sample::customer("9", "Ana Sol", {"ANA@sol.example"});
  asked.given_name = "Ana";
  asked.family_name = "Sol";
  const Match match = match_crm(asked, sample::realm, known);
  CHECK(match.outcome == Outcome::link);
  REQUIRE_FALSE(match.candidates.empty());
  CHECK(match.candidates[0].id == "1");
  for (const Candidate& one : match.candidates) CHECK(sum_of(one.evidence) == one.score);
}

TEST_CASE("match crm: any of a customer's addresses leads to any of a contact's") {
  CrmShelf<CrmContact> known;
  CrmContact one = contact("1", "Ana", "Sol", "first@sol.example");
  one.other_emails = {"second@sol.example"};
  known.put(one);
  const Customer asked = sample::customer("9", "Sol Ana", {"x@y.example", "second@sol.example"});
  const Match match = match_crm(asked, sample::realm, known);
  REQUIRE(match.candidates.size() == 1);
  const auto& evidence = match.candidates[0].evidence;
  CHECK(std::any_of(evidence.begin(), evidence.end(), [](const Evidence& found) {
    return found.field == "email" && found.left == "second@sol.example" && found.level == "same";
  }));
}

TEST_CASE("match crm: a stored link decides, a link elsewhere bars, and two links ask") {
  const Customer asked = sample::customer("9", "Nordlicht GmbH");
  CompanyShelves unused;
  CrmShelf<CrmCompany> known;
  CrmCompany tied = company("1", "Quite another name");
  tied.links = {{sample::realm, "Customer", "9"}};
  known.put(tied);
  CHECK(text_of(match_crm(asked, sample::realm, known)) == "link 1");
  CrmCompany also = company("2", "Nordlicht GmbH");
  also.links = {{sample::realm, "Customer", "9"}};
  known.put(also);
  CHECK(match_crm(asked, sample::realm, known).outcome == Outcome::ask);
  also.links = {{sample::realm, "Customer", "8"}};
  known.put(also);
  CHECK(match_crm(asked, sample::realm, known).outcome == Outcome::link);
  CHECK(match_crm(asked, "other", known).candidates.front().id == "2");
}

TEST_CASE("match crm: an item is its product by SKU, and 500 ml is not 250 ml") {
  CrmShelf<CrmProduct> known;
  known.put(product("1", "Olive oil 500 ml", "OIL-500"));
  known.put(product("2", "Olive oil 250 ml", "OIL-250"));
  const Match match = match_crm(sample::item("7", "Olive oil 500 ml", "oil-500"), sample::realm, known);
  CHECK(match.outcome == Outcome::link);
  CHECK(match.candidates.front().id == "1");
  CHECK(match_crm(sample::item("8", "Quite different"), sample::realm, known).outcome == Outcome::none);
}

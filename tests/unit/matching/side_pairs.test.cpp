#include "core/matching/side_pairs.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace sidebill;

namespace {

const std::string portal = "77", realm = sample::realm;

CrmCompany company(const std::string& id, const std::string& name, const std::string& domain = "") {
  CrmCompany one = sample::buyer(name);
  one.id = id;
  one.domain = domain;
  return one;
}

void fill(Directory& directory) {
  directory.put(realm, sample::customer("1", "Nordlicht GmbH", {"info@nordlicht.example"}));
  directory.put(realm, sample::customer("2", "Zebra Bakery Ltd", {"hello@zebra.example"}));
  directory.put(realm, sample::customer("3", "Macmen and Sons", {"a@macmen.example"}));
  directory.put(realm, sample::customer("4", "Nobody Else"));
  directory.put(portal, company("10", "Nordlicht", "nordlicht.example"));
  directory.put(portal, company("11", "Nordlicht Handel", ""));
  directory.put(portal, company("12", "Zebra Bakery", "zebra.example"));
  directory.put(portal, company("13", "Macmen & Sons", "macmen.example"));
}

std::string text_of(const SidePairs& pairs) {
  std::string text;
  for (const ListPair& pair : pairs.pairs()) {
    text += pairs.book_id(pair) + "=" + pairs.crm_id(pair);
    text += pair.outcome == Outcome::link ? " link " : " ask ";
    text += std::to_string(pair.score) + "/" + std::to_string(pair.lead) + "; ";
  }
  return text;
}

SidePairs worked(Directory& directory, CrmList of, std::size_t at_once) {
  SidePairs pairs(directory, realm, portal, of);
  for (int calls = 0; !pairs.finished() && calls < 1000; ++calls) pairs.work(at_once);
  return pairs;
}

std::string links_of(const SidePairs& pairs) {
  std::string text;
  for (const ListPair& pair : pairs.pairs()) {
    if (pair.outcome == Outcome::link) text += pairs.book_id(pair) + "=" + pairs.crm_id(pair) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("side pairs: each record is linked once, best first, and the points of a pair sum to its score") {
  Directory directory;
  fill(directory);
  const SidePairs pairs = worked(directory, CrmList::companies, 100);
  CAPTURE(text_of(pairs));
  std::vector<std::string> linked_books, linked_crm;
  int before = 1'000'000;
  for (const ListPair& pair : pairs.pairs()) {
    CHECK(pair.score <= before);
    before = pair.score;
    int sum = 0;
    for (const Evidence& one : pairs.explain(pair)) sum += one.weight;
    CHECK(sum == pair.score);
    if (pair.outcome != Outcome::link) continue;
    linked_books.push_back(pairs.book_id(pair));
    linked_crm.push_back(pairs.crm_id(pair));
  }
  std::sort(linked_books.begin(), linked_books.end());
  std::sort(linked_crm.begin(), linked_crm.end());
  CHECK(linked_books == std::vector<std::string>{"2", "3"});
  CHECK(linked_crm == std::vector<std::string>{"12", "13"});
  CHECK(text_of(pairs).find("1=10 ask") != std::string::npos);  // its namesake is near
}

TEST_CASE("side pairs: in steps of any size they are the same") {
  Directory directory;
  fill(directory);
  const std::string at_once = text_of(worked(directory, CrmList::companies, 1'000'000));
  CHECK_FALSE(at_once.empty());
  for (const std::size_t step : {1, 2, 3, 7, 12}) {
    CAPTURE(step);
    CHECK(text_of(worked(directory, CrmList::companies, step)) == at_once);
  }
}

TEST_CASE("side pairs: what is done counts up to all there is, and nothing comes before") {
  Directory directory;
  fill(directory);
  SidePairs pairs(directory, realm, portal, CrmList::companies);
  std::size_t before = 0;
  while (!pairs.finished()) {
    CHECK(pairs.pairs().empty());
    pairs.work(5);
    CHECK(pairs.done() > before);
    before = pairs.done();
  }
  CHECK(pairs.done() == pairs.all());
}

TEST_CASE("side pairs: records that are tied already are left out, on both sides") {
  Directory directory;
  fill(directory);
  CrmCompany tied = company("12", "Zebra Bakery", "zebra.example");
  tied.links = {{realm, "Customer", "1"}};
  directory.put(portal, tied);
  CHECK(links_of(worked(directory, CrmList::companies, 100)) == "3=13 ");
}

TEST_CASE("side pairs: an inactive customer is asked about, never linked") {
  Directory directory;
  fill(directory);
  Customer inactive = sample::customer("3", "Macmen and Sons", {"a@macmen.example"});
  inactive.active = false;
  directory.put(realm, inactive);
  const SidePairs pairs = worked(directory, CrmList::companies, 100);
  CHECK(links_of(pairs).find("3=") == std::string::npos);
  CHECK(text_of(pairs).find("3=13 ask") != std::string::npos);
}

TEST_CASE("side pairs: items against products, but for categories") {
  Directory directory;
  Item category = sample::item("1", "Consulting");
  category.type = "Category";
  directory.put(realm, category);
  directory.put(realm, sample::item("2", "Consulting, on site", "CONS-1"));
  CrmProduct product;
  product.id = "20";
  product.name = "Consulting on site";
  product.sku = "CONS-1";
  directory.put(portal, product);
  CHECK(links_of(worked(directory, CrmList::products, 1)) == "2=20 ");
}

TEST_CASE("side pairs: who is in no pair, is active and not linked is left; who was set aside gives room") {
  Directory directory;
  fill(directory);
  Customer gone = sample::customer("5", "Gone For Good");
  gone.active = false;
  directory.put(realm, gone);
  SidePairs fresh(directory, realm, portal, CrmList::companies);
  CHECK(fresh.unpaired({}).empty());  // nothing is compared yet
  const SidePairs pairs = worked(directory, CrmList::companies, 100);
  CHECK(pairs.unpaired({}) == std::vector<std::string>{"4"});
  CHECK(pairs.unpaired({"13"}) == std::vector<std::string>{"3", "4"});

  CrmCompany tied = company("14", "Called Otherwise");
  tied.links = {{realm, "Customer", "4"}};
  directory.put(portal, tied);
  CHECK(worked(directory, CrmList::companies, 100).unpaired({}).empty());
}

TEST_CASE("side pairs: of nothing there is nothing") {
  Directory directory;
  const SidePairs pairs = worked(directory, CrmList::contacts, 1);
  CHECK(pairs.finished());
  CHECK(pairs.pairs().empty());
}

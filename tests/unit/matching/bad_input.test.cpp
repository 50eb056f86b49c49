// Records and sales that are hardly any: the directory takes them, answers within bounds, and says what it
// found.
#include <doctest/doctest.h>

#include "core/matching/directory.h"
#include "core/matching/match_crm.h"
#include "sample.h"

using namespace sidebill;
using sample::buyer;
using sample::customer;
using sample::item;
using sample::person;
using sample::realm;
using sample::sale_to;

namespace {

const std::vector<std::string>& hard_names() {
  static const std::vector<std::string> names = {
      "",
      "   ",
      "!!! --- ...",
      "&",
      std::string(1'000'000, 'a'),
      std::string("Acme ") + std::string(1'000'000, '!'),
      "Acme Акме アクメ אקמי",
      "\xF0\x9F\x8F\xA2 \xF0\x9F\x8F\xA2",
      "Acme \xFF\xFE\xC0\x80 AB",
      std::string("Ac\0me", 5),
      "\xEF\xB7\xBA\xE2\x80\xAE\xE2\x80\x8B",
  };
  return names;
}

Match match_in(Directory& directory, const Sale& sale) {
  return match_customer(sale, realm, CustomerMatching::evidence, directory.of(realm).customers);
}

}  // namespace

TEST_CASE("bad input: names that are none are kept, found by id, and never taken for one another") {
  Directory directory;
  int id = 0;
  for (const std::string& name : hard_names()) {
    directory.put(realm, customer(std::to_string(++id), name));
    directory.put(realm, item(std::to_string(id), name));
  }
  CompanyShelves& known = directory.of(realm);
  CHECK(known.customers.count() == hard_names().size());
  for (int each = 1; each <= id; ++each) {
    CHECK(known.customers.customer(std::to_string(each)).has_value());
    CHECK(known.items.item(std::to_string(each)).has_value());
  }
  for (const std::string& name : hard_names()) {
    CAPTURE(name.substr(0, 20));
    const Match match = match_in(directory, sale_to({buyer(name)}, {person(name, name, name)}));
    CHECK(sample::weights_sum_to_score(match));
    CHECK(match.candidates.size() <= hard_names().size());
    if (name.find_first_not_of(" !-.&") == std::string::npos) CHECK(match.outcome == Outcome::none);
    CHECK(known.customers.search(name, 5).size() <= 5);
    CHECK(match_item(sample::line(name, name), realm, known.items).candidates.size() <= hard_names().size());
  }
  Directory again;
  const auto block = directory.snapshot();
  CHECK(again.restore(block.data(), block.size()));
  CHECK(again.snapshot() == block);
}

TEST_CASE("bad input: an id that comes again replaces, and one that is nobody's is nobody") {
  Directory directory;
  for (const char* name : {"Acme", "Birch", "Cedar"}) directory.put(realm, customer("7", name));
  CHECK(directory.of(realm).customers.count() == 1);
  CHECK(sample::outcome(match_in(directory, sale_to({buyer("Cedar")}))) == "link 7");
  CHECK(match_in(directory, sale_to({buyer("Acme")})).outcome == Outcome::none);
  directory.remove_customer(realm, "8");
  directory.put(realm, customer("", "Nobody"));
  CHECK_FALSE(directory.of(realm).customers.customer("9").has_value());
  CHECK(match_in(directory, Sale{}).outcome == Outcome::none);
}

TEST_CASE("bad input: of a million equal names a few are looked at, and somebody is asked") {
  constexpr int million = 1'000'000;
  Directory directory;
  for (int number = 0; number < million; ++number)
    directory.put(realm, customer(std::to_string(number), "Acme AB"));
  const Match match = match_in(directory, sale_to({buyer("Acme AB")}));
  CHECK(match.outcome == Outcome::ask);
  CHECK(match.candidates.size() <= 200);
  CHECK(directory.of(realm).customers.search("acme", 20).size() == 20);
}

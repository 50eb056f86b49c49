// Laws of the directory: whatever happened to it, it answers as one that was filled afresh.
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "core/matching/directory.h"
#include "sample.h"

using namespace sidebill;

namespace {

const std::string realm = "4620";

const char* const words[] = {"Acme",  "Zebra", "Nordlicht", "Sons",   "Smith", "Müller", "Bakery",
                             "North", "Ltd",   "GmbH",      "O'Neil", "東京",  "Café",   "&"};

std::string pick_name(std::mt19937& random) {
  std::string name = words[random() % std::size(words)];
  for (unsigned more = random() % 3; more > 0; --more)
    name += std::string(" ") + words[random() % std::size(words)];
  return name;
}

Customer random_customer(std::mt19937& random) {
  Customer one = sample::customer(std::to_string(1 + random() % 60), pick_name(random));
  if (random() % 2 == 0) one.company_name = pick_name(random);
  for (unsigned more = random() % 3; more > 0; --more)
    one.emails.push_back("m" + std::to_string(random() % 30) + "@d" + std::to_string(random() % 9) +
                         ".example");
  if (random() % 2 == 0) one.phone = "+1 555 010 0" + std::to_string(100 + random() % 40);
  if (random() % 2 == 0)
    one.billing_address = {std::to_string(random() % 20) + " High St", "", "Leeds", "", "LS1", "GB"};
  one.active = random() % 5 != 0;
  return one;
}

Item random_item(std::mt19937& random) {
  Item one =
      sample::item(std::to_string(1 + random() % 60), pick_name(random) + " " + std::to_string(random() % 9));
  if (random() % 2 == 0) one.sku = "S-" + std::to_string(random() % 30);
  one.description = pick_name(random);
  return one;
}

Sale random_sale(std::mt19937& random) {
  const std::string email = "m" + std::to_string(random() % 30) + "@d1.example";
  Sale sale =
      sample::sale_to({sample::buyer(pick_name(random))}, {sample::person("Jo", pick_name(random), email)});
  sale.lines.push_back(sample::line(pick_name(random), "S-" + std::to_string(random() % 30)));
  return sale;
}

/// Everything that the directory says about random questions, in one text.
std::string answers(CompanyShelves& known) {
  std::mt19937 random(7);
  std::string text;
  for (int round = 0; round < 25; ++round) {
    const Sale sale = random_sale(random);
    const Match customer = match_customer(sale, realm, CustomerMatching::evidence, known.customers);
    CHECK(sample::weights_sum_to_score(customer));
    text += sample::shown(customer) + "\n";
    for (const Candidate& one : customer.candidates) text += sample::shown(one.evidence) + "\n";
    const Match item = match_item(sale.lines.front(), realm, known.items);
    CHECK(sample::weights_sum_to_score(item));
    text += sample::shown(item) + "\n";
    for (const Candidate& one : known.customers.search(pick_name(random), 9)) text += one.id + " ";
    for (const Candidate& one : known.items.search(pick_name(random), 9)) text += one.id + " ";
    text += std::to_string(known.names.with_display_name("n" + std::to_string(random() % 10)).size()) + "\n";
  }
  return text;
}

struct World {
  std::map<std::string, Customer> customers;
  std::map<std::string, Item> items;
  Directory directory;

  void step(std::mt19937& random) {
    const std::string id = std::to_string(1 + random() % 60);
    switch (random() % 5) {
      case 0:
        directory.of(realm).customers.remove(id);
        customers.erase(id);
        break;
      case 1:
        directory.of(realm).items.remove(id);
        items.erase(id);
        break;
      case 2: {
        const Item one = random_item(random);
        directory.put(realm, one);
        items[one.id] = one;
        break;
      }
      default: {
        const Customer one = random_customer(random);
        directory.put(realm, one);
        customers[one.id] = one;
      }
    }
  }

  std::string afresh() const {
    Directory fresh;
    for (const auto& [id, one] : customers) fresh.put(realm, one);
    for (const auto& [id, one] : items) fresh.put(realm, one);
    return answers(fresh.of(realm));
  }
};

}  // namespace

TEST_CASE(
    "directory: after any puts and removals it answers as one filled afresh, also out of its snapshot") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    World world;
    for (int step = 0; step < 400; ++step) world.step(random);
    const std::string expected = world.afresh();
    REQUIRE(answers(world.directory.of(realm)) == expected);
    const auto block = world.directory.snapshot();
    Directory restored;
    REQUIRE(restored.restore(block.data(), block.size()));
    REQUIRE(answers(restored.of(realm)) == expected);
    for (int step = 0; step < 100; ++step) world.step(random);
    const std::string later = world.afresh();
    REQUIRE(answers(world.directory.of(realm)) == later);
  }
}

TEST_CASE("directory: a block that was changed or cut anywhere leaves it empty") {
  std::mt19937 random(3);
  World world;
  for (int step = 0; step < 100; ++step) world.step(random);
  world.directory.put("other", sample::customer("1", "Acme"));
  const auto block = world.directory.snapshot();
  for (int round = 0; round < 300; ++round) {
    auto damaged = block;
    const std::size_t at = random() % damaged.size();
    if (round % 3 == 0)
      damaged.resize(at);
    else
      damaged[at] ^= std::uint64_t{1} << (random() % 64);
    Directory directory;
    directory.put(realm, sample::customer("1", "Acme"));
    CHECK_FALSE(directory.restore(damaged.data(), damaged.size()));
    CHECK(directory.of(realm).customers.count() == 0);
  }
}

TEST_CASE(
    "directory: a block whose sums agree but whose tables do not is refused or answers without a fault") {
  std::mt19937 random(4);
  World world;
  for (int step = 0; step < 200; ++step) world.step(random);
  const auto block = world.directory.snapshot();
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    auto damaged = block;
    // What a person with the file could write: any change, with sums that fit.
    damaged[4 + random() % (damaged.size() - 4)] =
        round % 2 == 0 ? random() : ~std::uint64_t{0} << (random() % 64);
    sign_snapshot(damaged);
    Directory directory;
    if (!directory.restore(damaged.data(), damaged.size())) {
      ++refused;
      continue;
    }
    answers(directory.of(realm));
  }
  CHECK(refused > 20);
}

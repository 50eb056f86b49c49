// A block that says it is whole: its head and checksum are made right, so that what is behind them is met.
// What it holds is refused, or answers and changes like any other directory.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "core/matching/directory.h"
#include "core/matching/match.h"
#include "core/matching/match_crm.h"
#include "core/matching/side_pairs.h"
#include "core/matching/snapshot.h"

using namespace sidebill;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr std::size_t head = 4;  // words: mark, version, words that follow, checksum

std::vector<std::uint64_t> signed_block(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::uint64_t> empty = Directory().snapshot();
  std::vector<std::uint64_t> words(head + size / sizeof(std::uint64_t));
  std::copy(empty.begin(), empty.begin() + head, words.begin());
  if (size > 0) std::memcpy(words.data() + head, data, (words.size() - head) * sizeof(std::uint64_t));
  words[2] = words.size() - head;
  sign_snapshot(words);
  return words;
}

Customer customer(const char* id, const char* name) {
  Customer customer;
  customer.id = id;
  customer.display_name = name;
  customer.emails = {"ana@acme.example"};
  return customer;
}

Item item(const char* id, const char* name) {
  Item item;
  item.id = id;
  item.name = name;
  item.sku = "A-1";
  return item;
}

/// Whatever a record says, the points of what was found sum to its score.
void check_match(const Match& match) {
  require(match.outcome == Outcome::none || !match.candidates.empty());
  for (const Candidate& candidate : match.candidates) {
    int sum = 0;
    for (const Evidence& evidence : candidate.evidence) sum += evidence.weight;
    require(sum == candidate.score);
  }
}

template <class Record>
void ask_shelf(CrmShelf<Record>& shelf) {
  for (const char* typed : {"", "acme", "ana@"}) require(shelf.search(typed, 4).size() <= 4);
  const auto ids = shelf.ids();
  require(ids.size() == shelf.count());
  for (const std::string& id : ids) shelf.record(id);
  shelf.linked_to({"1", "Customer", "2"});
}

/// Both ways round, and all of one side against all of the other.
void compare(Directory& directory) {
  CompanyShelves& company = directory.of("1");
  PortalShelves& portal = directory.of_portal("7");
  for (const char* id : {"1", "2", "3"}) {
    if (const auto known = company.customers.customer(id)) {
      check_match(match_crm(*known, "1", portal.contacts));
      check_match(match_crm(*known, "1", portal.companies));
    }
    if (const auto known = company.items.item(id)) check_match(match_crm(*known, "1", portal.products));
    Sale sale;
    if (const auto contact = portal.contacts.record(id)) sale.contacts = {*contact};
    if (const auto known = portal.companies.record(id)) sale.companies = {*known};
    check_match(match_customer(sale, "1", CustomerMatching::evidence, company.customers));
    check_match(match_customer(sale, "1", CustomerMatching::same_contact, company.customers));
  }
  constexpr std::size_t most = 64;  // a hundred thousand empty records are no finding
  if (company.customers.count() + company.items.count() + portal.contacts.count() + portal.companies.count() +
          portal.products.count() >
      most)
    return;
  for (const CrmList of : {CrmList::contacts, CrmList::companies, CrmList::products}) {
    SidePairs pairs(directory, "1", "7", of);
    for (int step = 0; step < 8 && !pairs.finished(); ++step) pairs.work(most);
    for (const ListPair& pair : pairs.pairs()) pairs.explain(pair);
  }
}

void ask(Directory& directory) {
  CompanyShelves& company = directory.of("1");
  for (const char* typed : {"", "a", "acme", "ana@", "harbour lights"}) {
    require(company.customers.search(typed, 4).size() <= 4);
    require(company.items.search(typed, 4).size() <= 4);
  }
  for (const char* id : {"1", "2", "3"}) company.customers.customer(id);
  company.customers.with_email("ana@acme.example");
  PortalShelves& portal = directory.of_portal("7");
  ask_shelf(portal.contacts);
  ask_shelf(portal.companies);
  ask_shelf(portal.products);
  compare(directory);
}

void change(Directory& directory) {
  for (int round = 0; round < 2; ++round) {
    directory.put("1", customer("1", "Acme"));
    directory.put("1", customer("9", "Harbour Lights Bakery"));
    directory.put("1", item("2", "Oak table"));
    directory.put("1", OtherName{"Vendor", "4", "Acme"});
    directory.of("1").customers.remove("2");
    directory.of("1").items.remove("2");
    CrmContact contact;
    contact.id = "9";
    contact.first_name = "Ana";
    directory.put("7", contact);
    directory.remove_contact("7", "1");
    directory.remove_product("7", "2");
    ask(directory);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto block = signed_block(data, size);
  Directory directory;
  if (!directory.restore(block.data(), block.size())) {
    require(directory.of("1").customers.count() == 0);
    return 0;
  }
  ask(directory);
  change(directory);
  const auto kept = directory.snapshot();
  Directory again;
  require(again.restore(kept.data(), kept.size()));
  return 0;
}

// A block that says it is whole: its head and checksum are made right, so that what is behind them is met.
// What it holds is refused, or answers and changes like any other directory.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "core/matching/directory.h"
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

void ask(Directory& directory) {
  CompanyShelves& company = directory.of("1");
  for (const char* typed : {"", "a", "acme", "ana@", "harbour lights"}) {
    require(company.customers.search(typed, 4).size() <= 4);
    require(company.items.search(typed, 4).size() <= 4);
  }
  for (const char* id : {"1", "2", "3"}) company.customers.customer(id);
  company.customers.with_email("ana@acme.example");
}

void change(Directory& directory) {
  for (int round = 0; round < 2; ++round) {
    directory.put("1", customer("1", "Acme"));
    directory.put("1", customer("9", "Harbour Lights Bakery"));
    directory.put("1", item("2", "Oak table"));
    directory.put("1", OtherName{"Vendor", "4", "Acme"});
    directory.of("1").customers.remove("2");
    directory.of("1").items.remove("2");
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

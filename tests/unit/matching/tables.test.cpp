#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/matching/byte_store.h"
#include "core/matching/key_map.h"
#include "core/matching/snapshot.h"

using namespace sidebill;

namespace {

constexpr std::uint32_t version = 7;

std::string random_text(std::mt19937& random, std::size_t longest) {
  std::string text(random() % (longest + 1), '\0');
  for (char& c : text) c = static_cast<char>(random() % 256);
  return text;
}

std::vector<std::uint32_t> found(const KeyMap& map, const std::string& key) {
  std::vector<std::uint32_t> records;
  map.find(KeyMap::hash_of(key), 100000, records);
  std::sort(records.begin(), records.end());
  return records;
}

template <class Part>
std::vector<std::uint64_t> saved(const Part& part) {
  SnapshotWriter out;
  part.save(out);
  return std::move(out).finish(version);
}

}  // namespace

TEST_CASE("byte store: whatever is added, replaced and removed, each slot has its own bytes") {
  std::mt19937 random(20261122);
  ByteStore store;
  std::map<std::uint32_t, std::string> expected;
  for (int step = 0; step < 20'000; ++step) {
    const std::string bytes = random_text(random, 40) + ".";
    const auto any =
        expected.empty() ? expected.end() : std::next(expected.begin(), random() % expected.size());
    const unsigned action = random() % 4;
    if (any == expected.end() || action < 2) {
      const std::uint32_t slot = store.add(bytes);
      CHECK(expected.emplace(slot, bytes).second);
    } else if (action == 2) {
      store.replace(any->first, bytes);
      any->second = bytes;
    } else {
      store.remove(any->first);
      expected.erase(any);
    }
  }
  CHECK(store.count() == expected.size());
  for (const auto& [slot, bytes] : expected) CHECK(store.at(slot) == bytes);

  const auto block = saved(store);
  auto in = SnapshotReader::open(block.data(), block.size(), version);
  REQUIRE(in);
  ByteStore restored;
  REQUIRE(restored.load(*in));
  CHECK(in->at_end());
  for (const auto& [slot, bytes] : expected) CHECK(restored.at(slot) == bytes);
  CHECK(expected.count(restored.add("new")) == 0);
}

TEST_CASE("byte store: a table in which records lie over each other, or a slot is free twice, is not taken") {
  // What is saved: bytes, slices of two numbers, free slots.
  const auto is_taken = [](std::vector<std::uint32_t> slices, std::vector<std::uint32_t> free) {
    SnapshotWriter out;
    out.put(std::vector<char>(10, 'x'));
    out.put(slices);
    out.put(free);
    const auto block = std::move(out).finish(version);
    auto in = SnapshotReader::open(block.data(), block.size(), version);
    ByteStore store;
    return in && store.load(*in);
  };
  CHECK(is_taken({0, 4, 4, 6}, {}));
  CHECK(is_taken({0, 4, 0, 0}, {1}));
  CHECK_FALSE(is_taken({0, 8, 2, 8}, {}));
  CHECK_FALSE(is_taken({0, 4, 8, 4}, {}));
  CHECK_FALSE(is_taken({0, 4, 0, 0}, {}));
  CHECK_FALSE(is_taken({0, 4, 0, 0}, {1, 1}));
  CHECK_FALSE(is_taken({0, 4, 4, 6}, {1}));
}

TEST_CASE("byte store: what was replaced a thousand times takes no more room than twice what is there") {
  ByteStore store;
  const std::string bytes(1000, 'x');
  for (int i = 0; i < 100; ++i) store.add(bytes);
  for (int round = 0; round < 1000; ++round) store.replace(static_cast<std::uint32_t>(round % 100), bytes);
  CHECK(store.memory() < 500'000);
}

TEST_CASE("key map: finds every record under its keys and none that was removed") {
  std::mt19937 random(42);
  KeyMap map;
  std::map<std::string, std::multiset<std::uint32_t>> expected;
  for (int step = 0; step < 30'000; ++step) {
    const std::string key = "key" + std::to_string(random() % 700);
    const std::uint32_t record = random() % 2000;
    if (random() % 3 != 0) {
      map.add(KeyMap::hash_of(key), record);
      expected[key].insert(record);
    } else if (const auto one = expected[key].find(record); one != expected[key].end()) {
      map.remove(KeyMap::hash_of(key), record);
      expected[key].erase(one);
    }
  }
  const auto block = saved(map);
  auto in = SnapshotReader::open(block.data(), block.size(), version);
  REQUIRE(in);
  KeyMap restored;
  REQUIRE(restored.load(*in, 2000));
  for (const auto& [key, records] : expected) {
    CAPTURE(key);
    const std::vector<std::uint32_t> all(records.begin(), records.end());
    CHECK(found(map, key) == all);
    CHECK(found(restored, key) == all);
  }
  CHECK(found(map, "nobody's").empty());
  CHECK(found(KeyMap(), "nobody's").empty());
}

TEST_CASE("key map: a table that names records which are not there is not taken") {
  KeyMap map;
  map.add(KeyMap::hash_of("a"), 5);
  const auto block = saved(map);
  auto in = SnapshotReader::open(block.data(), block.size(), version);
  REQUIRE(in);
  CHECK_FALSE(KeyMap().load(*in, 5));
}

TEST_CASE("snapshot: any change of any byte, any cut and any other version is told") {
  ByteStore store;
  for (const char* text : {"one", "two", "", "four and a little more"}) store.add(text);
  const auto block = saved(store);
  CHECK(SnapshotReader::open(block.data(), block.size(), version));
  CHECK_FALSE(SnapshotReader::open(block.data(), block.size(), version + 1));
  for (std::size_t count = 0; count < block.size(); ++count) {
    CAPTURE(count);
    CHECK_FALSE(SnapshotReader::open(block.data(), count, version));
  }
  for (std::size_t bit = 0; bit < block.size() * 64; ++bit) {
    auto damaged = block;
    damaged[bit / 64] ^= std::uint64_t{1} << bit % 64;
    CAPTURE(bit);
    CHECK_FALSE(SnapshotReader::open(damaged.data(), damaged.size(), version));
  }
}

TEST_CASE("snapshot: more than was put cannot be taken, nor anything as something else") {
  SnapshotWriter out;
  out.put(std::vector<char>{'a', 'b', 'c'});
  out.put_one(std::uint32_t{9});
  const auto block = std::move(out).finish(version);
  auto in = SnapshotReader::open(block.data(), block.size(), version);
  REQUIRE(in);
  std::vector<char> letters;
  CHECK(in->take(letters));
  CHECK(std::string(letters.begin(), letters.end()) == "abc");
  std::uint64_t wide = 0;
  CHECK_FALSE(in->take_one(wide));
  CHECK_FALSE(in->good());

  auto again = SnapshotReader::open(block.data(), block.size(), version);
  REQUIRE(again);
  std::vector<std::uint32_t> numbers;
  CHECK_FALSE(again->take(numbers));

  auto whole = SnapshotReader::open(block.data(), block.size(), version);
  REQUIRE(whole);
  std::uint32_t nine = 0;
  CHECK(whole->take(letters));
  CHECK_FALSE(whole->at_end());
  CHECK(whole->take_one(nine));
  CHECK(nine == 9);
  CHECK(whole->at_end());
  CHECK_FALSE(whole->take(letters));
}

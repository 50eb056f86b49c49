#include "core/matching/item_shelf.h"

#include <algorithm>

#include "core/matching/keys.h"
#include "core/matching/record_bytes.h"
#include "core/matching/search.h"
#include "core/matching/search_text.h"
#include "core/matching/sides.h"

namespace sidebill {

namespace {

// How many resemble an item at most, by name, and by name and description.
constexpr std::size_t by_name = 15, by_text = 10;

SearchEntry search_entry(const Item& item) {
  SearchEntry entry;
  entry.active = item.active;
  entry.names.push_back(search_text(item.name));
  if (item.full_name != item.name) entry.names.push_back(search_text(item.full_name));
  if (!item.sku.empty()) entry.codes.push_back(match_key(item.sku));
  return entry;
}

}  // namespace

Item ItemShelf::at(std::uint32_t slot) const {
  Item item;
  from_bytes(table_.bytes(slot), item);
  return item;
}

/// Out of everything that leads to it, while the record still says what that is.
void ItemShelf::take_out(std::uint32_t slot) {
  const Item item = at(slot);
  Lexicon lexicon(counts_);
  const ItemFeatures features = read_item(match_record(item), lexicon);
  sidebill::count(features, lexicon, counts_, -1);
  candidates_.remove(slot, keys_of(features));
  for (const std::string& key : name_keys(item)) names_.remove(KeyMap::hash_of(key), slot);
}

void ItemShelf::put(const Item& item) {
  if (const auto known = table_.slot_of(item.id)) take_out(*known);
  const std::uint32_t slot = table_.put(item.id, to_bytes(item), search_entry(item));
  Lexicon lexicon(counts_);
  const ItemFeatures features = read_item(match_record(item), lexicon);
  sidebill::count(features, lexicon, counts_, 1);
  candidates_.add(slot, features, keys_of(features), KeyMap::tie_of(item.id));
  for (const std::string& key : name_keys(item)) names_.add(KeyMap::hash_of(key), slot);
}

void ItemShelf::remove(std::string_view id) {
  const auto known = table_.slot_of(id);
  if (!known) return;
  take_out(*known);
  table_.remove(*known);
}

std::optional<Item> ItemShelf::item(std::string_view id) const {
  const auto slot = table_.slot_of(id);
  return slot ? std::optional(at(*slot)) : std::nullopt;
}

std::vector<Item> ItemShelf::items_at(const std::vector<std::uint32_t>& slots) const {
  std::vector<Item> items;
  for (const std::uint32_t slot : slots) items.push_back(at(slot));
  std::sort(items.begin(), items.end(),
            [](const Item& left, const Item& right) { return id_before(left.id, right.id); });
  return items;
}

std::vector<Item> ItemShelf::with_name(std::string_view key) const {
  std::vector<std::uint32_t> slots;
  names_.find(KeyMap::hash_of(key), most_of_code, slots);
  std::vector<Item> items = items_at(slots);
  std::erase_if(items, [&](const Item& one) {
    const auto names = name_keys(one);
    return std::find(names.begin(), names.end(), key) == names.end();
  });
  return items;
}

std::vector<Item> ItemShelf::resembling(const ItemFeatures& item) {
  return items_at(candidates_.of(item, by_name, by_text));
}

std::vector<Candidate> ItemShelf::search(const std::string& typed, std::size_t limit) {
  return search_records(table_, candidates_.names(), "sku", typed, limit);
}

void ItemShelf::save(SnapshotWriter& out) const {
  table_.save(out);
  candidates_.save(out);
  names_.save(out);
  counts_.save(out);
}

bool ItemShelf::load(SnapshotReader& in) {
  return table_.load(in) && candidates_.load(in, table_.slots()) && names_.load(in, table_.slots()) &&
         counts_.load(in);
}

}  // namespace sidebill

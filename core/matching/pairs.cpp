#include "core/matching/pairs.h"

#include <algorithm>

namespace sidebill {

namespace {

void append(const std::vector<Hit>& hits, std::vector<std::uint32_t>& found) {
  for (const Hit& hit : hits) found.push_back(hit.record);
}

void keep_each_once(std::vector<std::uint32_t>& found) {
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace

std::vector<std::string> keys_of(const CustomerFeatures& customer) {
  constexpr std::size_t telling_local = 7, local_digits = 7;
  std::vector<std::string> keys;
  const MailAddress& mail = customer.email;
  if (!mail.empty()) keys.push_back("e" + mail.local + "@" + mail.domain);
  if (mail.local.size() >= telling_local && !mail.role) keys.push_back("l" + mail.local);
  const std::string& phone = customer.phone;
  if (phone.size() >= local_digits) keys.push_back("p" + phone.substr(phone.size() - local_digits));
  if (!customer.website.empty()) keys.push_back("w" + customer.website);
  return keys;
}

std::vector<std::string> keys_of(const ItemFeatures& item) {
  constexpr std::size_t telling_stem = 5;
  std::vector<std::string> keys;
  for (const std::string& code : item.codes) {
    keys.push_back(code);
    std::string stem = code_stem(code);
    if (stem.size() >= telling_stem && stem != code) keys.push_back(std::move(stem));
  }
  return keys;
}

void CustomerCandidates::add(std::uint32_t record, const CustomerFeatures& customer,
                             const std::vector<std::string>& keys, std::uint32_t tie) {
  names_.put(record, customer.name_text, tie);
  addresses_.put(record, customer.address_text, tie);
  for (const std::string& key : keys) keys_.add(KeyMap::hash_of(key), record);
}

void CustomerCandidates::remove(std::uint32_t record, const std::vector<std::string>& keys) {
  names_.remove(record);
  addresses_.remove(record);
  for (const std::string& key : keys) keys_.remove(KeyMap::hash_of(key), record);
}

void CustomerCandidates::find(const std::string& key, std::vector<std::uint32_t>& records) const {
  keys_.find(KeyMap::hash_of(key), most_of_contact, records);
}

std::vector<std::uint32_t> CustomerCandidates::of(const CustomerFeatures& customer, std::size_t by_name,
                                                  std::size_t by_address) {
  std::vector<std::uint32_t> found;
  append(names_.most_like(customer.name_text, by_name), found);
  for (const Hit& hit : addresses_.most_like(customer.address_text, by_address)) {
    if (hit.likeness > telling_address) found.push_back(hit.record);
  }
  for (const std::string& key : keys_of(customer)) find(key, found);
  keep_each_once(found);
  return found;
}

void CustomerCandidates::save(SnapshotWriter& out) const {
  names_.save(out);
  addresses_.save(out);
  keys_.save(out);
}

bool CustomerCandidates::load(SnapshotReader& in, std::uint32_t slots) {
  return names_.load(in, slots) && addresses_.load(in, slots) && keys_.load(in, slots);
}

void ItemCandidates::add(std::uint32_t record, const ItemFeatures& item, const std::vector<std::string>& keys,
                         std::uint32_t tie) {
  names_.put(record, item.name_text, tie);
  texts_.put(record, item.full_text, tie);
  for (const std::string& key : keys) keys_.add(KeyMap::hash_of(key), record);
}

void ItemCandidates::remove(std::uint32_t record, const std::vector<std::string>& keys) {
  names_.remove(record);
  texts_.remove(record);
  for (const std::string& key : keys) keys_.remove(KeyMap::hash_of(key), record);
}

std::vector<std::uint32_t> ItemCandidates::of(const ItemFeatures& item, std::size_t by_name,
                                              std::size_t by_text) {
  std::vector<std::uint32_t> found;
  append(names_.most_like(item.name_text, by_name), found);
  append(texts_.most_like(item.full_text, by_text), found);
  for (const std::string& key : keys_of(item)) keys_.find(KeyMap::hash_of(key), most_of_code, found);
  keep_each_once(found);
  return found;
}

void ItemCandidates::save(SnapshotWriter& out) const {
  names_.save(out);
  texts_.save(out);
  keys_.save(out);
}

bool ItemCandidates::load(SnapshotReader& in, std::uint32_t slots) {
  return names_.load(in, slots) && texts_.load(in, slots) && keys_.load(in, slots);
}

}  // namespace sidebill

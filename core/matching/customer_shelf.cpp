#include "core/matching/customer_shelf.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/keys.h"
#include "core/matching/planned_taken.h"
#include "core/matching/record_bytes.h"
#include "core/matching/search.h"
#include "core/matching/search_text.h"
#include "core/matching/sides.h"

namespace sidebill {

namespace {

// How many resemble a buyer at most, by name and by address.
constexpr std::size_t by_name = 16, by_address = 6;

std::string email_key(std::string_view email) { return "e" + std::string(email); }
std::string name_key_of(std::string_view key) { return "n" + std::string(key); }

std::string display_key_of(std::string_view key) { return "d" + std::string(key); }

std::vector<std::string> exact_keys(const Customer& customer) {
  std::vector<std::string> keys;
  for (const std::string& email : email_keys(customer)) keys.push_back(email_key(email));
  for (const std::string& name : name_keys(customer)) keys.push_back(name_key_of(name));
  keys.push_back(display_key_of(name_key(customer.display_name)));
  return keys;
}

/// Those of all its addresses, each once; the first address is among the features.
std::vector<std::string> candidate_keys(const Customer& customer, const CustomerFeatures& features) {
  std::vector<std::string> keys = keys_of(features);
  for (std::size_t at = 1; at < customer.emails.size(); ++at) {
    CustomerFeatures only;
    only.email = parse_mail(customer.emails[at]);
    for (std::string& key : keys_of(only)) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
    }
  }
  return keys;
}

SearchEntry search_entry(const Customer& customer) {
  SearchEntry entry;
  entry.active = customer.active;
  const auto add = [&](std::string_view name) {
    std::string text = search_text(name);
    const bool known = std::find(entry.names.begin(), entry.names.end(), text) != entry.names.end();
    if (!text.empty() && !known) entry.names.push_back(std::move(text));
  };
  add(customer.display_name);
  if (customer.company_name != customer.display_name) add(customer.company_name);
  add(customer.given_name + " " + customer.family_name);
  for (const std::string& email : customer.emails) entry.codes.push_back(match_key(email));
  if (!customer.phone.empty()) entry.codes.push_back(match_key(customer.phone));
  return entry;
}

void sort_by_id(std::vector<Customer>& customers) {
  std::sort(customers.begin(), customers.end(),
            [](const Customer& left, const Customer& right) { return id_before(left.id, right.id); });
}

}  // namespace

Customer CustomerShelf::at(std::uint32_t slot) const {
  Customer customer;
  from_bytes(table_.bytes(slot), customer);
  return customer;
}

/// Out of everything that leads to it, while the record still says what that is.
void CustomerShelf::take_out(std::uint32_t slot) {
  const Customer customer = at(slot);
  CustomerLexicons lexicons(counts_);
  const CustomerFeatures features = read_customer(match_record(customer), lexicons);
  sidebill::count(features, lexicons, counts_, -1);
  candidates_.remove(slot, candidate_keys(customer, features));
  for (const std::string& key : exact_keys(customer)) exact_.remove(KeyMap::hash_of(key), slot);
}

void CustomerShelf::put(const Customer& customer) {
  if (const auto known = table_.slot_of(customer.id)) take_out(*known);
  const std::uint32_t slot = table_.put(customer.id, to_bytes(customer), search_entry(customer));
  CustomerLexicons lexicons(counts_);
  const CustomerFeatures features = read_customer(match_record(customer), lexicons);
  sidebill::count(features, lexicons, counts_, 1);
  candidates_.add(slot, features, candidate_keys(customer, features), KeyMap::tie_of(customer.id));
  for (const std::string& key : exact_keys(customer)) exact_.add(KeyMap::hash_of(key), slot);
}

void CustomerShelf::remove(std::string_view id) {
  const auto known = table_.slot_of(id);
  if (!known) return;
  take_out(*known);
  table_.remove(*known);
}

std::optional<Customer> CustomerShelf::customer(std::string_view id) const {
  const auto slot = table_.slot_of(id);
  return slot ? std::optional(at(*slot)) : std::nullopt;
}

std::vector<Customer> CustomerShelf::customers_at(const std::vector<std::uint32_t>& slots) const {
  std::vector<Customer> customers;
  for (const std::uint32_t slot : slots) customers.push_back(at(slot));
  sort_by_id(customers);
  return customers;
}

std::vector<Customer> CustomerShelf::with_email(std::string_view normal_email) const {
  std::vector<std::uint32_t> slots;
  exact_.find(KeyMap::hash_of(email_key(normal_email)), most_of_contact, slots);
  std::vector<Customer> customers = customers_at(slots);
  std::erase_if(customers, [&](const Customer& one) {
    const auto emails = email_keys(one);
    return std::find(emails.begin(), emails.end(), normal_email) == emails.end();
  });
  return customers;
}

std::vector<Customer> CustomerShelf::with_name(std::string_view key) const {
  std::vector<std::uint32_t> slots;
  exact_.find(KeyMap::hash_of(name_key_of(key)), most_of_contact, slots);
  std::vector<Customer> customers = customers_at(slots);
  std::erase_if(customers, [&](const Customer& one) {
    const auto names = name_keys(one);
    return std::find(names.begin(), names.end(), key) == names.end();
  });
  return customers;
}

std::vector<Customer> CustomerShelf::with_display_name(std::string_view key) const {
  std::vector<std::uint32_t> slots;
  exact_.find(KeyMap::hash_of(display_key_of(key)), table_.slots(), slots);
  if (slots.size() > most_of_contact) slots.resize(most_of_contact);
  std::vector<Customer> customers = customers_at(slots);
  std::erase_if(customers, [&](const Customer& one) { return name_key(one.display_name) != key; });
  return customers;
}

std::vector<Customer> CustomerShelf::resembling(const CustomerFeatures& buyer,
                                                const std::vector<std::string>& emails) {
  std::vector<std::uint32_t> slots = candidates_.of(buyer, by_name, by_address);
  for (const std::string& email : emails) {
    CustomerFeatures only;
    only.email = parse_mail(email);
    for (const std::string& key : keys_of(only)) candidates_.find(key, slots);
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return customers_at(slots);
}

std::vector<Candidate> CustomerShelf::search(const std::string& typed, std::size_t limit) {
  return search_records(table_, candidates_.names(), "email", typed, limit);
}

void CustomerShelf::save(SnapshotWriter& out) const {
  table_.save(out);
  candidates_.save(out);
  exact_.save(out);
  for (const WordCounts* counts :
       {&counts_.names, &counts_.streets, &counts_.cities, &counts_.emails, &counts_.phones})
    counts->save(out);
}

bool CustomerShelf::load(SnapshotReader& in) {
  if (!table_.load(in) || !candidates_.load(in, table_.slots()) || !exact_.load(in, table_.slots()))
    return false;
  for (WordCounts* counts :
       {&counts_.names, &counts_.streets, &counts_.cities, &counts_.emails, &counts_.phones}) {
    if (!counts->load(in)) return false;
  }
  return true;
}

}  // namespace sidebill

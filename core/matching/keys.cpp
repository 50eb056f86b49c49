#include "core/matching/keys.h"

#include <algorithm>

#include "core/base/text.h"

namespace sidebill {

namespace {

void add_once(std::vector<std::string>& keys, std::string key) {
  if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  keys.push_back(std::move(key));
}

}  // namespace

std::string match_key(std::string_view text) {
  return is_ascii(text) ? fold(text) : fold(toward_latin1(text));
}

std::vector<std::string> name_keys(const Customer& customer) {
  std::vector<std::string> keys;
  add_once(keys, match_key(customer.display_name));
  if (customer.company_name != customer.display_name) add_once(keys, match_key(customer.company_name));
  if (!customer.given_name.empty() || !customer.family_name.empty())
    add_once(keys, match_key(customer.given_name + " " + customer.family_name));
  return keys;
}

std::vector<std::string> name_keys(const Item& item) {
  std::vector<std::string> keys;
  add_once(keys, match_key(item.name));
  if (item.full_name != item.name) add_once(keys, match_key(item.full_name));
  return keys;
}

std::vector<std::string> email_keys(const Customer& customer) {
  std::vector<std::string> keys;
  for (const std::string& email : customer.emails) add_once(keys, normal_email(email));
  return keys;
}

bool id_before(std::string_view left, std::string_view right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

}  // namespace sidebill

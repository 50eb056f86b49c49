#include "core/matching/planned_proposals.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/planned_links.h"

namespace sidebill {
namespace {

using Tags = std::vector<std::string>;

/// Each tag is there, and says what neither the base nor another tag says already.
bool say_something(const Tags& tags, const std::string& base) {
  std::vector<std::string> said = {name_key(base)};
  for (const std::string& tag : tags) {
    const std::string key = name_key(tag);
    if (key.empty() || std::find(said.begin(), said.end(), key) != said.end()) return false;
    said.push_back(key);
  }
  return true;
}

Proposals ladder(const std::string& base, const std::vector<Tags>& rungs) {
  Proposals proposals{base, {}};
  for (const Tags& tags : rungs) {
    if (say_something(tags, base)) proposals.tags.push_back(tags);
  }
  if (proposals.tags.empty()) proposals.tags.push_back({});
  return proposals;
}

std::string as_tag(const std::string& text) { return shorten(text, name_field_limit); }

Proposals of_company(const Parties& parties, const std::string& city) {
  const std::string person = as_tag(parties.person);
  return ladder(parties.company, {{}, {person}, {city}, {person, city}});
}

Proposals of_contact(const Parties& parties, const std::string& city) {
  const std::string company = as_tag(parties.company);
  return ladder(parties.person, {{}, {company}, {city}, {company, city}});
}

Proposals of_company_with_contact(const Parties& parties, const std::string& city) {
  const std::string person = as_tag(parties.person);
  return ladder(parties.company, {{person}, {person, city}});
}

const std::string& first_filled(const std::string& first, const std::string& second) {
  return first.empty() ? second : first;
}

}  // namespace

Proposals proposals_for(const Parties& parties, NamePolicy policy) {
  const std::string& at_company = first_filled(parties.city_of_company, parties.city_of_contact);
  const std::string& at_contact = first_filled(parties.city_of_contact, parties.city_of_company);
  if (parties.person.empty()) return of_company(parties, at_company);
  if (parties.company.empty()) return of_contact(parties, at_contact);
  if (is_one_per_company(policy)) return of_company(parties, at_company);
  if (policy != NamePolicy::company_with_contact) return of_contact(parties, at_contact);
  return of_company_with_contact(parties, at_contact);
}

std::string tagged_name(const std::string& base, const std::vector<std::string>& tags) {
  if (tags.empty()) return base;
  const std::string tail = " (" + join(tags, ", ") + ")";
  return without_deleted_mark(shorten(base, display_name_limit - utf16_units(tail)) + tail);
}

std::string numbered_name(const Proposals& proposals, std::uint32_t number) {
  std::vector<std::string> tags = proposals.tags.front();
  tags.push_back(std::to_string(number));
  return tagged_name(proposals.base, tags);
}

}  // namespace sidebill

#include "core/matching/planned_parties.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/words.h"

namespace sidebill {
namespace {

/// Cleans text after text, and keeps what was done to each.
class Desk {
 public:
  Desk(Parties& parties, bool latin1) : parties_(parties), latin1_(latin1) {}

  std::string clean(const std::string& text, NamePart part, std::size_t limit) {
    CleanText cleaned = clean_name(text, {limit, latin1_});
    for (NameChange& change : cleaned.changes) parties_.steps.push_back({part, std::move(change)});
    return std::move(cleaned.text);
  }

  /// As above; a text without a word names nobody.
  std::string clean_party(const std::string& text, NamePart part, std::size_t limit) {
    std::string name = clean(text, part, limit);
    if (!words_of(name).empty() && !name_key(name).empty()) return name;
    if (!trim(text).empty())
      parties_.unusable.push_back({shorten(replace_invalid_utf8(text), limit), Avoided::unusable, {}});
    return {};
  }

  bool is_sendable(const std::string& address) const {
    return looks_like_email(address) && utf16_units(address) <= email_limit_of_customer &&
           address.find_first_of(",;:<>()\"\\") == std::string::npos && is_valid_utf8(address) &&
           without_invisible(address) == address && (!latin1_ || outside_latin1(address).empty());
  }

  /// The first address of a contact that mail can go to; '' and a problem when it has others only.
  std::string address_of(const CrmContact& contact, PlanProblem problem) {
    std::vector<std::string> addresses = {trim(contact.email)};
    for (const std::string& other : contact.other_emails) addresses.push_back(trim(other));
    for (const std::string& address : addresses) {
      if (is_sendable(address)) return address;
    }
    for (const std::string& address : addresses) {
      if (address.empty()) continue;
      note(problem, shorten(replace_invalid_utf8(address), email_limit_of_customer));
      break;
    }
    return {};
  }

  void note(PlanProblem problem, std::string detail) {
    parties_.problems.push_back({problem, std::move(detail)});
  }

 private:
  Parties& parties_;
  bool latin1_;
};

std::string company_of(const BuyingParty& buyer, const CrmContact* contact, Desk& desk) {
  if (buyer.company) {
    std::string name = desk.clean_party(buyer.company->name, NamePart::company_name, display_name_limit);
    if (!name.empty()) return name;
    name = desk.clean_party(buyer.company->domain, NamePart::domain, display_name_limit);
    if (!name.empty()) return name;
  }
  if (contact == nullptr) return {};
  return desk.clean_party(contact->company_name, NamePart::company_name, display_name_limit);
}

std::string phone_of(const BuyingParty& buyer, const CrmContact* contact, Desk& desk) {
  std::string given = contact == nullptr ? std::string() : trim(contact->phone);
  if (given.empty() && buyer.company) given = trim(buyer.company->phone);
  if (utf16_units(given) <= phone_limit) return desk.clean(given, NamePart::phone, phone_limit);
  desk.note(PlanProblem::phone_too_long, shorten(replace_invalid_utf8(given), name_field_limit));
  return {};
}

void read_person(const CrmContact& contact, Parties& parties, Desk& desk) {
  parties.given_name = desk.clean_party(contact.first_name, NamePart::given_name, name_field_limit);
  parties.family_name = desk.clean_party(contact.last_name, NamePart::family_name, name_field_limit);
  parties.email = desk.address_of(contact, PlanProblem::email_unusable);
  const std::string both = trim(parties.given_name + " " + parties.family_name);
  parties.person = both.empty() ? desk.clean_party(parties.email, NamePart::email, display_name_limit) : both;
}

/// The others' addresses, each once, as many as the field holds.
std::vector<std::string> copies(const BuyingParty& buyer, const CrmContact* contact, const std::string& email,
                                Desk& desk) {
  std::vector<std::string> addresses;
  std::vector<std::string> known = {normal_email(email)};
  std::size_t length = 0;
  for (const CrmContact& other : buyer.contacts) {
    if (&other == contact) continue;
    const std::string address = desk.address_of(other, PlanProblem::cc_unusable);
    const std::string compared = normal_email(address);
    if (address.empty() || std::find(known.begin(), known.end(), compared) != known.end()) continue;
    known.push_back(compared);
    const std::size_t longer = length + utf16_units(address) + (addresses.empty() ? 0 : 2);  // ", "
    if (longer > cc_limit) {
      desk.note(PlanProblem::cc_too_many, address);
      continue;
    }
    length = longer;
    addresses.push_back(address);
  }
  return addresses;
}

}  // namespace

const CrmContact* billing_contact(const BuyingParty& buyer) {
  const auto marked = std::find_if(buyer.contacts.begin(), buyer.contacts.end(),
                                   [](const CrmContact& contact) { return contact.is_billing_contact; });
  if (marked != buyer.contacts.end()) return &*marked;
  return buyer.contacts.empty() ? nullptr : &buyer.contacts.front();
}

Parties read_parties(const BuyingParty& buyer, const NameRules& rules) {
  Parties parties;
  Desk desk(parties, rules.latin1);
  const CrmContact* contact = billing_contact(buyer);
  parties.company = company_of(buyer, contact, desk);
  if (buyer.company)
    parties.city_of_company = desk.clean_party(buyer.company->address.city, NamePart::city, name_field_limit);
  if (contact != nullptr) {
    read_person(*contact, parties, desk);
    parties.city_of_contact = desk.clean_party(contact->address.city, NamePart::city, name_field_limit);
  }
  parties.phone = phone_of(buyer, contact, desk);
  if (rules.policy == NamePolicy::shared) parties.cc = copies(buyer, contact, parties.email, desk);
  return parties;
}

}  // namespace sidebill

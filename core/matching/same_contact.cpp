#include "core/matching/same_contact.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/ballot.h"
#include "core/matching/keys.h"

namespace sidebill {

namespace {

bool is_same_text(const std::string& left, const std::string& right) {
  const std::string key = match_key(left);
  return !key.empty() && key == match_key(right);
}

bool is_same_email(const std::string& address, const Customer& customer) {
  const std::string normal = normal_email(address);
  if (normal.empty()) return false;
  const std::vector<std::string> theirs = email_keys(customer);
  return std::find(theirs.begin(), theirs.end(), normal) != theirs.end();
}

bool decides(const Evidence& evidence) {
  return evidence.field == "contact" || evidence.weight == points::buyer_link ||
         evidence.weight == points::contact_link;
}

bool is_decided(const Candidate& candidate) {
  return std::any_of(candidate.evidence.begin(), candidate.evidence.end(), decides);
}

}  // namespace

bool is_same_contact(const CrmContact& contact, const Customer& customer) {
  return is_same_text(contact.first_name, customer.given_name) &&
         is_same_text(contact.last_name, customer.family_name) && is_same_email(contact.email, customer);
}

Outcome outcome_by_contact(const std::vector<Candidate>& ranked) {
  std::vector<Candidate> decided;
  std::copy_if(ranked.begin(), ranked.end(), std::back_inserter(decided), is_decided);
  if (decided.empty()) return Outcome::none;
  const bool alone = decided.size() == 1 && decided.front().id == ranked.front().id;
  return alone && !is_barred(decided.front()) ? Outcome::link : Outcome::ask;
}

}  // namespace sidebill

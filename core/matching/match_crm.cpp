#include "core/matching/match_crm.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/matching/ballot.h"
#include "core/matching/compare_customers.h"
#include "core/matching/compare_items.h"
#include "core/matching/explain.h"
#include "core/matching/keys.h"
#include "core/matching/sides.h"
#include "core/matching/weights.h"

namespace sidebill {

namespace {

struct LinkTarget {
  const std::string& realm;
  const char* type;
  const std::string& id;
};

/// Somebody tied the record to this one, or to another of this company.
void weigh_links(const std::string& id, const std::vector<Link>& links, const LinkTarget& target,
                 Ballot& ballot) {
  std::vector<std::string> tied;
  for (const Link& link : links) {
    if (link.realm == target.realm && link.type == target.type) tied.push_back(link.id);
  }
  if (tied.empty()) return;
  const bool same = std::find(tied.begin(), tied.end(), target.id) != tied.end();
  ballot.add(id, same ? Evidence{"link", "same", target.id, target.id, points::buyer_link}
                      : Evidence{"link", "differs", join(tied, ", "), target.id, points::link_elsewhere});
}

void weigh_activity(const std::string& id, bool active, Ballot& ballot) {
  if (!active) ballot.add(id, {"active", "inactive", "", "inactive", points::inactive});
}

Match ranked(const Ballot& ballot, const Configuration& configuration) {
  Match match;
  match.candidates = ballot.ranked(configuration.ask);
  match.outcome = outcome_of(match.candidates, {configuration.certain, configuration.margin_of_one});
  return match;
}

std::vector<std::string> emails_of(const CrmContact& contact) {
  std::vector<std::string> emails = {normal_email(contact.email)};
  for (const std::string& email : contact.other_emails) emails.push_back(normal_email(email));
  return emails;
}
std::vector<std::string> emails_of(const CrmCompany&) { return {}; }

MatchRecord record_of(const CrmContact& contact, const std::string& email) {
  MatchRecord record = match_record(nullptr, &contact);
  if (!email.empty()) record[Role::email] = email;
  return record;
}
MatchRecord record_of(const CrmCompany& company, const std::string&) {
  return match_record(&company, nullptr);
}

/// Those that resemble it and those that are tied to it.
template <class Record>
std::vector<Record> with_linked(std::vector<Record> resembling, std::vector<Record> linked) {
  for (Record& one : linked) {
    const bool known = std::any_of(resembling.begin(), resembling.end(),
                                   [&](const Record& other) { return other.id == one.id; });
    if (!known) resembling.push_back(std::move(one));
  }
  return resembling;
}

/// The address that both have; the first of the customer where they share none.
std::string email_of(const Customer& customer, const std::vector<std::string>& theirs) {
  const std::vector<std::string> ours = email_keys(customer);
  const auto shared = std::find_first_of(ours.begin(), ours.end(), theirs.begin(), theirs.end());
  return shared == ours.end() ? std::string() : *shared;
}

template <class Record>
Match match_party(const Customer& customer, const std::string& realm, CrmShelf<Record>& known) {
  const Configuration& configuration = customer_configuration();
  CustomerLexicons lexicons(known.counts());
  const CustomerFeatures asked = read_customer(match_record(customer), lexicons);
  Ballot ballot;
  for (const Record& record : with_linked(known.resembling(asked, email_keys(customer)),
                                          known.linked_to({realm, "Customer", customer.id}))) {
    const std::string email = email_of(customer, emails_of(record));
    const CustomerFeatures left = read_customer(record_of(record, email), lexicons);
    const CustomerFeatures right =
        email.empty() ? asked : read_customer(match_record(customer, email), lexicons);
    ballot.add(record.id, {"prior", "", "", "", configuration.prior});
    weigh_links(record.id, record.links, {realm, "Customer", customer.id}, ballot);
    ballot.add(record.id, explain(compare_customers(left, right, lexicons), configuration.weights, left,
                                  right, lexicons.names));
    weigh_activity(record.id, customer.active, ballot);
  }
  return ranked(ballot, configuration);
}

}  // namespace

Match match_crm(const Customer& customer, const std::string& realm, CrmShelf<CrmContact>& known) {
  return match_party(customer, realm, known);
}

Match match_crm(const Customer& customer, const std::string& realm, CrmShelf<CrmCompany>& known) {
  return match_party(customer, realm, known);
}

Match match_crm(const Item& item, const std::string& realm, CrmShelf<CrmProduct>& known) {
  const Configuration& configuration = item_configuration();
  Lexicon lexicon(known.counts());
  const ItemFeatures right = read_item(match_record(item), lexicon);
  Ballot ballot;
  for (const CrmProduct& product :
       with_linked(known.resembling(right, {}), known.linked_to({realm, "Item", item.id}))) {
    const ItemFeatures left = read_item(match_record(product), lexicon);
    ballot.add(product.id, {"prior", "", "", "", configuration.prior});
    weigh_links(product.id, product.links, {realm, "Item", item.id}, ballot);
    ballot.add(product.id,
               explain(compare_items(left, right, lexicon), configuration.weights, left, right, lexicon));
    weigh_activity(product.id, item.active, ballot);
  }
  return ranked(ballot, configuration);
}

}  // namespace sidebill

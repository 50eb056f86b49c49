#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/matching/evidence.h"
#include "core/matching/keys.h"

namespace sidebill {

namespace {

/// Who buys, and who else was met on the way to it. A company speaks through the sale's first contact.
struct Buyer {
  const CrmCompany* company = nullptr;
  const CrmContact* contact = nullptr;
};

Buyer buyer_of(const Sale& sale) {
  return {sale.companies.empty() ? nullptr : &sale.companies.front(),
          sale.contacts.empty() ? nullptr : &sale.contacts.front()};
}

std::string person_name(const CrmContact& contact) {
  return trim(contact.first_name + " " + contact.last_name);
}
std::string person_name(const Customer& customer) {
  return trim(customer.given_name + " " + customer.family_name);
}

std::vector<std::string> emails_of(const CrmContact& contact) {
  std::set<std::string> emails;
  for (const std::string& email : contact.other_emails) emails.insert(normal_email(email));
  emails.insert(normal_email(contact.email));
  emails.erase("");
  return {emails.begin(), emails.end()};
}

bool is_customer_link(const Link& link, const std::string& realm) {
  return link.realm == realm && link.type == "Customer";
}

/// Gathers what speaks for and against customers, step by step.
class Gathering {
 public:
  Gathering(const Sale& sale, const std::string& realm, const KnownRecords& known)
      : sale_(sale), realm_(realm), known_(known), buyer_(buyer_of(sale)) {}

  std::vector<Candidate> candidates() {
    add_links();
    add_emails();
    add_names();
    for (const std::string& id : ballot_.ids()) weigh(*known_.customer(id));
    return ballot_.ranked();
  }

 private:
  int link_points(const CrmContact& contact) const {
    if (&contact != buyer_.contact) return points::other_link;
    return buyer_.company == nullptr ? points::buyer_link : points::contact_link;
  }

  void add_links(const std::vector<Link>& links, int weight) {
    for (const Link& link : links) {
      if (!is_customer_link(link, realm_)) continue;
      if (weight == points::buyer_link) buyer_links_.insert(link.id);
      if (known_.customer(link.id) == nullptr || !linked_.insert(link.id).second) continue;
      ballot_.add(link.id, {"link", "same", link.id, link.id, weight});
    }
  }

  void add_links() {
    if (buyer_.company != nullptr) add_links(buyer_.company->links, points::buyer_link);
    for (const CrmContact& contact : sale_.contacts) add_links(contact.links, link_points(contact));
  }

  void add_emails() {
    for (const CrmContact& contact : sale_.contacts) {
      const int weight = &contact == buyer_.contact ? points::email : points::other_email;
      for (const std::string& email : emails_of(contact)) add_email(email, weight);
    }
  }

  /// One shared address counts once for a customer, however many contacts have it.
  void add_email(const std::string& email, int weight) {
    for (const Customer* customer : known_.customers_by_email(email)) {
      if (mailed_.insert(customer->id).second)
        ballot_.add(customer->id, {"email", "same", email, email, weight});
    }
  }

  void add_names() {
    if (buyer_.company != nullptr) add_company_name(buyer_.company->name);
    if (buyer_.contact != nullptr) add_person_name(person_name(*buyer_.contact));
  }

  void add_company_name(const std::string& name) {
    const std::string key = match_key(name);
    if (key.empty()) return;
    for (const Customer* customer : known_.customers_by_name(key)) {
      if (match_key(customer->display_name) == key) {
        add_name(*customer, name_evidence(name, customer->display_name, points::name, points::folded_name));
      } else if (match_key(customer->company_name) == key) {
        add_name(*customer,
                 name_evidence(name, customer->company_name, points::second_name, points::second_name));
      }
    }
  }

  void add_person_name(const std::string& name) {
    const std::string key = match_key(name);
    if (key.empty()) return;
    const bool buys = buyer_.company == nullptr;
    const int same = buys ? points::name : points::contact_name;
    const int folded = buys ? points::folded_name : points::contact_name;
    for (const Customer* customer : known_.customers_by_name(key)) {
      const bool displayed = match_key(customer->display_name) == key;
      if (!displayed && match_key(person_name(*customer)) != key) continue;
      add_name(*customer, name_evidence(name, displayed ? customer->display_name : person_name(*customer),
                                        same, folded));
    }
  }

  void add_name(const Customer& customer, Evidence evidence) {
    if (named_.insert(customer.id).second) ballot_.add(customer.id, std::move(evidence));
  }

  /// What can only be said once somebody is a candidate.
  void weigh(const Customer& customer) {
    weigh_link(customer);
    weigh_email(customer);
    weigh_name(customer);
    weigh_currency(customer);
    if (!customer.active) ballot_.add(customer.id, {"active", "inactive", "", "inactive", points::inactive});
  }

  /// A link that leads to nobody known still says that it is not this one.
  void weigh_link(const Customer& customer) {
    if (buyer_links_.empty() || buyer_links_.count(customer.id) > 0) return;
    ballot_.add(customer.id, {"link", "differs", join({buyer_links_.begin(), buyer_links_.end()}, ", "),
                              customer.id, points::other_link_stored});
  }

  /// A person with another address is likely a namesake; a company has many addresses.
  void weigh_email(const Customer& customer) {
    if (mailed_.count(customer.id) > 0 || buyer_.contact == nullptr || customer.emails.empty()) return;
    const std::vector<std::string> emails = emails_of(*buyer_.contact);
    if (emails.empty()) return;
    const int weight = buyer_.company == nullptr ? points::other_email_of_person : 0;
    ballot_.add(customer.id,
                {"email", "differs", emails.front(), normal_email(customer.emails.front()), weight});
  }

  void weigh_name(const Customer& customer) {
    if (named_.count(customer.id) > 0) return;
    const std::string name = buyer_.company != nullptr   ? buyer_.company->name
                             : buyer_.contact != nullptr ? person_name(*buyer_.contact)
                                                         : "";
    if (!name.empty()) ballot_.add(customer.id, {"name", "differs", name, customer.display_name, 0});
  }

  void weigh_currency(const Customer& customer) {
    if (sale_.currency.empty() || customer.currency.empty()) return;
    const bool same = sale_.currency == customer.currency;
    ballot_.add(customer.id, {"currency", same ? "same" : "differs", sale_.currency, customer.currency,
                              same ? points::same_currency : points::other_currency});
  }

  const Sale& sale_;
  const std::string& realm_;
  const KnownRecords& known_;
  const Buyer buyer_;
  Ballot ballot_;
  std::set<std::string> buyer_links_;              // ids that the buyer is tied to, known or not
  std::set<std::string> linked_, mailed_, named_;  // customers that already have this evidence
};

}  // namespace

Match match_customer(const Sale& sale, const std::string& realm, const KnownRecords& known) {
  Match match;
  match.candidates = Gathering(sale, realm, known).candidates();
  match.outcome = outcome_of(match.candidates);
  return match;
}

}  // namespace sidebill

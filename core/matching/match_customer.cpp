#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/matching/ballot.h"
#include "core/matching/compare_customers.h"
#include "core/matching/customer_shelf.h"
#include "core/matching/explain.h"
#include "core/matching/keys.h"
#include "core/matching/match.h"
#include "core/matching/same_contact.h"
#include "core/matching/sides.h"
#include "core/matching/spelling.h"
#include "core/matching/weights.h"

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

std::vector<std::string> emails_of(const CrmContact& contact) {
  std::vector<std::string> emails;
  const auto add = [&](const std::string& email) {
    std::string normal = normal_email(email);
    if (!normal.empty() && std::find(emails.begin(), emails.end(), normal) == emails.end())
      emails.push_back(std::move(normal));
  };
  add(contact.email);
  for (const std::string& email : contact.other_emails) add(email);
  return emails;
}

std::string person_name(const CrmContact& contact) {
  return trim(contact.first_name + " " + contact.last_name);
}

/// The first address of one list that the other has too; "" when there is none.
std::string shared_email(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  const auto found = std::find_first_of(left.begin(), left.end(), right.begin(), right.end());
  return found == left.end() ? "" : *found;
}

/// Gathers what speaks for and against customers.
class Gathering {
 public:
  Gathering(const Sale& sale, const std::string& realm, CustomerMatching matching, CustomerShelf& known)
      : sale_(sale),
        realm_(realm),
        known_(known),
        buyer_(buyer_of(sale)),
        by_contact_(matching == CustomerMatching::same_contact && buyer_.contact != nullptr),
        lexicons_(known.counts()),
        features_(read_customer(match_record(buyer_.company, buyer_.contact), lexicons_)) {
    if (buyer_.contact != nullptr) buyer_emails_ = emails_of(*buyer_.contact);
    for (const CrmContact& contact : sale.contacts) {
      for (const std::string& email : emails_of(contact)) {
        if (std::find(buyer_emails_.begin(), buyer_emails_.end(), email) == buyer_emails_.end())
          other_emails_.push_back(email);
      }
    }
    find_links();
  }

  Match match() {
    find_candidates();
    for (const auto& [id, customer] : candidates_) weigh(customer);
    const Configuration& configuration = customer_configuration();
    Match match;
    match.candidates = ballot_.ranked(configuration.ask);
    match.outcome = by_contact_
                        ? outcome_by_contact(match.candidates)
                        : outcome_of(match.candidates, {configuration.certain, configuration.margin_of_one});
    return match;
  }

 private:
  void find_links(const std::vector<Link>& links, int weight) {
    for (const Link& link : links) {
      if (link.realm == realm_ && link.type == "Customer") links_.emplace(link.id, weight);
      if (link.realm == realm_ && link.type == "Customer" && weight == points::buyer_link)
        buyer_links_.insert(link.id);
    }
  }

  /// The strongest first: one evidence per customer.
  void find_links() {
    if (buyer_.company != nullptr) find_links(buyer_.company->links, points::buyer_link);
    for (const CrmContact& contact : sale_.contacts) {
      if (&contact != buyer_.contact) continue;
      find_links(contact.links, buyer_.company == nullptr ? points::buyer_link : points::contact_link);
    }
    for (const CrmContact& contact : sale_.contacts) find_links(contact.links, points::other_link);
  }

  void find_candidates() {
    std::vector<std::string> emails = buyer_emails_;
    emails.insert(emails.end(), other_emails_.begin(), other_emails_.end());
    add(known_.resembling(features_, emails));
    for (const std::string& email : emails) add(known_.with_email(email));
    if (buyer_.company != nullptr) add_named(buyer_.company->name);
    if (buyer_.contact != nullptr) add_named(person_name(*buyer_.contact));
    for (const auto& [id, weight] : links_) {
      if (auto customer = known_.customer(id)) candidates_.emplace(id, std::move(*customer));
    }
  }

  void add_named(const std::string& name) {
    const std::string key = match_key(name);
    if (!key.empty()) add(known_.with_name(key));
  }

  void add(std::vector<Customer> customers) {
    for (Customer& customer : customers) {
      const std::string id = customer.id;
      candidates_.emplace(id, std::move(customer));
    }
  }

  void weigh(const Customer& customer) {
    ballot_.add(customer.id, {"prior", "", "", "", customer_configuration().prior});
    weigh_link(customer);
    weigh_fields(customer);
    weigh_written_name(customer);
    weigh_namesake(customer);
    weigh_other_email(customer);
    weigh_currency(customer);
    weigh_contact(customer);
    if (!customer.active) ballot_.add(customer.id, {"active", "inactive", "", "inactive", points::inactive});
  }

  /// A link that leads to nobody known still says that it is not this one.
  void weigh_link(const Customer& customer) {
    const auto link = links_.find(customer.id);
    if (link != links_.end()) {
      ballot_.add(customer.id, {"link", "same", customer.id, customer.id, link->second});
    } else if (!buyer_links_.empty()) {
      ballot_.add(customer.id, {"link", "differs", join({buyer_links_.begin(), buyer_links_.end()}, ", "),
                                customer.id, points::link_elsewhere});
    }
  }

  /// Of several e-mail addresses, the one that both have.
  void weigh_fields(const Customer& customer) {
    const std::string email = shared_email(buyer_emails_, email_keys(customer));
    const MatchRecord record = email.empty() ? match_record(customer) : match_record(customer, email);
    CustomerFeatures left = features_;
    if (!email.empty()) left.email = parse_mail(email);
    const CustomerFeatures right = read_customer(record, lexicons_);
    const Findings findings = compare_customers(left, right, lexicons_);
    ballot_.add(customer.id,
                explain(findings, customer_configuration().weights, left, right, lexicons_.names));
    if (is_mailbox_elsewhere(left.email, right.email))
      ballot_.raise(customer.id, "email", "alike", "differs", points::mailbox_elsewhere);
    if (buyer_.company != nullptr && is_by_contact(findings, left)) {
      const int weight = is_reached_alike(customer.id) ? points::contact_only : points::contact_elsewhere;
      ballot_.add(customer.id, {"name", "of-contact", buyer_.company->name, customer.display_name, weight});
    }
  }

  /// Something besides names leads to both.
  bool is_reached_alike(const std::string& id) {
    return ballot_.has(id, "email", "same") || ballot_.has(id, "phone", "same") ||
           ballot_.has(id, "website", "same") || ballot_.has(id, "street", "same") ||
           ballot_.has(id, "link", "same");
  }

  /// The same mailbox at another firm's domain, and not a domain that was mistyped.
  static bool is_mailbox_elsewhere(const MailAddress& mine, const MailAddress& theirs) {
    constexpr int mistyped = 3;
    return mine.local == theirs.local && !mine.free && !theirs.free &&
           edits_between(mine.domain, theirs.domain, mistyped) > mistyped;
  }

  static bool is_by_contact(const Findings& findings, const CustomerFeatures& left) {
    return std::any_of(findings.clues(), findings.clues() + findings.clue_count(), [&](const Clue& clue) {
      return clue.field == Field::name && clue.level != Level::differs && left.names[clue.left].of_person;
    });
  }

  /// More than that the words of both names are the same: display names are unique in QuickBooks.
  void weigh_written_name(const Customer& customer) {
    const std::string name = buyer_.company != nullptr   ? buyer_.company->name
                             : buyer_.contact != nullptr ? person_name(*buyer_.contact)
                                                         : "";
    const std::string key = match_key(name);
    if (key.empty()) return;
    if (match_key(customer.display_name) == key) {
      const bool exact = trim(name) == trim(customer.display_name);
      raise_name(customer.id, exact ? points::name_as_written : points::name_but_for_case);
    } else if (match_key(customer.company_name) == key) {
      raise_name(customer.id, points::company_as_written);
    }
  }

  void raise_name(const std::string& id, int by) { ballot_.raise(id, "name", "same", "as-written", by); }

  /// A person of the same name who is reached elsewhere.
  void weigh_namesake(const Customer& customer) {
    if (buyer_.company != nullptr) return;
    if (!is_reached_alike(customer.id))
      ballot_.raise(customer.id, "email", "differs", "differs", points::namesake);
  }

  /// One shared address counts once for a customer, however many contacts have it.
  void weigh_other_email(const Customer& customer) {
    const std::string email = shared_email(other_emails_, email_keys(customer));
    if (!email.empty()) ballot_.add(customer.id, {"email", "of-other", email, email, points::other_email});
  }

  void weigh_currency(const Customer& customer) {
    if (sale_.currency.empty() || customer.currency.empty() || sale_.currency == customer.currency) return;
    ballot_.add(customer.id,
                {"currency", "differs", sale_.currency, customer.currency, points::other_currency});
  }

  void weigh_contact(const Customer& customer) {
    if (!by_contact_ || !is_same_contact(*buyer_.contact, customer)) return;
    const std::string email = shared_email(buyer_emails_, email_keys(customer));
    ballot_.add(customer.id,
                {"contact", "same", person_name(*buyer_.contact) + ", " + email,
                 customer.given_name + " " + customer.family_name + ", " + email, points::same_contact});
  }

  const Sale& sale_;
  const std::string& realm_;
  CustomerShelf& known_;
  const Buyer buyer_;
  const bool by_contact_;
  CustomerLexicons lexicons_;
  CustomerFeatures features_;
  std::vector<std::string> buyer_emails_, other_emails_;
  std::map<std::string, int> links_;   // customers that somebody was tied to, and what that says
  std::set<std::string> buyer_links_;  // ids that the buyer is tied to, known or not
  std::map<std::string, Customer> candidates_;
  Ballot ballot_;
};

}  // namespace

Match match_customer(const Sale& sale, const std::string& realm, CustomerMatching matching,
                     CustomerShelf& known) {
  return Gathering(sale, realm, matching, known).match();
}

}  // namespace sidebill

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/base/text.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/objects.h"
#include "core/hubspot/properties.h"
#include "core/hubspot/property_reader.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/mapping/contacts.h"
#include "core/mapping/customers.h"
#include "core/operations/batch_writes.h"
#include "core/operations/inputs.h"
#include "core/operations/keep_lists.h"
#include "core/operations/match_records.h"
#include "core/operations/settings.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;
namespace property = hubspot::property;

constexpr std::size_t batch_size = 100;
/// Ids of one question; its text travels in the address.
using Ids = std::vector<std::string>;

/// What became of the customers, by their ids.
struct Importing {
  std::map<std::string, std::string> created, known;  // id of the contact
  std::set<std::string> without_email;
  std::map<std::string, Issues> failed;
};

struct Import {
  Io& io;
  const Portal& portal;
  const std::string& realm;
  Importing& importing;
};

std::string key_of(const std::string& realm, const std::string& id) {
  return to_text(Link{realm, "Customer", id});
}

std::string email_of(const Customer& customer) {
  return customer.emails.empty() ? "" : normal_email(customer.emails.front());
}

void fail_all(const std::vector<Customer>& customers, const Issues& issues, Importing& importing) {
  for (const Customer& customer : customers) importing.failed[customer.id] = issues;
}

/// As QuickBooks has them now, in the order of `ids`; those that are gone or inactive are told in
/// `importing`.
std::vector<Customer> read_customers(const Import& import, const Ids& ids) {
  const auto statement = quickbooks::statement(quickbooks::customers_with_ids(ids));
  const Reply reply =
      import.io.send(quickbooks::query(import.realm, statement.value_or(""), "read-customers", {}));
  std::map<std::string, Customer> known;
  Issues unread;  // fields that cannot be read are not told to HubSpot
  if (reply.ok()) {
    for (const auto& record : quickbooks::records_in<quickbooks::Customer>(reply.response.body, unread))
      known[record.identity.id] = map_customer(record);
  }
  std::vector<Customer> customers;
  for (const std::string& id : ids) {
    Issues& failed = import.importing.failed[id];
    const auto found = known.find(id);
    if (!reply.ok()) {
      failed = reply.issues;
    } else if (found == known.end()) {
      failed = {error(Code::record_not_found, "", {{"service", "quickbooks"}})};
    } else if (!found->second.active) {
      failed = {error(Code::customer_inactive, "", {{"name", found->second.display_name}})};
    } else {
      import.importing.failed.erase(id);
      customers.push_back(std::move(found->second));
    }
  }
  return customers;
}

/// The contacts that were made of these customers before, by key; nullopt when HubSpot did not say.
std::optional<std::map<std::string, std::string>> made_before(const Import& import,
                                                              const std::vector<Customer>& customers,
                                                              Issues& issues) {
  Ids keys;
  for (const Customer& customer : customers) keys.push_back(key_of(import.realm, customer.id));
  const Reply reply = import.io.send(hubspot::batch_read(import.portal.id, object_type::contact, keys,
                                                         {property::link}, "read-contacts", property::link));
  if (!reply.ok()) {
    issues = reply.issues;
    return std::nullopt;
  }
  std::map<std::string, std::string> contacts;
  for (const auto& record : hubspot::read_batch(reply.response.body, object_type::contact, issues).records) {
    const Reader properties = hubspot::property_reader(record, issues);
    contacts[hubspot::property_text(properties, property::link)] = record.id;
  }
  return contacts;
}

/// Who has an address: the contact, and the customers of this company that it is tied to.
struct Owner {
  std::string contact;
  Ids customers;
};
using Owners = std::map<std::string, Owner>;

Owner owner_of(const Import& import, const hubspot::Contact& contact) {
  Owner owner{contact.id, {}};
  for (const Link& link : parse_links(contact.links)) {
    if (link.realm == import.realm && link.type == "Customer") owner.customers.push_back(link.id);
  }
  return owner;
}

/// The contacts that have these addresses; nullopt when HubSpot did not say.
std::optional<Owners> owners_of(const Import& import, const Ids& emails, Issues& issues) {
  if (emails.empty()) return Owners{};
  const Reply reply =
      import.io.send(hubspot::batch_read(import.portal.id, object_type::contact, emails,
                                         hubspot::contact_properties(), "read-contacts", "email"));
  if (!reply.ok()) {
    issues = reply.issues;
    return std::nullopt;
  }
  Owners owners;
  for (const auto& record : hubspot::read_batch(reply.response.body, object_type::contact, issues).records) {
    const hubspot::Contact contact = hubspot::read_contact(record, issues);
    const Owner owner = owner_of(import, contact);
    owners[normal_email(contact.email)] = owner;
    for (const std::string& more : contact.additional_emails) owners[normal_email(more)] = owner;
  }
  return owners;
}

/// Those that no contact was made of; the others are told in `importing`.
std::vector<Customer> without_contact(const Import& import, const std::vector<Customer>& customers) {
  Issues issues;
  const auto before = made_before(import, customers, issues);
  if (!before) {
    fail_all(customers, issues, import.importing);
    return {};
  }
  std::vector<Customer> left;
  for (const Customer& customer : customers) {
    const auto contact = before->find(key_of(import.realm, customer.id));
    if (contact == before->end())
      left.push_back(customer);
    else
      import.importing.known[customer.id] = contact->second;
  }
  return left;
}

Ids addresses_of(const std::vector<Customer>& customers) {
  std::set<std::string> emails;
  for (const Customer& customer : customers) {
    const std::string email = email_of(customer);
    if (looks_like_email(email)) emails.insert(email);
  }
  return {emails.begin(), emails.end()};
}

/// What a contact is made of: the customer as it is; without its address where another customer's contact
/// has that, since of an address there is one contact. nullopt and told in `importing` where the contact that
/// has it is this customer's, or nobody's yet and may be.
std::optional<Customer> free_to_make(const Import& import, Customer customer, Owners& owners) {
  const std::string email = email_of(customer);
  if (email.empty()) return customer;
  const auto [found, is_free] = owners.insert({email, {"", {customer.id}}});
  if (is_free) return customer;
  const Owner& owner = found->second;
  if (owner.customers.empty()) {
    import.importing.failed[customer.id] = {error(Code::contact_exists, "", {{ "email", email }})};
    return std::nullopt;
  }
  if (std::find(owner.customers.begin(), owner.customers.end(), customer.id) != owner.customers.end()) {
    import.importing.known[customer.id] = owner.contact;
    return std::nullopt;
  }
  customer.emails.clear();
  import.importing.without_email.insert(customer.id);
  return customer;
}

std::vector<Customer> with_free_address(const Import& import, const std::vector<Customer>& customers) {
  Issues issues;
  auto owners = owners_of(import, addresses_of(customers), issues);
  if (!owners) {
    fail_all(customers, issues, import.importing);
    return {};
  }
  std::vector<Customer> left;
  for (const Customer& customer : customers) {
    if (auto free = free_to_make(import, customer, *owners)) left.push_back(std::move(*free));
  }
  return left;
}

void create_contacts(const Import& import, const std::vector<Customer>& customers) {
  std::vector<hubspot::Keyed> contacts;
  Ids keys, made;
  for (const Customer& customer : customers) {
    keys.push_back(key_of(import.realm, customer.id));
    contacts.push_back({keys.back(), contact_properties(import.realm, customer)});
  }
  const Reply reply = import.io.send(hubspot::batch_upsert(import.portal.id, object_type::contact,
                                                           property::link, contacts, "create-contacts"));
  BatchOutcome outcome = batch_outcome(reply, object_type::contact, keys);
  std::map<std::string, std::string> ids;
  Issues unread;
  for (const auto& record : outcome.written) {
    const Reader properties = hubspot::property_reader(record, unread);
    ids[hubspot::property_text(properties, property::link)] = record.id;
    made.push_back(record.id);
  }
  for (const Customer& customer : customers) {
    const std::string key = key_of(import.realm, customer.id);
    const auto refused = outcome.refused.find(key);
    if (refused != outcome.refused.end())
      import.importing.failed[customer.id] = refused->second;
    else
      import.importing.created[customer.id] = ids[key];
  }
  if (!made.empty()) keep_hubspot_records(import.io, import.portal, CrmList::contacts, made);
}

void import_some(const Import& import, const Ids& ids) {
  const auto customers = read_customers(import, ids);
  if (customers.empty()) return;
  const auto strangers = without_contact(import, customers);
  if (strangers.empty()) return;
  const auto free = with_free_address(import, strangers);
  if (!free.empty()) create_contacts(import, free);
}

/// Those of whom a contact was made without their address.
Json without_json(const Importing& importing) {
  Json list = Json::array();
  for (const std::string& id : importing.without_email) {
    if (importing.created.count(id) > 0) list.items.push_back(Json::string(id));
  }
  return list;
}

Json contacts_json(const std::map<std::string, std::string>& contacts) {
  Json list = Json::array();
  for (const auto& [customer, contact] : contacts) {
    list.items.push_back(
        Json::object().set("customer", Json::string(customer)).set("contact", Json::string(contact)));
  }
  return list;
}

Json failed_json(const std::map<std::string, Issues>& failed) {
  Json list = Json::array();
  for (const auto& [customer, issues] : failed) {
    list.items.push_back(
        Json::object().set("customer", Json::string(customer)).set("issues", issues_json(issues)));
  }
  return list;
}

}  // namespace

Json import_customers(Io& io, const Json& value) {
  const ImportCustomersInput input = read_import_customers(io, value);
  const Portal portal = need_portal(io, input.portal);
  need_company(io, input.realm);
  if (portal.properties_ready.count(object_type::contact) == 0) {
    io.fail({error(Code::property_missing, "", {{"service", "hubspot"}, {"type", object_type::contact}})});
  }
  Importing importing;
  for (std::size_t start = 0; start < input.customers.size(); start += batch_size) {
    const auto from = input.customers.begin() + std::ptrdiff_t(start);
    const auto to =
        input.customers.begin() + std::ptrdiff_t(std::min(input.customers.size(), start + batch_size));
    import_some({io, portal, input.realm, importing}, {from, to});
  }
  return Json::object()
      .set("created", contacts_json(importing.created))
      .set("without_email", without_json(importing))
      .set("known", contacts_json(importing.known))
      .set("failed", failed_json(importing.failed));
}

}  // namespace sidebill

#include "core/operations/connect.h"

#include <algorithm>

#include "core/hubspot/errors.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/properties.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/operations/inputs.h"
#include "core/operations/settings.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

/// A kind of record that Sidebill reads, the scope for it, and what cannot be done without.
struct Probe {
  const char* type;
  const char* scope;
  const char* needed_for;
};
constexpr Probe probes[] = {
    {object_type::deal, "crm.objects.deals.read", "read-deals"},
    {object_type::contact, "crm.objects.contacts.read", "read-contacts"},
    {object_type::company, "crm.objects.companies.read", "read-companies"},
    {object_type::line_item, "crm.objects.line_items.read", "read-lines"},
    {object_type::product, "crm.objects.products.read", "read-products"},
    {object_type::quote, "crm.objects.quotes.read", "bill-quotes"},
    {object_type::invoice, "crm.objects.invoices.read", "mirror-invoices"},
    {object_type::commerce_payment, "crm.objects.commercepayments.read", "see-payments"},
};

void append(Issues& issues, const Issues& more) { issues.insert(issues.end(), more.begin(), more.end()); }

/// The scopes that a refusal names, else the one that was tried for.
std::vector<std::string> scopes_lacking(const Reply& reply, const std::string& tried) {
  const auto named = hubspot::missing_scopes(hubspot::read_error(reply.response.body));
  return named.empty() ? std::vector<std::string>{tried} : named;
}

Json scope_json(const std::string& scope, bool granted, const std::string& needed_for) {
  return Json::object()
      .set("scope", Json::string(scope))
      .set("granted", Json::boolean(granted))
      .set("needed_for", Json::string(needed_for));
}

/// Notes one probe's answer. Refusals other than a missing scope are issues of their own.
void note_probe(const Probe& probe, const Reply& reply, Portal& portal, Json& scopes, Issues& issues) {
  if (reply.ok()) {
    scopes.items.push_back(scope_json(probe.scope, true, probe.needed_for));
    return;
  }
  if (reply.response.status != 403) {
    append(issues, reply.issues);
    return;
  }
  for (const std::string& scope : scopes_lacking(reply, probe.scope)) {
    portal.missing_scopes.insert(scope);
    scopes.items.push_back(scope_json(scope, false, probe.needed_for));
  }
}

std::string schema_scope(const std::string& type) {
  if (type == object_type::contact) return "crm.schemas.contacts.write";
  if (type == object_type::company) return "crm.schemas.companies.write";
  if (type == object_type::deal) return "crm.schemas.deals.write";
  if (type == object_type::invoice) return "crm.schemas.invoices.write";
  return "e-commerce";
}

using Definitions = std::vector<hubspot::PropertyDefinition>;
using Properties = std::vector<hubspot::PropertyInfo>;

/// The unique ones of these as plain properties: what remains where the account refuses uniqueness for a
/// type.
Definitions unique_as_plain(const Definitions& definitions) {
  Definitions plain;
  for (hubspot::PropertyDefinition one : definitions) {
    if (!one.unique) continue;
    one.unique = false;
    plain.push_back(one);
  }
  return plain;
}

Properties list_properties(Io& io, const Portal& portal, const std::string& type, Issues& issues) {
  const Reply reply = io.send(hubspot::list_properties(portal.id, type));
  return reply.ok() ? hubspot::read_properties(reply.response.body, issues) : Properties{};
}

/// Creates what is missing in Sidebill's group; the answer of the first refusal, else of the last call.
Reply create_definitions(Io& io, const Portal& portal, const std::string& type, const Definitions& missing) {
  const Reply group = io.send(hubspot::create_group(portal.id, type));
  const bool group_there = group.ok() || group.response.status == 409;
  return group_there ? io.send(hubspot::create_properties(portal.id, type, missing)) : group;
}

/// Makes what is missing of Sidebill's properties on one type. True when all of them are there: told by the
/// account's own list, since a batch may be refused in part.
bool make_properties(Io& io, const std::string& type, const Definitions& missing, Portal& portal,
                     Json& scopes, Issues& issues) {
  if (missing.empty()) return true;
  const Reply made = create_definitions(io, portal, type, missing);
  if (made.response.status == 403) {
    for (const std::string& scope : scopes_lacking(made, schema_scope(type))) {
      portal.missing_scopes.insert(scope);
      scopes.items.push_back(scope_json(scope, false, "remember-links"));
    }
    return false;
  }
  Definitions lacking = hubspot::missing_definitions(type, list_properties(io, portal, type, issues));
  const Definitions plain = unique_as_plain(lacking);
  if (!plain.empty()) {
    io.send(hubspot::create_properties(portal.id, type, plain));
    lacking = hubspot::missing_definitions(type, list_properties(io, portal, type, issues));
  }
  if (!lacking.empty()) append(issues, made.issues);
  return lacking.empty();
}

/// Whether the account's own list says that HubSpot invoices have our unique key, and what may be written
/// there.
void note_invoice_properties(Io& io, Portal& portal, Issues& issues) {
  const Properties existing = list_properties(io, portal, object_type::invoice, issues);
  const auto names = hubspot::writable(existing);
  portal.invoice_properties = {names.begin(), names.end()};
  portal.unique_invoices = std::any_of(
      existing.begin(), existing.end(),
      [](const hubspot::PropertyInfo& one) { return one.name == hubspot::property::link && one.unique; });
}

void set_up_properties(Io& io, Portal& portal, Json& scopes, Issues& issues) {
  const auto& types = hubspot::types_with_definitions();
  std::vector<Call> calls;
  for (const std::string& type : types) calls.push_back(hubspot::list_properties(portal.id, type));
  const auto replies = io.all(calls);
  for (std::size_t index = 0; index < types.size(); ++index) {
    if (!replies[index].ok()) continue;  // the probe of its records has said why
    const auto existing = hubspot::read_properties(replies[index].response.body, issues);
    const auto missing = hubspot::missing_definitions(types[index], existing);
    if (make_properties(io, types[index], missing, portal, scopes, issues))
      portal.properties_ready.insert(types[index]);
  }
}

Portal portal_of(const hubspot::AccountDetails& details) {
  Portal portal;
  portal.id = details.portal_id;
  portal.name = details.portal_id;
  portal.ui_domain = details.ui_domain;
  portal.time_zone = details.time_zone;
  portal.company_currency = details.company_currency;
  portal.account_type = details.account_type;
  portal.currencies = details.additional_currencies;
  if (!portal.company_currency.empty())
    portal.currencies.insert(portal.currencies.begin(), portal.company_currency);
  return portal;
}

}  // namespace

Json connect_portal(Io& io, const Json& input) {
  const std::string account = read_account(io, input);
  const Reply reply = io.send(hubspot::account_details(account));
  if (!reply.ok()) io.fail(reply.issues);
  Issues issues;
  const auto details = hubspot::read_account_details(reply.response.body, issues);
  if (!details) io.fail({error(Code::service_answer_unreadable, "", {{"service", "hubspot"}})});

  Portal portal = portal_of(*details);
  const std::string portal_id = portal.id;
  portal.id = account;  // requests go out under the name that the token has until it is saved
  Json scopes = Json::array();
  std::vector<Call> calls;
  for (const Probe& probe : probes) {
    // A read by id, not a search: searches are five a second for all apps of the account together.
    calls.push_back(hubspot::batch_read(portal.id, probe.type, {"1"}, {}, "probe-scope"));
  }
  const auto replies = io.all(calls);
  for (std::size_t index = 0; index < replies.size(); ++index) {
    note_probe(probes[index], replies[index], portal, scopes, issues);
  }
  set_up_properties(io, portal, scopes, issues);
  note_invoice_properties(io, portal, issues);
  portal.id = portal_id;
  return Json::object()
      .set("portal", portal_json(portal))
      .set("scopes", std::move(scopes))
      .set("issues", issues_json(issues));
}

}  // namespace sidebill

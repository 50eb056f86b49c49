#include "core/operations/mirror.h"

#include <algorithm>

#include "core/billing/status.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/properties.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/mapping/mirror.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

/// A document exists by now: what HubSpot is to know of it is worth waiting for.
Call patient(Call call) {
  call.patience = outage_patience;
  return call;
}

void warn(Issues& issues, const Issues& more, Code code) {
  for (const Issue& cause : more) {
    issues.push_back(cause);
    issues.back().severity = Severity::warning;
  }
  issues.push_back(warning(code, "", {{"service", "hubspot"}}));
}

bool can_mirror(const Portal& portal) { return portal.properties_ready.count(object_type::invoice) > 0; }

hubspot::Properties properties_with_key(const Portal& portal, const Invoice& invoice) {
  hubspot::Properties properties = invoice_properties(invoice, portal.invoice_properties);
  properties[hubspot::property::link] = to_text(link_of(invoice));
  return properties;
}

/// The HubSpot invoice among these that stands for this one; of several the one with the lowest id, as all
/// browsers choose.
std::string id_among(const std::vector<hubspot::InvoiceObject>& mirrored, const Invoice& invoice) {
  std::string found;
  for (const auto& one : mirrored) {
    if (one.link != to_text(link_of(invoice))) continue;
    const bool lower = one.id.size() < found.size() || (one.id.size() == found.size() && one.id < found);
    if (found.empty() || lower) found = one.id;
  }
  return found;
}

int type_from_invoice(const std::string& type) {
  if (type == object_type::deal) return hubspot::association_type::invoice_to_deal;
  if (type == object_type::contact) return hubspot::association_type::invoice_to_contact;
  return hubspot::association_type::invoice_to_company;
}

Call create_mirrored(const Portal& portal, const Mirroring& one) {
  std::vector<hubspot::NewAssociation> ties;
  if (!one.records.empty())
    ties.push_back({one.records.front().id, type_from_invoice(one.records.front().type)});
  return hubspot::create_object(portal.id, object_type::invoice, properties_with_key(portal, one.invoice),
                                ties, "mirror-invoice");
}

Call mirror_call(const Portal& portal, const Mirroring& one) {
  if (portal.unique_invoices) {
    return patient(hubspot::upsert(
        portal.id, object_type::invoice, hubspot::property::link, to_text(link_of(one.invoice)),
        invoice_properties(one.invoice, portal.invoice_properties), "mirror-invoice"));
  }
  const std::string id = id_among(one.mirrored.value_or(std::vector<hubspot::InvoiceObject>{}), one.invoice);
  if (id.empty()) return create_mirrored(portal, one);
  return patient(hubspot::patch_object(portal.id, object_type::invoice, id,
                                       properties_with_key(portal, one.invoice), "mirror-invoice"));
}

bool is_in_doubt(const Portal& portal, const Mirroring& one, const Reply& reply) {
  return reply.verdict == Verdict::uncertain && !portal.unique_invoices && !one.records.empty();
}

/// A create without a key is in doubt: it was made tied to its record, so the record tells.
Reply settle_doubt(Io& io, const Portal& portal, Mirroring one, Reply reply, Issues& issues) {
  constexpr int most_tries = 12;
  for (int tries = 0; is_in_doubt(portal, one, reply) && tries < most_tries; ++tries) {
    const auto record = find_record(io, portal, one.records.front(), issues);
    if (!record || !record->mirrored_known) return reply;
    one.mirrored = record->mirrored;
    reply = io.send(mirror_call(portal, one));
  }
  return reply;
}

bool can_tell(const Portal& portal, const Mirroring& one) {
  return portal.unique_invoices || one.mirrored.has_value();
}

/// The record id of the mirrored invoice, "" when there is none.
std::string mirrored_id(const Portal& portal, const Reply& reply, Issues& issues) {
  if (!reply.ok()) {
    warn(issues, reply.issues, Code::mirror_unavailable);
    return "";
  }
  if (!portal.unique_invoices) {
    const auto record = hubspot::read_record(reply.response.body, object_type::invoice, issues);
    return record ? record->id : "";
  }
  const auto batch = hubspot::read_batch(reply.response.body, object_type::invoice, issues);
  if (!batch.records.empty()) return batch.records.front().id;
  for (const auto& refused : batch.errors) {
    issues.push_back(
        warning(Code::mirror_unavailable, "", {{"service", "hubspot"}, {"message", refused.message}}));
  }
  return "";
}

hubspot::Properties deal_figures(const std::vector<Invoice>& invoices, Date today) {
  const auto sums = roll_up(invoices, today);
  const Invoice* latest = newest(invoices);
  const std::vector<Status> badges = latest == nullptr ? std::vector<Status>{} : statuses(*latest, today);
  const std::string status = badges.empty() ? "" : std::string(status_text(badges.front()));
  if (sums.empty()) return deal_properties(std::nullopt, latest, status);
  // Several currencies: the figures are those of the newest invoice's, never a sum of different money.
  const auto same = std::find_if(sums.begin(), sums.end(), [&](const RollUp& one) {
    return latest != nullptr && one.currency == latest->currency;
  });
  const RollUp& sum = same == sums.end() ? sums.front() : *same;
  return deal_properties(DealFigures{sum.billed, sum.open, sum.overdue, sum.collected, sum.count,
                                     sum.next_due, billed_at_home(invoices, today)},
                         latest, status);
}

/// HubSpot may write a number in another way than it was given.
bool says(const Json& known, const std::string& value) {
  const std::string before = known.is_null() ? "" : known.text;
  if (before == value) return true;
  const auto left = parse_decimal(before), right = parse_decimal(value);
  return left && right && *left == *right;
}

/// Only what differs from what the record says; everything when that is unknown.
hubspot::Properties changed(const hubspot::Properties& wanted, const hubspot::Record* current) {
  if (current == nullptr) return wanted;
  hubspot::Properties changes;
  for (const auto& [name, value] : wanted) {
    const Json* known = current->properties.find(name);
    if (known == nullptr || !says(*known, value)) changes.emplace(name, value);
  }
  return changes;
}

}  // namespace

std::optional<std::vector<hubspot::InvoiceObject>> mirrored_of(const LoadedRecord& record) {
  if (!record.mirrored_known) return std::nullopt;
  return record.mirrored;
}

std::optional<std::vector<Invoice>> known_invoices(const LoadedInvoices& loaded) {
  if (!loaded.complete) return std::nullopt;
  std::vector<Invoice> invoices;
  for (const CachedInvoice& one : loaded.invoices) invoices.push_back(one.invoice);
  return invoices;
}

std::vector<Link> with_link(std::vector<Link> links, const Link& link) {
  if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(link);
  return links;
}

std::vector<Link> without_link(std::vector<Link> links, const Link& link) {
  links.erase(std::remove(links.begin(), links.end(), link), links.end());
  return links;
}

Issues mirror_invoices(Io& io, const Portal& portal, const std::vector<Mirroring>& all) {
  Issues issues;
  if (all.empty()) return issues;
  if (!can_mirror(portal)) {
    issues.push_back(warning(Code::mirror_unavailable, "", {{"service", "hubspot"}}));
    return issues;
  }
  std::vector<Mirroring> told;
  for (const Mirroring& one : all) {
    if (one.invoice.type != "Invoice") continue;  // HubSpot has nothing that stands for it
    if (can_tell(portal, one)) {
      told.push_back(one);
    } else {
      issues.push_back(warning(Code::mirror_unavailable, "", {{"service", "hubspot"}}));
    }
  }
  if (told.empty()) return issues;
  std::vector<Call> calls;
  for (const Mirroring& one : told) calls.push_back(mirror_call(portal, one));
  auto mirrored = io.all(calls);
  for (std::size_t index = 0; index < told.size(); ++index) {
    mirrored[index] = settle_doubt(io, portal, told[index], std::move(mirrored[index]), issues);
  }
  std::vector<Call> ties;
  for (std::size_t index = 0; index < told.size(); ++index) {
    const std::string id = mirrored_id(portal, mirrored[index], issues);
    if (id.empty()) continue;
    for (const RecordRef& record : told[index].records) {
      ties.push_back(patient(hubspot::associate_default(portal.id, object_type::invoice, id, record.type,
                                                        record.id, "associate")));
    }
  }
  if (ties.empty()) return issues;
  for (const Reply& reply : io.all(ties)) {
    if (!reply.ok()) warn(issues, reply.issues, Code::association_failed);
  }
  return issues;
}

Issues write_memory(Io& io, const Portal& portal, const RecordMemory& memory, const hubspot::Record* current,
                    Date today) {
  Issues issues;
  if (portal.properties_ready.count(memory.ref.type) == 0) {
    issues.push_back(
        warning(Code::property_missing, "", {{"service", "hubspot"}, {"type", memory.ref.type}}));
    return issues;
  }
  hubspot::Properties wanted = link_properties(memory.links);
  if (memory.ref.type == object_type::deal) {
    if (memory.invoices) wanted.merge(deal_figures(*memory.invoices, today));
    if (memory.removed) wanted.merge(removed_properties(*memory.removed));
    if (memory.generation) wanted.merge(generation_properties(*memory.generation));
  }
  const hubspot::Properties changes = changed(wanted, current);
  if (changes.empty()) return issues;
  const std::string purpose = memory.ref.type == object_type::deal ? "update-deal" : "update-record";
  const Reply reply =
      io.send(patient(hubspot::patch_object(portal.id, memory.ref.type, memory.ref.id, changes, purpose)));
  if (!reply.ok()) warn(issues, reply.issues, Code::property_missing);
  return issues;
}

}  // namespace sidebill

#include "core/operations/mirror.h"

#include <algorithm>

#include "core/billing/status.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/hubspot/properties.h"
#include "core/mapping/mirror.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

/// A document exists by now: what HubSpot is to know of it is worth waiting for.
constexpr int patience = 12;

Call patient(Call call) {
  call.patience = patience;
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

Call upsert_invoice(const Portal& portal, const Invoice& invoice) {
  return patient(hubspot::upsert(portal.id, object_type::invoice, hubspot::property::link, to_text(link_of(invoice)),
                                 invoice_properties(invoice, portal.invoice_properties), "mirror-invoice"));
}

/// The record id of the mirrored invoice, "" when the upsert did not give one.
std::string mirrored_id(const Reply& reply, Issues& issues) {
  if (!reply.ok()) {
    warn(issues, reply.issues, Code::mirror_unavailable);
    return "";
  }
  const auto batch = hubspot::read_batch(reply.response.body, object_type::invoice, issues);
  if (!batch.records.empty()) return batch.records.front().id;
  for (const auto& refused : batch.errors) {
    issues.push_back(warning(Code::mirror_unavailable, "", {{"service", "hubspot"}, {"message", refused.message}}));
  }
  return "";
}

hubspot::Properties deal_figures(const RecordMemory& memory, Date today) {
  const auto sums = roll_up(memory.invoices, today);
  const Invoice* latest = newest(memory.invoices);
  const std::vector<Status> badges = latest == nullptr ? std::vector<Status>{} : statuses(*latest, today);
  const std::string status = badges.empty() ? "" : std::string(status_text(badges.front()));
  if (sums.empty()) return deal_properties(std::nullopt, latest, status);
  // Several currencies: the figures are those of the newest invoice's, never a sum of different money.
  const auto same = std::find_if(sums.begin(), sums.end(), [&](const RollUp& one) {
    return latest != nullptr && one.currency == latest->currency;
  });
  const RollUp& sum = same == sums.end() ? sums.front() : *same;
  return deal_properties(DealFigures{sum.billed, sum.open, sum.overdue, sum.collected, sum.count, sum.next_due}, latest,
                         status);
}

/// Only what differs from what the record says; everything when that is unknown.
hubspot::Properties changed(const hubspot::Properties& wanted, const hubspot::Record* current) {
  if (current == nullptr) return wanted;
  hubspot::Properties changes;
  for (const auto& [name, value] : wanted) {
    const Json* known = current->properties.find(name);
    const std::string before = known == nullptr || known->is_null() ? "" : known->text;
    if (before != value) changes.emplace(name, value);
  }
  return changes;
}

}  // namespace

std::vector<Link> with_link(std::vector<Link> links, const Link& link) {
  if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(link);
  return links;
}

Issues mirror_invoices(Io& io, const Portal& portal, const std::vector<Mirroring>& all) {
  Issues issues;
  if (all.empty()) return issues;
  if (!can_mirror(portal)) {
    issues.push_back(warning(Code::mirror_unavailable, "", {{"service", "hubspot"}}));
    return issues;
  }
  std::vector<Call> upserts;
  for (const Mirroring& one : all) upserts.push_back(upsert_invoice(portal, one.invoice));
  const auto mirrored = io.all(upserts);
  std::vector<Call> ties;
  for (std::size_t index = 0; index < all.size(); ++index) {
    const std::string id = mirrored_id(mirrored[index], issues);
    if (id.empty()) continue;
    for (const RecordRef& record : all[index].records) {
      ties.push_back(patient(hubspot::associate_default(portal.id, object_type::invoice, id, record.type, record.id, "associate")));
    }
  }
  if (ties.empty()) return issues;
  for (const Reply& reply : io.all(ties)) {
    if (!reply.ok()) warn(issues, reply.issues, Code::association_failed);
  }
  return issues;
}

Issues write_memory(Io& io, const Portal& portal, const RecordMemory& memory, const hubspot::Record* current, Date today) {
  Issues issues;
  if (portal.properties_ready.count(memory.ref.type) == 0) {
    issues.push_back(warning(Code::property_missing, "", {{"service", "hubspot"}, {"type", memory.ref.type}}));
    return issues;
  }
  hubspot::Properties wanted = link_properties(memory.links);
  if (memory.ref.type == object_type::deal) {
    wanted.merge(deal_figures(memory, today));
    if (memory.generation) wanted.merge(generation_properties(*memory.generation));
  }
  const hubspot::Properties changes = changed(wanted, current);
  if (changes.empty()) return issues;
  const std::string purpose = memory.ref.type == object_type::deal ? "update-deal" : "update-record";
  const Reply reply = io.send(patient(hubspot::patch_object(portal.id, memory.ref.type, memory.ref.id, changes, purpose)));
  if (!reply.ok()) warn(issues, reply.issues, Code::property_missing);
  return issues;
}

}  // namespace sidebill

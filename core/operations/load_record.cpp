#include "core/operations/load_record.h"

#include <algorithm>

#include "core/hubspot/deals.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/properties.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/operations/crm_reads.h"

namespace sidebill {

namespace {

using hubspot::Record;
namespace object_type = hubspot::object_type;

const std::vector<std::string>& properties_of(const std::string& type) {
  if (type == object_type::deal) return hubspot::deal_properties();
  if (type == object_type::contact) return hubspot::contact_properties();
  return hubspot::company_properties();
}

struct NameAndLinks {
  std::string name, links, removed;
  int generation = 0;
};

NameAndLinks name_and_links(const Record& record, Issues& issues) {
  if (record.type == object_type::deal) {
    const auto deal = hubspot::read_deal(record, issues);
    return {deal.name, deal.links, deal.removed, deal.generation};
  }
  if (record.type == object_type::contact) {
    const auto contact = hubspot::read_contact(record, issues);
    const std::string name = contact.first_name + (contact.first_name.empty() ? "" : " ") + contact.last_name;
    return {name.empty() || name == " " ? contact.email : name, contact.links, "", 0};
  }
  const auto company = hubspot::read_company(record, issues);
  return {company.name, company.links, "", 0};
}

bool all_ok(const std::vector<Reply>& replies) {
  return std::all_of(replies.begin(), replies.end(), [](const Reply& reply) { return reply.ok(); });
}

/// The HubSpot invoices behind these ties, and whether all of them could be read.
void load_mirrored(Io& io, const Portal& portal, const Reply& first, int patience, LoadedRecord& loaded) {
  const auto ties = ties_in(first, loaded.issues);
  const Wanted wanted{object_type::invoice, "read-invoices", ids_of(ties.all),
                      &hubspot::invoice_properties()};
  std::vector<Call> calls;
  add_calls(calls, portal.id, wanted);
  const auto replies = calls.empty() ? std::vector<Reply>{} : io.all(patient(std::move(calls), patience));
  loaded.mirrored_known = ties.complete && all_ok(replies);
  std::size_t at = 0;
  loaded.mirrored = read_all(take_records(replies, at, wanted, false, io, loaded.issues),
                             hubspot::read_invoice_object, loaded.issues);
}

/// nullopt and the reasons in `why` when the record itself cannot be read.
std::optional<LoadedRecord> read_record_of(Io& io, const Portal& portal, const RecordRef& ref, int patience,
                                           Issues& why) {
  std::vector<Call> calls = {
      hubspot::read_object(portal.id, ref.type, ref.id, properties_of(ref.type), "read-record")};
  if (can_read_invoices(portal)) {
    calls.push_back(
        hubspot::associations(portal.id, ref.type, {ref.id}, object_type::invoice, "read-associations"));
  }
  const auto replies = io.all(patient(std::move(calls), patience));
  LoadedRecord loaded;
  auto record = record_in(replies[0], ref.type, loaded.issues);
  if (!record) {
    why.insert(why.end(), loaded.issues.begin(), loaded.issues.end());
    return std::nullopt;
  }
  loaded.ref = ref;
  loaded.record = std::move(*record);
  loaded.mirrored_known = replies.size() > 1;
  const NameAndLinks stored = name_and_links(loaded.record, loaded.issues);
  loaded.name = stored.name;
  loaded.links = parse_links(stored.links);
  loaded.removed = parse_links(stored.removed);
  loaded.generation = stored.generation;
  if (replies.size() > 1) load_mirrored(io, portal, replies[1], patience, loaded);
  loaded.documents = document_links(loaded.links, loaded.mirrored);
  return loaded;
}

}  // namespace

LoadedRecord load_record(Io& io, const Portal& portal, const RecordRef& ref) {
  Issues why;
  auto loaded = read_record_of(io, portal, ref, usual_patience, why);
  if (!loaded) io.fail(why);
  return std::move(*loaded);
}

std::optional<LoadedRecord> find_record(Io& io, const Portal& portal, const RecordRef& ref, Issues& issues,
                                        int patience) {
  return read_record_of(io, portal, ref, patience, issues);
}

}  // namespace sidebill

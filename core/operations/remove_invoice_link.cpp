#include <algorithm>

#include "core/hubspot/object_types.h"
#include "core/hubspot/requests.h"
#include "core/operations/card.h"
#include "core/operations/inputs.h"
#include "core/operations/mirror.h"
#include "core/operations/records.h"

namespace sidebill {

namespace {

/// The mirrored invoices that stand for this document: one, unless somebody copied it.
std::vector<Call> untie_calls(const Portal& portal, const LoadedRecord& record, const Link& link) {
  std::vector<Call> calls;
  for (const auto& mirrored : record.mirrored) {
    const std::vector<Link> of = parse_links(mirrored.link);
    if (std::find(of.begin(), of.end(), link) == of.end()) continue;
    calls.push_back(hubspot::remove_association(portal.id, hubspot::object_type::invoice, mirrored.id,
                                                record.ref.type, record.ref.id, "unlink"));
  }
  return calls;
}

}  // namespace

Json remove_invoice_link(Io& io, const Json& value) {
  const RemoveLinkInput input = read_remove_link(io, value);
  const Portal portal = need_portal(io, input.portal);
  const std::vector<Company> companies = look_companies(io);
  const std::int64_t now_ms = io.now();
  LoadedRecord record = load_record(io, portal, input.record);
  const std::vector<Call> calls = untie_calls(portal, record, input.link);
  Issues issues;
  if (!calls.empty()) {
    for (const Reply& reply : io.all(calls)) {
      if (!reply.ok()) issues.insert(issues.end(), reply.issues.begin(), reply.issues.end());
    }
  }
  record.links = without_link(std::move(record.links), input.link);
  record.documents = without_link(std::move(record.documents), input.link);
  const LoadedInvoices documents = load_invoices(io, companies, record.documents, false);
  const RecordMemory memory{record.ref, record.links, known_invoices(documents), std::nullopt,
                            with_link(record.removed, input.link)};
  const Issues unsaid = write_memory(io, portal, memory, &record.record, today_of(companies, now_ms));
  issues.insert(issues.end(), unsaid.begin(), unsaid.end());
  return record_card(portal, companies, record, documents, now_ms, issues);
}

}  // namespace sidebill

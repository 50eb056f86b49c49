#include "core/operations/card.h"
#include "core/operations/inputs.h"
#include "core/operations/mirror.h"
#include "core/operations/records.h"

namespace sidebill {

Json open_record(Io& io, const Json& value) {
  const RecordInput input = read_record_input(io, value);
  const Portal portal = need_portal(io, input.portal);
  const std::vector<Company> companies = look_companies(io);
  const std::int64_t now_ms = io.now();
  const LoadedRecord record = load_record(io, portal, input.record);
  const LoadedInvoices documents = load_invoices(io, companies, record.documents, input.refresh);
  Issues notices;
  if (documents.read_any && documents.issues.empty()) {
    // What was read afresh may have changed since the record was told: payments, due dates, voids.
    const RecordMemory memory{record.ref, record.links, known_invoices(documents), std::nullopt};
    notices = write_memory(io, portal, memory, &record.record, today_of(companies, now_ms));
  }
  return record_card(portal, companies, record, documents, now_ms, notices);
}

}  // namespace sidebill

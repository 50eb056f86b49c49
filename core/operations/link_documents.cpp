#include "core/operations/link_documents.h"

#include "core/operations/documents.h"
#include "core/operations/mirror.h"

namespace sidebill {

namespace {

const CachedInvoice* invoice_of(const LoadedInvoices& loaded, const Link& link) {
  for (const CachedInvoice& one : loaded.invoices) {
    if (document_key(one.invoice) == to_text(link)) return &one;
  }
  return nullptr;
}

/// Figures are of all documents of the record, those that it has now among them.
Issues remember(Io& io, const Portal& portal, const std::vector<Company>& companies,
                const LoadedRecord& record, const std::vector<Link>& linked, Date today) {
  RecordMemory memory{record.ref, record.links, std::nullopt};
  std::vector<Link> removed = record.removed, all = record.documents;
  for (const Link& link : linked) {
    memory.links = with_link(memory.links, link);
    removed = without_link(std::move(removed), link);
    all.push_back(link);
  }
  if (removed.size() != record.removed.size()) memory.removed = std::move(removed);
  memory.invoices = known_invoices(load_invoices(io, companies, all, false));
  return write_memory(io, portal, memory, &record.record, today);
}

}  // namespace

LinkedDocuments link_documents(Io& io, const Portal& portal, const std::vector<Company>& companies,
                               const LoadedRecord& record, const std::vector<Link>& links, Date today) {
  const LoadedInvoices loaded = load_invoices(io, companies, links, false);
  LinkedDocuments result;
  std::vector<Mirroring> mirrorings;
  for (const Link& link : links) {
    const CachedInvoice* found = invoice_of(loaded, link);
    if (found == nullptr || found->invoice.deleted) {
      const Issue gone = error(Code::document_deleted, "", {{"key", to_text(link)}});
      result.failed.push_back({link, found == nullptr ? loaded.issues : Issues{gone}});
      continue;
    }
    result.linked.push_back(link);
    mirrorings.push_back({found->invoice, {record.ref}, mirrored_of(record)});
  }
  if (result.linked.empty()) return result;
  result.issues = mirror_invoices(io, portal, mirrorings);
  const Issues unsaid = remember(io, portal, companies, record, result.linked, today);
  result.issues.insert(result.issues.end(), unsaid.begin(), unsaid.end());
  return result;
}

Json keys_json(const std::vector<Link>& links) {
  Json list = Json::array();
  for (const Link& link : links) list.items.push_back(Json::string(to_text(link)));
  return list;
}

}  // namespace sidebill

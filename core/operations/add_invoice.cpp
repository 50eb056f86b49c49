#include <algorithm>

#include "core/operations/card.h"
#include "core/operations/inputs.h"
#include "core/operations/mirror.h"
#include "core/operations/records.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

struct Sorted {
  std::vector<Link> wanted, already;
};

Sorted sort_links(const std::vector<Link>& asked, const std::vector<Link>& known) {
  Sorted sorted;
  for (const Link& link : asked) {
    const bool there = std::find(known.begin(), known.end(), link) != known.end();
    (there ? sorted.already : sorted.wanted).push_back(link);
  }
  return sorted;
}

const CachedInvoice* invoice_of(const LoadedInvoices& loaded, const Link& link) {
  for (const CachedInvoice& one : loaded.invoices) {
    if (document_key(one.invoice) == to_text(link)) return &one;
  }
  return nullptr;
}

Json keys_json(const std::vector<Link>& links) {
  Json list = Json::array();
  for (const Link& link : links) list.items.push_back(Json::string(to_text(link)));
  return list;
}

Json failed_json(const Link& link, const Issues& issues) {
  return Json::object().set("key", Json::string(to_text(link))).set("issues", issues_json(issues));
}

}  // namespace

Json add_invoice(Io& io, const Json& value) {
  const AddInvoiceInput input = read_add_invoice(io, value);
  const Portal portal = need_portal(io, input.portal);
  const std::vector<Company> companies = look_companies(io);
  const Date today = today_of(companies, io.now());
  const LoadedRecord record = load_record(io, portal, input.record);
  const Sorted sorted = sort_links(input.links, record.documents);
  const LoadedInvoices loaded = load_invoices(io, companies, sorted.wanted, false);

  Json failed = Json::array();
  std::vector<Link> linked;
  std::vector<Mirroring> mirrorings;
  RecordMemory memory{record.ref, record.links, std::nullopt, std::nullopt};
  for (const Link& link : sorted.wanted) {
    const CachedInvoice* found = invoice_of(loaded, link);
    if (found == nullptr || found->invoice.deleted) {
      const Issue gone = error(Code::document_deleted, "", {{"key", to_text(link)}});
      failed.items.push_back(failed_json(link, found == nullptr ? loaded.issues : Issues{gone}));
      continue;
    }
    linked.push_back(link);
    mirrorings.push_back({found->invoice, {record.ref}, mirrored_of(record)});
    memory.links = with_link(memory.links, link);
  }
  Issues issues;
  if (!linked.empty()) {
    issues = mirror_invoices(io, portal, mirrorings);
    std::vector<Link> all = record.documents;
    all.insert(all.end(), linked.begin(), linked.end());
    memory.invoices = known_invoices(load_invoices(io, companies, all, false));
    const Issues unsaid = write_memory(io, portal, memory, &record.record, today);
    issues.insert(issues.end(), unsaid.begin(), unsaid.end());
  }
  return Json::object()
      .set("linked", keys_json(linked))
      .set("already_linked", keys_json(sorted.already))
      .set("failed", std::move(failed))
      .set("issues", issues_json(issues));
}

}  // namespace sidebill

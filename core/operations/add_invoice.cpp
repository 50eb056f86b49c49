#include <algorithm>

#include "core/operations/card.h"
#include "core/operations/inputs.h"
#include "core/operations/link_documents.h"
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

Json failed_json(const std::vector<NotLinked>& failed) {
  Json list = Json::array();
  for (const NotLinked& one : failed) {
    list.items.push_back(
        Json::object().set("key", Json::string(to_text(one.link))).set("issues", issues_json(one.issues)));
  }
  return list;
}

}  // namespace

Json add_invoice(Io& io, const Json& value) {
  const AddInvoiceInput input = read_add_invoice(io, value);
  const Portal portal = need_portal(io, input.portal);
  const std::vector<Company> companies = look_companies(io);
  const Date today = today_of(companies, io.now());
  const LoadedRecord record = load_record(io, portal, input.record);
  const Sorted sorted = sort_links(input.links, record.documents);
  const LinkedDocuments done = link_documents(io, portal, companies, record, sorted.wanted, today);
  return Json::object()
      .set("linked", keys_json(done.linked))
      .set("already_linked", keys_json(sorted.already))
      .set("failed", failed_json(done.failed))
      .set("issues", issues_json(done.issues));
}

}  // namespace sidebill

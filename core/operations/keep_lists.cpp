#include "core/operations/keep_lists.h"

#include "core/hubspot/requests.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/requests.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

constexpr int page_size = 1000;

/// What the store said of a page.
struct KeptPage {
  std::int64_t count = 0;
  std::string after;
};
KeptPage kept_page(const Reply& reply) {
  Issues unread;
  const Reader kept(reply.response.kept, "", unread);
  return {kept.integer("count").value_or(0), kept.text_or("after")};
}

std::int64_t keep_hubspot_pages(Io& io, const Portal& portal, const CrmListNames& names, bool archived) {
  std::int64_t total = 0;
  std::string after;
  do {
    Call call = hubspot::list_page(portal.id, names.type, names.properties(), archived, after, names.purpose);
    call.keep = {names.list, false, ""};
    const Reply reply = io.send(call);
    if (!reply.ok()) io.fail(reply.issues);
    const KeptPage page = kept_page(reply);
    total += page.count;
    if (page.after == after) return total;
    after = page.after;
  } while (!after.empty());
  return total;
}

}  // namespace

std::int64_t keep_quickbooks_list(Io& io, const std::string& realm, const std::string& entity,
                                  const std::string& list, const std::string& purpose) {
  std::int64_t total = 0;
  for (int start = 1;; start += page_size) {
    const auto statement = quickbooks::statement(quickbooks::page_of_list(entity, start, page_size));
    const Reply reply = io.send(quickbooks::query(realm, statement.value_or(""), purpose, {list, false, ""}));
    if (!reply.ok()) io.fail(reply.issues);
    const std::int64_t count = kept_page(reply).count;
    total += count;
    if (count < page_size) return total;
  }
}

std::int64_t keep_hubspot_list(Io& io, const Portal& portal, CrmList of) {
  const std::int64_t living = keep_hubspot_pages(io, portal, names_of(of), false);
  keep_hubspot_pages(io, portal, names_of(of), true);
  return living;
}

void keep_hubspot_records(Io& io, const Portal& portal, CrmList of, const std::vector<std::string>& ids) {
  const CrmListNames& names = names_of(of);
  Call call = hubspot::batch_read(portal.id, names.type, ids, names.properties(), names.purpose);
  call.keep = {names.list, false, ""};
  io.send(call);
}

}  // namespace sidebill

#include "core/operations/inputs.h"
#include "core/operations/keep_lists.h"
#include "core/operations/match_records.h"
#include "core/run/wire.h"

namespace sidebill {

Json read_records(Io& io, const Json& value) {
  const ReadRecordsInput input = read_read_records(io, value);
  const Portal portal = need_portal(io, input.portal);
  const Company company = need_company(io, input.realm);
  const CrmListNames& names = names_of(input.of);
  const std::int64_t quickbooks =
      keep_quickbooks_list(io, company.realm, names.book_entity, names.book_list, names.book_purpose);
  const std::int64_t hubspot = keep_hubspot_list(io, portal, input.of);
  return Json::object()
      .set("hubspot", Json::number(hubspot))
      .set("quickbooks", Json::number(quickbooks))
      .set("read_ms", Json::number(io.now()));
}

}  // namespace sidebill

#include "core/operations/customer_documents.h"
#include "core/operations/inputs.h"
#include "core/operations/records.h"
#include "core/operations/settings.h"
#include "core/operations/values.h"
#include "core/run/wire.h"

namespace sidebill {

Json recent_invoices(Io& io, const Json& value) {
  const RecentInvoicesInput input = read_recent_invoices(io, value);
  const Company company = need_company(io, input.realm);
  CustomerDocuments found = ask_documents(io, company, {input.customer_id}, asked_stands_ms);
  if (!input.number.empty()) add_numbered(io, company, input.number, found);
  Json documents = Json::array(), customers = Json::array();
  customers.items.push_back(Json::string(to_text(Link{input.realm, "Customer", input.customer_id})));
  for (const CachedInvoice& one : found.invoices) documents.items.push_back(to_json(one.invoice));
  return Json::object()
      .set("documents", std::move(documents))
      .set("customers", std::move(customers))
      .set("asked_ms", Json::number(found.asked_ms))
      .set("issues", issues_json(found.issues));
}

}  // namespace sidebill

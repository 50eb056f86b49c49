#include "core/hubspot/object_types.h"
#include "core/hubspot/objects.h"
#include "core/hubspot/properties.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/operations/card.h"
#include "core/operations/inputs.h"
#include "core/operations/mirror.h"
#include "core/operations/records.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

/// The records that the mirrored invoices are tied to.
std::vector<RecordRef> tied_records(Io& io, const Portal& portal,
                                    const std::vector<hubspot::InvoiceObject>& mirrored, Issues& issues) {
  std::vector<std::string> ids;
  for (const auto& one : mirrored) ids.push_back(one.id);
  if (ids.empty()) return {};
  const std::vector<const char*> types = {object_type::deal, object_type::contact, object_type::company};
  std::vector<Call> calls;
  for (const char* type : types) {
    calls.push_back(hubspot::associations(portal.id, object_type::invoice, ids, type, "read-associations"));
  }
  const auto replies = io.all(calls);
  std::vector<RecordRef> records;
  for (std::size_t index = 0; index < types.size(); ++index) {
    if (!replies[index].ok()) {
      issues.insert(issues.end(), replies[index].issues.begin(), replies[index].issues.end());
      continue;
    }
    for (const auto& from : hubspot::read_associations(replies[index].response.body, issues)) {
      for (const auto& to : from.to) records.push_back({types[index], to.to_id});
    }
  }
  return records;
}

/// By its unique key directly; where the account has none, by search, which may lag behind.
Call look_up(const Portal& portal, const Link& link) {
  const std::string key = to_text(link);
  if (portal.unique_invoices) {
    return hubspot::read_by_key(portal.id, object_type::invoice, hubspot::property::link, key,
                                hubspot::invoice_properties(), "read-invoices");
  }
  const hubspot::Search search{
      {{{hubspot::property::link, "EQ", key, {}}}}, hubspot::invoice_properties(), "", 10, ""};
  return hubspot::search(portal.id, object_type::invoice, search, "read-invoices");
}

/// The HubSpot invoices that stand for this document: one, or several where there is no unique key.
std::vector<hubspot::InvoiceObject> mirrored_invoices(Io& io, const Portal& portal, const Link& link,
                                                      Issues& issues) {
  std::vector<hubspot::InvoiceObject> mirrored;
  if (portal.properties_ready.count(object_type::invoice) == 0) return mirrored;
  const Reply reply = io.send(look_up(portal, link));
  if (!reply.ok()) return mirrored;  // not mirrored yet
  if (portal.unique_invoices) {
    const auto record = hubspot::read_record(reply.response.body, object_type::invoice, issues);
    if (record) mirrored.push_back(hubspot::read_invoice_object(*record, issues));
    return mirrored;
  }
  for (const auto& record : hubspot::read_search(reply.response.body, object_type::invoice, issues).records) {
    mirrored.push_back(hubspot::read_invoice_object(record, issues));
  }
  return mirrored;
}

void update_deals(Io& io, const Portal& portal, const std::vector<Company>& companies,
                  const std::vector<RecordRef>& records, Date today, Issues& issues) {
  for (const RecordRef& ref : records) {
    if (ref.type != object_type::deal) continue;
    const LoadedRecord deal = load_record(io, portal, ref);
    const RecordMemory memory{
        ref, deal.links, known_invoices(load_invoices(io, companies, deal.documents, false)), std::nullopt};
    const Issues unsaid = write_memory(io, portal, memory, &deal.record, today);
    issues.insert(issues.end(), unsaid.begin(), unsaid.end());
  }
}

std::string name_of(const std::vector<Company>& companies, const std::string& realm) {
  for (const Company& company : companies) {
    if (company.realm == realm) return company.name;
  }
  return "";
}

}  // namespace

Json refresh_invoice(Io& io, const Json& value) {
  const DocumentInput input = read_document_input(io, value);
  const Portal portal = need_portal(io, input.portal);
  const std::vector<Company> companies = look_companies(io);
  const Date today = today_of(companies, io.now());
  const LoadedInvoices loaded = load_invoices(io, companies, {input.link}, true);
  if (loaded.invoices.empty()) io.fail(loaded.issues);
  const CachedInvoice& cached = loaded.invoices.front();
  Issues issues = loaded.issues;
  const auto mirrored = mirrored_invoices(io, portal, input.link, issues);
  const std::vector<RecordRef> records = tied_records(io, portal, mirrored, issues);
  if (!mirrored.empty() && !cached.invoice.deleted) {
    const Issues unsaid = mirror_invoices(io, portal, {{cached.invoice, {}, mirrored}});
    issues.insert(issues.end(), unsaid.begin(), unsaid.end());
  }
  update_deals(io, portal, companies, records, today, issues);
  return Json::object()
      .set("document", document_view(cached, name_of(companies, cached.invoice.realm), today))
      .set("issues", issues_json(issues));
}

}  // namespace sidebill

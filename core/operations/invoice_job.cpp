#include "core/operations/invoice_job.h"

#include <algorithm>

#include "core/hubspot/object_types.h"
#include "core/mapping/documents.h"
#include "core/mapping/mirror.h"
#include "core/operations/documents.h"
#include "core/operations/load_record.h"
#include "core/operations/mirror.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

/// Clocks of computers differ from those of services by minutes, not more.
constexpr std::int64_t clock_grace_ms = 10LL * 60 * 1000;

void append(Issues& issues, const Issues& more) { issues.insert(issues.end(), more.begin(), more.end()); }

std::vector<RecordRef> records_of(const Sale& sale) {
  std::vector<RecordRef> records = {sale.source};
  if (!sale.companies.empty()) records.push_back({object_type::company, sale.companies.front().id});
  if (!sale.contacts.empty()) records.push_back({object_type::contact, sale.contacts.front().id});
  return records;
}

/// What the deal remembers of its documents, this one among them.
Issues tell_deal(Io& io, const InvoiceJob& job, const LoadedRecord& deal, const Made& made, Date today) {
  const Link link = link_of(*made.invoice);
  const LoadedInvoices known = load_invoices(io, look_companies(io), with_link(deal.documents, link), false);
  Issues issues = known.issues;
  // Of other forms the links tell how many there were.
  const bool counted = made.invoice->type == "Invoice";
  const int generation = counted ? std::max(made.generation, deal.generation) : deal.generation;
  append(issues, write_memory(io, job.portal,
                              {deal.ref, with_link(deal.links, link), known_invoices(known), generation},
                              &deal.record, today));
  return issues;
}

/// Company or contacts of the sale know this customer: whose it is has been told.
bool is_linked(const Sale& sale, const Link& customer) {
  const auto has = [&](const auto& party) {
    return std::find(party.links.begin(), party.links.end(), customer) != party.links.end();
  };
  return (!sale.companies.empty() && has(sale.companies.front())) ||
         std::any_of(sale.contacts.begin(), sale.contacts.end(), has);
}

/// A company or contact remembers which customer it is. Read again first: a colleague may have written to it
/// meanwhile.
Issues tell_party(Io& io, const InvoiceJob& job, const Sale& sale, const RecordRef& ref,
                  const std::string& customer_id, Date today) {
  const Link customer{job.company.realm, "Customer", customer_id};
  if (is_linked(sale, customer) || ref == sale.source) return {};
  Issues issues;
  const auto buyer = find_record(io, job.portal, ref, issues);
  if (!buyer) return issues;
  append(issues,
         write_memory(io, job.portal, {ref, with_link(buyer->links, customer), std::nullopt, std::nullopt},
                      &buyer->record, today));
  return issues;
}

bool same_lines(const Invoice& sent, const Invoice& booked) {
  return std::equal(sent.lines.begin(), sent.lines.end(), booked.lines.begin(), booked.lines.end(),
                    [](const InvoiceLine& left, const InvoiceLine& right) {
                      return left.item_id == right.item_id && left.amount == right.amount;
                    });
}

}  // namespace

Issues as_warnings(Issues issues) {
  for (Issue& issue : issues) issue.severity = Severity::warning;
  return issues;
}

InvoiceJob invoice_job(Io& io, const Json& input, const std::string& type) {
  InvoiceJob job;
  job.type = type;
  job.input = read_create_invoice(io, input);
  job.portal = need_portal(io, job.input.portal);
  job.company = need_company(io, job.input.realm);
  return job;
}

RecordRef buyer_of(const Sale& sale) {
  if (!sale.companies.empty()) return {object_type::company, sale.companies.front().id};
  if (!sale.contacts.empty()) return {object_type::contact, sale.contacts.front().id};
  return sale.source;
}

RecordRef buyer_of(const Sale& sale, NamePolicy policy) {
  const bool one_per_company = policy == NamePolicy::company || policy == NamePolicy::shared;
  if (one_per_company || sale.contacts.empty()) return buyer_of(sale);
  return {object_type::contact, sale.contacts.front().id};
}

Sale with_billed_contact(Sale sale, const std::string& contact_id) {
  const auto billed = std::find_if(sale.contacts.begin(), sale.contacts.end(),
                                   [&](const CrmContact& contact) { return contact.id == contact_id; });
  if (billed != sale.contacts.end()) std::rotate(sale.contacts.begin(), billed, billed + 1);
  return sale;
}

std::optional<Invoice> invoice_in(const InvoiceJob& job, const Reply& reply, Issues& issues) {
  const auto record = quickbooks::record_in<quickbooks::Invoice>(reply.response.body, issues);
  return record ? map_invoice(job.company.realm, *record, job.company.home_currency, issues) : std::nullopt;
}

bool still_exists(Io& io, const InvoiceJob& job, std::optional<Invoice>& invoice, Issues& issues) {
  // The replay was kept as if it were of today; that QuickBooks has it no more is kept in its place.
  Keep keep = keep_documents(job.company.home_currency);
  keep.asked_for = {to_text(link_of(*invoice))};
  const Reply reply =
      io.send(quickbooks::read(job.company.realm, invoice->type, invoice->id, "check-replay", keep));
  if (reply.ok()) {
    if (auto current = invoice_in(job, reply, issues)) invoice = std::move(current);
    return true;
  }
  const bool gone = says_not_found(reply);
  if (!gone) append(issues, as_warnings(reply.issues));
  return !gone;
}

std::optional<Invoice> sent_invoice(const InvoiceJob& job, const std::string& body) {
  Issues unread;  // our own bytes; what QuickBooks adds is not in them
  auto sent = parse_json(body, unread);
  if (!sent) return std::nullopt;
  const Json answer = Json::object().set(job.type, sent->set("Id", Json::string("0")));
  auto record = quickbooks::record_in<quickbooks::Invoice>(to_text(answer), unread);
  if (!record) return std::nullopt;
  record->total = record->balance = Decimal{};
  return map_invoice(job.company.realm, *record, job.company.home_currency, unread);
}

std::optional<std::vector<Invoice>> made_since(Io& io, const InvoiceJob& job, const Sale& sale,
                                               const std::string& customer_id, std::int64_t since_ms,
                                               Issues& issues) {
  const std::int64_t from_ms = since_ms - clock_grace_ms;
  const Date from = local_date(from_ms, TimeZone{});
  const auto statement =
      quickbooks::statement(quickbooks::forms_of_customer_since(job.type, customer_id, from));
  const Reply reply = io.send(quickbooks::query(job.company.realm, statement.value_or(""), "find-invoices",
                                                keep_documents(job.company.home_currency)));
  if (!reply.ok() || !quickbooks::answers_query(reply.response.body)) {
    append(issues, reply.ok() ? unreadable_answer() : reply.issues);
    return std::nullopt;
  }
  std::vector<Invoice> made;
  for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(reply.response.body, issues)) {
    if (record.identity.created_ms < from_ms) continue;
    auto invoice = map_invoice(job.company.realm, record, job.company.home_currency, issues);
    if (!invoice) return std::nullopt;
    if (!knows(job, sale, *invoice)) made.push_back(std::move(*invoice));
  }
  return made;
}

const Invoice* surely_sent(const Invoice& sent, const std::vector<Invoice>& made) {
  const Invoice* found = nullptr;
  for (const Invoice& one : made) {
    if (!same_lines(sent, one)) continue;
    if (found != nullptr) return nullptr;
    found = &one;
  }
  return found;
}

bool knows(const InvoiceJob& job, const Sale& sale, const Invoice& invoice) {
  const Link link = link_of(invoice);
  return std::find(sale.links.begin(), sale.links.end(), link) != sale.links.end() ||
         std::any_of(job.shown.begin(), job.shown.end(),
                     [&](const Invoice& shown) { return link_of(shown) == link; });
}

Issues tell_hubspot(Io& io, const InvoiceJob& job, const Sale& sale, const Made& made, Date today) {
  // Read again: a colleague may have written to the deal while this run was waiting.
  Issues issues;
  const auto deal = find_record(io, job.portal, sale.source, issues);
  if (!deal) {
    issues.push_back(warning(Code::mirror_unavailable, "", {{"service", "hubspot"}}));
    return as_warnings(std::move(issues));
  }
  append(issues, mirror_invoices(io, job.portal, {{*made.invoice, records_of(sale), mirrored_of(*deal)}}));
  append(issues, tell_deal(io, job, *deal, made, today));
  append(issues,
         tell_party(io, job, sale, made.buyer.value_or(buyer_of(sale)), made.invoice->customer_id, today));
  if (!job.parent_id.empty()) append(issues, tell_party(io, job, sale, buyer_of(sale), job.parent_id, today));
  return as_warnings(std::move(issues));
}

Json invoice_report(const InvoiceJob& job, const std::string& outcome, const Made& made,
                    const std::string& approved_total, Date today, std::int64_t now_ms,
                    const Issues& issues) {
  Json report = Json::object().set("outcome", Json::string(outcome));
  const bool exists = made.invoice.has_value();
  report.set("document", exists ? document_view({*made.invoice, now_ms}, job.company.name, today) : Json{});
  report.set("approved_total", Json::string(approved_total));
  report.set("returned_total", Json::string(exists ? amount_text(made.invoice->total) : ""));
  report.set("returned_tax",
             exists && made.invoice->tax ? Json::string(amount_text(*made.invoice->tax)) : Json{});
  report.set("issues", issues_json(issues));
  return report;
}

}  // namespace sidebill

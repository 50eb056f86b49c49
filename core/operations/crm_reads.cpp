#include "core/operations/crm_reads.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"

namespace sidebill {

using hubspot::AssociatedFrom;
using hubspot::Association;
using hubspot::Record;

namespace {

constexpr std::size_t most_in_batch = 100;

Issues left_out() { return {error(Code::service_answer_unreadable, "", {{"service", "hubspot"}})}; }

}  // namespace

void add_warnings(Issues& issues, const Issues& more) {
  for (Issue issue : more) {
    issue.severity = Severity::warning;
    issues.push_back(std::move(issue));
  }
}

std::vector<std::string> ids_of(const std::vector<Association>& associations) {
  std::vector<std::string> ids;
  for (const Association& one : associations) {
    if (std::find(ids.begin(), ids.end(), one.to_id) == ids.end()) ids.push_back(one.to_id);
  }
  return ids;
}

void add_calls(std::vector<Call>& calls, const std::string& portal, const Wanted& wanted) {
  for (Call& call : hubspot::batch_reads(portal, wanted.type, wanted.ids, *wanted.properties, wanted.purpose))
    calls.push_back(std::move(call));
}

std::vector<Record> take_records(const std::vector<Reply>& replies, std::size_t& at, const Wanted& wanted,
                                 bool essential, Io& io, Issues& issues) {
  std::vector<Record> records;
  for (std::size_t start = 0; start < wanted.ids.size(); start += most_in_batch) {
    const Reply& reply = replies[at++];
    if (!reply.ok() && essential) io.fail(reply.issues);
    if (!reply.ok()) {
      add_warnings(issues, reply.issues);
      continue;
    }
    auto batch = hubspot::read_batch(reply.response.body, wanted.type, issues);
    records.insert(records.end(), batch.records.begin(), batch.records.end());
  }
  const auto place = [&](const Record& record) {
    return std::find(wanted.ids.begin(), wanted.ids.end(), record.id) - wanted.ids.begin();
  };
  sort_by(records, [&](const Record& left, const Record& right) { return place(left) < place(right); });
  return records;
}

std::vector<Link> document_links(const std::vector<Link>& stored,
                                 const std::vector<hubspot::InvoiceObject>& mirrored) {
  std::vector<Link> documents;
  const auto add = [&](const Link& link) {
    const bool known = std::find(documents.begin(), documents.end(), link) != documents.end();
    if (is_sales_form(link) && !known) documents.push_back(link);
  };
  for (const Link& link : stored) add(link);
  for (const auto& invoice : mirrored) {
    for (const Link& link : parse_links(invoice.link)) add(link);
  }
  return documents;
}

bool can_read_invoices(const Portal& portal) {
  return portal.missing_scopes.count("crm.objects.invoices.read") == 0;
}

bool can_read_quotes(const Portal& portal) {
  return portal.missing_scopes.count("crm.objects.quotes.read") == 0;
}

std::vector<Call> patient(std::vector<Call> calls, int patience) {
  for (Call& call : calls) call.patience = patience;
  return calls;
}

Ties ties_in(const Reply& reply, Issues& issues) {
  Ties ties;
  if (reply.ok()) {
    ties.complete = true;
    for (const AssociatedFrom& from : hubspot::read_associations(reply.response.body, issues)) {
      ties.all.insert(ties.all.end(), from.to.begin(), from.to.end());
      ties.complete = ties.complete && from.after.empty();
    }
  }
  if (!ties.complete) add_warnings(issues, reply.ok() ? left_out() : reply.issues);
  return ties;
}

std::optional<Record> record_in(const Reply& reply, const std::string& type, Issues& issues) {
  if (!reply.ok()) {
    issues.insert(issues.end(), reply.issues.begin(), reply.issues.end());
    return std::nullopt;
  }
  auto record = hubspot::read_record(reply.response.body, type, issues);
  if (!record) issues.push_back(error(Code::service_answer_unreadable, "", {{"service", "hubspot"}}));
  return record;
}

Record essential_record(Io& io, const Reply& reply, const std::string& type, Issues& issues) {
  Issues why;
  auto record = record_in(reply, type, why);
  if (!record) io.fail(why);
  issues.insert(issues.end(), why.begin(), why.end());
  return std::move(*record);
}

}  // namespace sidebill

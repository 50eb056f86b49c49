#include "core/operations/load_record.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/hubspot/deals.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/properties.h"
#include "core/hubspot/quotes.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/mapping/quotes.h"
#include "core/mapping/sale.h"

namespace sidebill {

namespace {

using hubspot::AssociatedFrom;
using hubspot::Association;
using hubspot::Record;
namespace object_type = hubspot::object_type;

constexpr std::size_t batch_size = 100;

/// What is not essential is reported and left out.
void warn(Issues& issues, const Issues& more) {
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

/// Reads of one kind of record that are still to be made, in batches.
struct Wanted {
  std::string type, purpose;
  std::vector<std::string> ids;
  const std::vector<std::string>* properties;
};

void add_calls(std::vector<Call>& calls, const std::string& portal, const Wanted& wanted) {
  for (Call& call : hubspot::batch_reads(portal, wanted.type, wanted.ids, *wanted.properties, wanted.purpose))
    calls.push_back(std::move(call));
}

/// The records of the replies from `at` on that belong to these reads, in the order they were asked for.
std::vector<Record> take_records(const std::vector<Reply>& replies, std::size_t& at, const Wanted& wanted,
                                 bool essential, Io& io, Issues& issues) {
  std::vector<Record> records;
  for (std::size_t start = 0; start < wanted.ids.size(); start += batch_size) {
    const Reply& reply = replies[at++];
    if (!reply.ok() && essential) io.fail(reply.issues);
    if (!reply.ok()) {
      warn(issues, reply.issues);
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

template <class Read>
auto read_all(const std::vector<Record>& records, Read read, Issues& issues) {
  std::vector<decltype(read(records.front(), issues))> all;
  for (const Record& record : records) all.push_back(read(record, issues));
  return all;
}

const std::vector<std::string>& properties_of(const std::string& type) {
  if (type == object_type::deal) return hubspot::deal_properties();
  if (type == object_type::contact) return hubspot::contact_properties();
  return hubspot::company_properties();
}

struct NameAndLinks {
  std::string name, links, removed;
  int generation = 0;
};

NameAndLinks name_and_links(const Record& record, Issues& issues) {
  if (record.type == object_type::deal) {
    const auto deal = hubspot::read_deal(record, issues);
    return {deal.name, deal.links, deal.removed, deal.generation};
  }
  if (record.type == object_type::contact) {
    const auto contact = hubspot::read_contact(record, issues);
    const std::string name = contact.first_name + (contact.first_name.empty() ? "" : " ") + contact.last_name;
    return {name.empty() || name == " " ? contact.email : name, contact.links, "", 0};
  }
  const auto company = hubspot::read_company(record, issues);
  return {company.name, company.links, "", 0};
}

/// Stored links to invoices and the links of mirrored ones, each once, in that order.
std::vector<Link> document_links(const std::vector<Link>& stored,
                                 const std::vector<hubspot::InvoiceObject>& mirrored) {
  std::vector<Link> documents;
  const auto add = [&](const Link& link) {
    const bool known = std::find(documents.begin(), documents.end(), link) != documents.end();
    if (link.type == "Invoice" && !known) documents.push_back(link);
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

/// What a record is tied to, and whether that is all of it.
struct Ties {
  std::vector<Association> all;
  bool complete = false;
};

Issues left_out() { return {error(Code::service_answer_unreadable, "", {{"service", "hubspot"}})}; }

/// The ties of the first page: hundreds, more than any document takes. That there are others is never kept
/// quiet.
Ties ties_in(const Reply& reply, Issues& issues) {
  Ties ties;
  if (reply.ok()) {
    ties.complete = true;
    for (const AssociatedFrom& from : hubspot::read_associations(reply.response.body, issues)) {
      ties.all.insert(ties.all.end(), from.to.begin(), from.to.end());
      ties.complete = ties.complete && from.after.empty();
    }
  }
  if (!ties.complete) warn(issues, reply.ok() ? left_out() : reply.issues);
  return ties;
}

bool all_ok(const std::vector<Reply>& replies) {
  return std::all_of(replies.begin(), replies.end(), [](const Reply& reply) { return reply.ok(); });
}

/// The HubSpot invoices behind these ties, and whether all of them could be read.
void load_mirrored(Io& io, const Portal& portal, const Reply& first, int patience, LoadedRecord& loaded) {
  const auto ties = ties_in(first, loaded.issues);
  const Wanted wanted{object_type::invoice, "read-invoices", ids_of(ties.all),
                      &hubspot::invoice_properties()};
  std::vector<Call> calls;
  add_calls(calls, portal.id, wanted);
  const auto replies = calls.empty() ? std::vector<Reply>{} : io.all(patient(std::move(calls), patience));
  loaded.mirrored_known = ties.complete && all_ok(replies);
  std::size_t at = 0;
  loaded.mirrored = read_all(take_records(replies, at, wanted, false, io, loaded.issues),
                             hubspot::read_invoice_object, loaded.issues);
}

/// The record of a reply, or why there is none.
std::optional<Record> record_in(const Reply& reply, const std::string& type, Issues& issues) {
  if (!reply.ok()) {
    issues.insert(issues.end(), reply.issues.begin(), reply.issues.end());
    return std::nullopt;
  }
  auto record = hubspot::read_record(reply.response.body, type, issues);
  if (!record) issues.push_back(error(Code::service_answer_unreadable, "", {{"service", "hubspot"}}));
  return record;
}

/// The first read of every operation: the record itself, which must be there.
Record essential_record(Io& io, const Reply& reply, const std::string& type, Issues& issues) {
  Issues why;
  auto record = record_in(reply, type, why);
  if (!record) io.fail(why);
  issues.insert(issues.end(), why.begin(), why.end());
  return std::move(*record);
}

std::vector<std::string> product_ids(const std::vector<hubspot::LineItem>& lines) {
  std::vector<std::string> ids;
  for (const auto& line : lines) {
    const bool known = std::find(ids.begin(), ids.end(), line.product_id) != ids.end();
    if (!line.product_id.empty() && !known) ids.push_back(line.product_id);
  }
  return ids;
}

std::vector<hubspot::Product> load_products(Io& io, const Portal& portal,
                                            const std::vector<hubspot::LineItem>& lines, int patience,
                                            Issues& issues) {
  const Wanted wanted{object_type::product, "read-products", product_ids(lines),
                      &hubspot::product_properties()};
  std::vector<Call> calls;
  add_calls(calls, portal.id, wanted);
  if (calls.empty()) return {};
  const auto replies = io.all(patient(std::move(calls), patience));
  std::size_t at = 0;
  return read_all(take_records(replies, at, wanted, false, io, issues), hubspot::read_product, issues);
}

/// nullopt and the reasons in `why` when the record itself cannot be read.
std::optional<LoadedRecord> read_record_of(Io& io, const Portal& portal, const RecordRef& ref, int patience,
                                           Issues& why) {
  std::vector<Call> calls = {
      hubspot::read_object(portal.id, ref.type, ref.id, properties_of(ref.type), "read-record")};
  if (can_read_invoices(portal)) {
    calls.push_back(
        hubspot::associations(portal.id, ref.type, {ref.id}, object_type::invoice, "read-associations"));
  }
  const auto replies = io.all(patient(std::move(calls), patience));
  LoadedRecord loaded;
  auto record = record_in(replies[0], ref.type, loaded.issues);
  if (!record) {
    why.insert(why.end(), loaded.issues.begin(), loaded.issues.end());
    return std::nullopt;
  }
  loaded.ref = ref;
  loaded.record = std::move(*record);
  loaded.mirrored_known = replies.size() > 1;
  const NameAndLinks stored = name_and_links(loaded.record, loaded.issues);
  loaded.name = stored.name;
  loaded.links = parse_links(stored.links);
  loaded.removed = parse_links(stored.removed);
  loaded.generation = stored.generation;
  if (replies.size() > 1) load_mirrored(io, portal, replies[1], patience, loaded);
  loaded.documents = document_links(loaded.links, loaded.mirrored);
  return loaded;
}

}  // namespace

LoadedRecord load_record(Io& io, const Portal& portal, const RecordRef& ref) {
  Issues why;
  auto loaded = read_record_of(io, portal, ref, usual_patience, why);
  if (!loaded) io.fail(why);
  return std::move(*loaded);
}

std::optional<LoadedRecord> find_record(Io& io, const Portal& portal, const RecordRef& ref, Issues& issues,
                                        int patience) {
  return read_record_of(io, portal, ref, patience, issues);
}

namespace {

/// The answers of the first round, by what they are about.
struct DealTies {
  Reply deal, lines, contacts, companies;
  std::optional<Reply> invoices, quotes, quote_contacts, quote_companies;
};

DealTies read_deal_ties(Io& io, const Portal& portal, const RecordRef& ref, const DealReading& reading) {
  const auto tied = [&](const RecordRef& from, const char* type) {
    return hubspot::associations(portal.id, from.type, {from.id}, type, "read-associations");
  };
  const RecordRef quote{object_type::quote, reading.quote_id};
  const bool of_quote = !reading.quote_id.empty();
  std::vector<Call> calls = {
      hubspot::read_object(portal.id, ref.type, ref.id, hubspot::deal_properties(), "read-deal"),
      tied(of_quote ? quote : ref, object_type::line_item), tied(ref, object_type::contact),
      tied(ref, object_type::company)};
  std::vector<std::optional<Reply> DealTies::*> more;
  const auto add = [&](bool wanted, const RecordRef& from, const char* type,
                       std::optional<Reply> DealTies::*into) {
    if (!wanted) return;
    calls.push_back(tied(from, type));
    more.push_back(into);
  };
  add(can_read_invoices(portal), ref, object_type::invoice, &DealTies::invoices);
  add(reading.quotes_on && can_read_quotes(portal), ref, object_type::quote, &DealTies::quotes);
  add(of_quote, quote, object_type::contact, &DealTies::quote_contacts);
  add(of_quote, quote, object_type::company, &DealTies::quote_companies);
  auto replies = io.all(patient(std::move(calls), reading.patience));
  DealTies ties{replies[0], replies[1], replies[2], replies[3], {}, {}, {}, {}};
  for (std::size_t at = 0; at < more.size(); ++at) ties.*more[at] = std::move(replies[4 + at]);
  return ties;
}

std::vector<Association> ties_of(const std::optional<Reply>& reply, Issues& issues) {
  return reply ? ties_in(*reply, issues).all : std::vector<Association>{};
}

/// Of the quote where it has any, else of the deal.
std::vector<Association> buyers_of(const std::optional<Reply>& quote, const Reply& deal, Issues& issues) {
  auto own = ties_of(quote, issues);
  return own.empty() ? ties_in(deal, issues).all : own;
}

/// The lines are those of the quote, so what they come to is compared with what it states.
void choose_quote(Sale& sale, const std::string& quote_id) {
  if (quote_id.empty()) return;
  sale.quote_id = quote_id;
  const auto quote = std::find_if(sale.quotes.begin(), sale.quotes.end(),
                                  [&](const SaleQuote& one) { return one.id == quote_id; });
  sale.stated_amount = quote == sale.quotes.end() ? std::nullopt : quote->amount;
}

/// The newest first: HubSpot gives ids in order.
std::vector<SaleQuote> map_quotes(std::vector<hubspot::Quote> quotes, Date today) {
  sort_by(quotes, [](const hubspot::Quote& left, const hubspot::Quote& right) {
    return left.id.size() != right.id.size() ? left.id.size() > right.id.size() : left.id > right.id;
  });
  std::vector<SaleQuote> mapped;
  for (const hubspot::Quote& quote : quotes) mapped.push_back(map_quote(quote, today));
  return mapped;
}

}  // namespace

LoadedDeal load_deal(Io& io, const Portal& portal, const RecordRef& ref, const DealReading& reading) {
  const int patience = reading.patience;
  const DealTies first = read_deal_ties(io, portal, ref, reading);
  LoadedDeal loaded;
  hubspot::DealBundle bundle;
  bundle.deal = hubspot::read_deal(essential_record(io, first.deal, ref.type, loaded.issues), loaded.issues);
  if (!first.lines.ok()) io.fail(first.lines.issues);
  const Ties ties = ties_in(first.lines, loaded.issues);
  if (!ties.complete) io.fail({error(Code::lines_too_many, "/lines")});
  const auto& lines = ties.all;
  bundle.deal_contacts = buyers_of(first.quote_contacts, first.contacts, loaded.issues);
  bundle.deal_companies = buyers_of(first.quote_companies, first.companies, loaded.issues);
  const auto invoices = ties_of(first.invoices, loaded.issues);
  const auto quotes = ties_of(first.quotes, loaded.issues);

  const std::vector<Wanted> wanted = {
      {object_type::line_item, "read-line-items", ids_of(lines), &hubspot::line_item_properties()},
      {object_type::contact, "read-contacts", ids_of(bundle.deal_contacts), &hubspot::contact_properties()},
      {object_type::company, "read-companies", ids_of(bundle.deal_companies), &hubspot::company_properties()},
      {object_type::invoice, "read-invoices", ids_of(invoices), &hubspot::invoice_properties()},
      {object_type::quote, "read-quotes", ids_of(quotes), &hubspot::quote_properties()},
  };
  std::vector<Call> second;
  for (const Wanted& one : wanted) add_calls(second, portal.id, one);
  const bool ask_roles = !wanted[1].ids.empty() && !wanted[2].ids.empty();
  if (ask_roles) {
    second.push_back(hubspot::associations(portal.id, object_type::contact, wanted[1].ids,
                                           object_type::company, "read-associations"));
  }
  if (!bundle.deal.owner_id.empty()) second.push_back(hubspot::owner(portal.id, bundle.deal.owner_id));
  const auto replies = second.empty() ? std::vector<Reply>{} : io.all(patient(std::move(second), patience));

  std::size_t at = 0;
  bundle.line_items = read_all(take_records(replies, at, wanted[0], true, io, loaded.issues),
                               hubspot::read_line_item, loaded.issues);
  bundle.contacts = read_all(take_records(replies, at, wanted[1], false, io, loaded.issues),
                             hubspot::read_contact, loaded.issues);
  bundle.companies = read_all(take_records(replies, at, wanted[2], false, io, loaded.issues),
                              hubspot::read_company, loaded.issues);
  const auto mirrored = read_all(take_records(replies, at, wanted[3], false, io, loaded.issues),
                                 hubspot::read_invoice_object, loaded.issues);
  const auto known_quotes = read_all(take_records(replies, at, wanted[4], false, io, loaded.issues),
                                     hubspot::read_quote, loaded.issues);
  if (ask_roles) {
    const Reply& roles = replies[at++];
    if (roles.ok()) bundle.contact_companies = hubspot::read_associations(roles.response.body, loaded.issues);
    if (!roles.ok()) warn(loaded.issues, roles.issues);
  }
  if (!bundle.deal.owner_id.empty()) {
    const Reply& owner = replies[at++];
    if (owner.ok()) bundle.owner = hubspot::read_owner(owner.response.body, loaded.issues);
    if (!owner.ok()) warn(loaded.issues, owner.issues);
  }
  bundle.products = load_products(io, portal, bundle.line_items, patience, loaded.issues);
  loaded.sale = map_sale(bundle, portal.company_currency, loaded.issues);
  loaded.sale.links = document_links(loaded.sale.links, mirrored);
  if (reading.quotes_on) loaded.sale.quotes = map_quotes(known_quotes, *reading.quotes_on);
  choose_quote(loaded.sale, reading.quote_id);
  return loaded;
}

}  // namespace sidebill

#include "core/operations/load_basis.h"

#include "core/operations/directory_json.h"
#include "core/operations/document_cache.h"
#include "core/operations/load_deal.h"
#include "core/operations/match_json.h"
#include "core/operations/preferences.h"
#include "core/operations/taken_json.h"
#include "core/operations/values.h"

namespace sidebill {

namespace {

template <class Record>
std::vector<Record> records_in(const Json& answer, Name name, Issues& issues) {
  std::vector<Record> records;
  Reader(answer, "", issues).each(name, [&](const Reader& one) {
    if (auto record = from_json<Record>(one.value(), issues)) records.push_back(std::move(*record));
  });
  return records;
}

std::vector<ItemChoice> item_choices(const std::optional<Choices>& choices) {
  std::vector<ItemChoice> items;
  if (!choices) return items;
  for (const LineChoice& line : choices->lines) items.push_back(line.item);
  return items;
}

/// The deal's forms of this company, as the cache has them; one that it has not still counts as there.
std::vector<Invoice> linked_forms(Io& io, const Sale& sale, const std::string& realm) {
  std::vector<Link> links;
  std::vector<Invoice> forms;
  for (const Link& link : sale.links) {
    if (link.realm != realm || !is_sales_form(link)) continue;
    links.push_back(link);
    Invoice unread;
    unread.type = link.type;
    unread.realm = realm;
    unread.id = link.id;
    unread.total.minor = unread.balance.minor = 1;  // not zero: nothing says that it was voided
    forms.push_back(std::move(unread));
  }
  if (links.empty()) return forms;
  Issues unreadable;  // an unreadable row is a document not in the cache
  for (const CachedRow& row : look_documents(io, links)) {
    const auto cached = from_json<Invoice>(row.value, unreadable);
    if (!cached) continue;
    for (Invoice& form : forms) {
      if (form.id == cached->id && form.type == cached->type) form = *cached;
    }
  }
  return forms;
}

bool is_open_estimate(const Invoice& form) {
  return form.type == "Estimate" && !form.deleted &&
         (form.txn_status == "Pending" || form.txn_status == "Accepted");
}

/// Whether making the form again would repeat this one: what bills the deal is billed twice by either form.
bool is_repeated_by(const std::string& type, const Invoice& form) {
  return (type == "Estimate") == (form.type == "Estimate");
}

void take_forms(std::vector<Invoice> forms, Known& known) {
  for (Invoice& form : forms) {
    if (known.type == "Invoice" && is_open_estimate(form)) known.estimates.push_back(form);
    if (is_repeated_by(known.type, form)) known.existing.push_back(std::move(form));
  }
}

/// A quote is good through its last day as the portal counts days.
DealReading reading_of(Io& io, const Portal& portal, const SaleSource& source, std::int64_t now_ms) {
  DealReading reading;
  reading.quote_id = source.quote_id;
  if (source.with_quotes) reading.quotes_on = local_date(now_ms, look_zone(io, portal.time_zone, now_ms));
  return reading;
}

}  // namespace

LoadedBasis load_basis(Io& io, const Portal& portal, const Company& company, const SaleSource& source,
                       const std::optional<Choices>& choices) {
  LoadedBasis loaded;
  loaded.now_ms = io.now();
  LoadedDeal deal = load_deal(io, portal, source.record, reading_of(io, portal, source, loaded.now_ms));
  loaded.issues = std::move(deal.issues);
  Basis& basis = loaded.basis;
  basis.sale = std::move(deal.sale);
  basis.company = company;
  basis.known.today = local_date(loaded.now_ms, company.time_zone);
  basis.known.portal_currency = portal.company_currency;
  basis.preferences = look_preferences(io);
  const CustomerChoice customer = choices ? choices->customer : CustomerChoice{Undecided{}};
  const Json records = io.look("directory", sale_question(basis.sale, company, basis.preferences.customers,
                                                          customer, item_choices(choices)));
  basis.known.customers = records_in<Customer>(records, "customers", loaded.issues);
  basis.known.items = records_in<Item>(records, "items", loaded.issues);
  basis.taken = read_taken(Reader(records, "", loaded.issues), "taken");
  basis.matches = read_sale_matches(Reader(records, "", loaded.issues).object("matches"));
  basis.known.customer_candidates = basis.matches.customer.candidates.size();
  basis.known.type = source.type;
  take_forms(linked_forms(io, basis.sale, company.realm), basis.known);
  return loaded;
}

}  // namespace sidebill

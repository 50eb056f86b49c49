#include "core/operations/load_basis.h"

#include "core/operations/directory_json.h"
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

/// The deal's documents of this company, as the cache has them; one that it has not still counts as there.
std::vector<Invoice> existing_documents(Io& io, const Sale& sale, const std::string& realm) {
  Json keys = Json::array();
  std::vector<Invoice> documents;
  for (const Link& link : sale.links) {
    if (link.realm != realm || !is_sales_form(link) || link.type == "Estimate") continue;
    keys.items.push_back(Json::string(to_text(link)));
    Invoice unread;
    unread.type = link.type;
    unread.realm = realm;
    unread.id = link.id;
    unread.total.minor = unread.balance.minor = 1;  // not zero: nothing says that it was voided
    documents.push_back(std::move(unread));
  }
  if (documents.empty()) return documents;
  const Json rows = io.look("documents", Json::object().set("keys", std::move(keys)));
  Issues unreadable;  // an unreadable row is a document not in the cache
  for (const Json& row : rows.items) {
    const auto value = parse_json(Reader(row, "", unreadable).text_or("json"), unreadable);
    const auto cached = value ? from_json<Invoice>(*value, unreadable) : std::nullopt;
    if (!cached) continue;
    for (Invoice& document : documents) {
      if (document.id == cached->id) document = *cached;
    }
  }
  return documents;
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
  basis.known.existing = existing_documents(io, basis.sale, company.realm);
  return loaded;
}

}  // namespace sidebill

#include "core/operations/load_deal.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/hubspot/deals.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/quotes.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/mapping/quotes.h"
#include "core/mapping/sale.h"
#include "core/operations/crm_reads.h"

namespace sidebill {

using hubspot::Association;
namespace object_type = hubspot::object_type;

namespace {

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
    if (!roles.ok()) add_warnings(loaded.issues, roles.issues);
  }
  if (!bundle.deal.owner_id.empty()) {
    const Reply& owner = replies[at++];
    if (owner.ok()) bundle.owner = hubspot::read_owner(owner.response.body, loaded.issues);
    if (!owner.ok()) add_warnings(loaded.issues, owner.issues);
  }
  bundle.products = load_products(io, portal, bundle.line_items, patience, loaded.issues);
  loaded.sale = map_sale(bundle, portal.company_currency, loaded.issues);
  loaded.sale.links = document_links(loaded.sale.links, mirrored);
  if (reading.quotes_on) loaded.sale.quotes = map_quotes(known_quotes, *reading.quotes_on);
  choose_quote(loaded.sale, reading.quote_id);
  return loaded;
}

}  // namespace sidebill

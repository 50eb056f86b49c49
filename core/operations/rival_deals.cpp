#include "core/operations/rival_deals.h"

#include <algorithm>
#include <map>

#include "core/hubspot/deals.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/mapping/sale.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;
using hubspot::Record;

constexpr std::size_t most_rivals = 50, most_lines = 500;

/// What each of these is tied to; nullopt when HubSpot did not say all of it.
using TiedTo = std::map<std::string, std::vector<std::string>>;
std::optional<TiedTo> ties_in(const Reply& reply, Issues& unread) {
  if (!reply.ok()) return std::nullopt;
  TiedTo ties;
  for (const auto& from : hubspot::read_associations(reply.response.body, unread)) {
    if (!from.after.empty()) return std::nullopt;
    for (const auto& to : from.to) ties[from.from_id].push_back(to.to_id);
  }
  return ties;
}

/// All that were asked for, or nullopt.
std::optional<std::vector<Record>> records_in(const std::vector<Reply>& replies, const std::string& type,
                                              std::size_t wanted, Issues& unread) {
  std::vector<Record> records;
  for (const Reply& reply : replies) {
    if (!reply.ok()) return std::nullopt;
    const auto batch = hubspot::read_batch(reply.response.body, type, unread);
    records.insert(records.end(), batch.records.begin(), batch.records.end());
  }
  return records.size() == wanted ? std::optional(std::move(records)) : std::nullopt;
}

std::optional<RecordRef> party_of(const Sale& sale) {
  if (!sale.companies.empty()) return RecordRef{object_type::company, sale.companies.front().id};
  if (!sale.contacts.empty()) return RecordRef{object_type::contact, sale.contacts.front().id};
  return std::nullopt;
}

std::optional<std::vector<std::string>> other_deals(Io& io, const Portal& portal, const Sale& sale) {
  const auto party = party_of(sale);
  if (!party) return std::vector<std::string>{};
  Issues unread;
  const auto ties = ties_in(io.send(hubspot::associations(portal.id, party->type, {party->id},
                                                          object_type::deal, "read-associations")),
                            unread);
  if (!ties) return std::nullopt;
  std::vector<std::string> ids;
  for (const auto& [from, deals] : *ties) {
    std::copy_if(deals.begin(), deals.end(), std::back_inserter(ids),
                 [&](const std::string& id) { return id != sale.source.id; });
  }
  return ids.size() > most_rivals ? std::nullopt : std::optional(std::move(ids));
}

/// The deals' line items, by deal.
using LinesOf = std::map<std::string, std::vector<hubspot::LineItem>>;
std::optional<LinesOf> lines_of(Io& io, const Portal& portal, const TiedTo& ties, Issues& unread) {
  std::map<std::string, std::string> deal_of;
  std::vector<std::string> ids;
  for (const auto& [deal, lines] : ties) {
    for (const std::string& line : lines) {
      deal_of[line] = deal;
      ids.push_back(line);
    }
  }
  if (ids.empty()) return LinesOf{};
  if (ids.size() > most_lines) return std::nullopt;
  const auto calls = hubspot::batch_reads(portal.id, object_type::line_item, ids,
                                          hubspot::line_item_properties(), "read-line-items");
  const auto records = records_in(io.all(calls), object_type::line_item, ids.size(), unread);
  if (!records) return std::nullopt;
  LinesOf lines;
  for (const Record& record : *records)
    lines[deal_of[record.id]].push_back(hubspot::read_line_item(record, unread));
  return lines;
}

std::int64_t billed_of(const hubspot::Deal& deal, const DealFacts& facts) {
  if (!deal.billed || !facts.currency || facts.currency->code() != deal.billed_currency) return 0;
  const auto sum = money_from(*deal.billed, *facts.currency, Rounding::half_up);
  return sum ? sum->minor : 0;
}

}  // namespace

std::optional<RivalDeals> rival_deals(Io& io, const Portal& portal, const Sale& sale,
                                      const std::string& realm, const std::vector<Buyer>& buyers) {
  const auto ids = other_deals(io, portal, sale);
  if (!ids) return std::nullopt;
  if (ids->empty()) return RivalDeals{};
  Issues unread;  // what cannot be read of a deal makes it less of a rival only where HubSpot says nothing
  const auto replies = io.all(
      {hubspot::batch_read(portal.id, object_type::deal, *ids, hubspot::deal_properties(), "read-deals"),
       hubspot::associations(portal.id, object_type::deal, *ids, object_type::line_item,
                             "read-associations")});
  const auto records = records_in({replies[0]}, object_type::deal, ids->size(), unread);
  const auto ties = ties_in(replies[1], unread);
  auto lines = ties ? lines_of(io, portal, *ties, unread) : std::nullopt;
  if (!records || !lines) return std::nullopt;

  RivalDeals rivals;
  for (const Record& record : *records) {
    hubspot::DealBundle bundle;
    bundle.deal = hubspot::read_deal(record, unread);
    bundle.line_items = std::move((*lines)[record.id]);
    Sale other = map_sale(bundle, portal.company_currency, unread);
    other.companies = sale.companies;
    other.contacts = sale.contacts;
    rivals.links.insert(rivals.links.end(), other.links.begin(), other.links.end());
    rivals.deals.push_back(deal_facts(other, realm, buyers));
    rivals.deals.back().billed = billed_of(bundle.deal, rivals.deals.back());
  }
  return rivals;
}

}  // namespace sidebill

#include "core/operations/pairs_json.h"

#include <algorithm>
#include <set>

#include "core/operations/crm_json.h"
#include "core/operations/crm_lists.h"
#include "core/operations/match_json.h"

namespace sidebill {

struct AskedPairs {
  std::string realm, portal, outcome;
  CrmList of = CrmList::contacts;
  std::size_t from = 0, limit = 0, at_once = 0;
};

namespace {

constexpr std::int64_t most_pairs = 200, usual_step = 500, largest_step = 1'000'000;

std::size_t number_in(const Reader& request, Name name, std::int64_t usual, std::int64_t least,
                      std::int64_t most) {
  return static_cast<std::size_t>(std::clamp(request.integer(name).value_or(usual), least, most));
}

std::optional<AskedPairs> read_asked(const Reader& request) {
  const auto realm = request.required_text("realm");
  const auto portal = request.required_text("portal");
  const auto name = request.required_text("of");
  if (!realm || !portal || !name) return std::nullopt;
  const auto of = crm_list_of(*name);
  if (!of) {
    request.note(Code::request_unknown, "of", {{"name", *name}});
    return std::nullopt;
  }
  AskedPairs asked{*realm, *portal, request.text_or("outcome"), *of, 0, 0, 0};
  asked.from = number_in(request, "from", 0, 0, INT32_MAX);
  asked.limit = number_in(request, "limit", most_pairs, 1, most_pairs);
  asked.at_once = number_in(request, "at_once", usual_step, 1, largest_step);
  return asked;
}

Json book_json(CompanyShelves& books, CrmList of, const std::string& id) {
  if (of == CrmList::products) {
    const Item item = books.items.item(id).value_or(Item{});
    return listed_json(id, item.full_name, item.sku, item.active);
  }
  const Customer customer = books.customers.customer(id).value_or(Customer{});
  return listed_json(id, customer.display_name, customer.emails.empty() ? "" : customer.emails.front(),
                     customer.active);
}

Json crm_json(PortalShelves& crm, CrmList of, const std::string& id) {
  switch (of) {
    case CrmList::contacts: return listed_json(crm.contacts.record(id).value_or(CrmContact{}));
    case CrmList::companies: return listed_json(crm.companies.record(id).value_or(CrmCompany{}));
    case CrmList::products: return listed_json(crm.products.record(id).value_or(CrmProduct{}));
  }
  return {};
}

const char* text_of(Outcome outcome) { return outcome == Outcome::link ? "link" : "ask"; }

Json pair_json(Directory& directory, const AskedPairs& asked, const SidePairs& pairs, const ListPair& pair) {
  const bool rivalled = pair.lead != ListPair::no_rival;
  return Json::object()
      .set("outcome", Json::string(text_of(pair.outcome)))
      .set("score", Json::string(std::to_string(pair.score)))
      .set("margin", rivalled ? Json::string(std::to_string(pair.lead)) : Json{})
      .set("quickbooks", book_json(directory.of(asked.realm), asked.of, pairs.book_id(pair)))
      .set("hubspot", crm_json(directory.of_portal(asked.portal), asked.of, pairs.crm_id(pair)))
      .set("evidence", evidence_json(pairs.explain(pair)));
}

Json count_json(std::size_t count) { return Json::number(static_cast<std::int64_t>(count)); }

/// The pairs wanted of all that there are.
Json page_json(Directory& directory, const AskedPairs& asked, const SidePairs& pairs) {
  Json page = Json::array();
  std::size_t at = 0;
  for (const ListPair& pair : pairs.pairs()) {
    if (!asked.outcome.empty() && asked.outcome != text_of(pair.outcome)) continue;
    if (at++ < asked.from) continue;
    if (page.items.size() == asked.limit) break;
    page.items.push_back(pair_json(directory, asked, pairs, pair));
  }
  return page;
}

std::size_t count_of(const std::vector<ListPair>& pairs, Outcome outcome) {
  return static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [&](const ListPair& pair) { return pair.outcome == outcome; }));
}

}  // namespace

const SidePairs& PairsAnswers::compare(Directory& directory, const AskedPairs& asked) {
  const std::string key = std::to_string(static_cast<int>(asked.of)) + " " + asked.realm + " " + asked.portal;
  if (!pairs_ || key != asked_ || state_ != directory.changes()) {
    pairs_ = std::make_unique<SidePairs>(directory, asked.realm, asked.portal, asked.of);
    asked_ = key;
    state_ = directory.changes();
  }
  pairs_->work(asked.at_once);
  return *pairs_;
}

std::optional<Json> PairsAnswers::pairs(Directory& directory, const Reader& request) {
  const auto asked = read_asked(request);
  if (!asked) return std::nullopt;
  const SidePairs& pairs = compare(directory, *asked);
  return Json::object()
      .set("done", count_json(pairs.done()))
      .set("of", count_json(pairs.all()))
      .set("links", count_json(count_of(pairs.pairs(), Outcome::link)))
      .set("asks", count_json(count_of(pairs.pairs(), Outcome::ask)))
      .set("state", count_json(state_))
      .set("pairs", page_json(directory, *asked, pairs));
}

std::optional<Json> PairsAnswers::unpaired(Directory& directory, const Reader& request) {
  const auto asked = read_asked(request);
  if (!asked) return std::nullopt;
  std::set<std::string> set_aside;
  for (const Json& one : request.object("set_aside").value().items) set_aside.insert(one.text);
  const SidePairs& pairs = compare(directory, *asked);
  const std::vector<std::string> ids = pairs.unpaired(set_aside);
  Json records = Json::array();
  for (std::size_t at = asked->from; at < ids.size() && records.items.size() < asked->limit; ++at) {
    records.items.push_back(book_json(directory.of(asked->realm), asked->of, ids[at]));
  }
  return Json::object()
      .set("done", count_json(pairs.done()))
      .set("of", count_json(pairs.all()))
      .set("count", count_json(ids.size()))
      .set("state", count_json(state_))
      .set("records", std::move(records));
}

}  // namespace sidebill

#include "core/operations/directory_json.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/matching/keys.h"
#include "core/matching/match_crm.h"
#include "core/matching/sale_buyer.h"
#include "core/matching/shelf_names.h"
#include "core/operations/compose.h"
#include "core/operations/crm_json.h"
#include "core/operations/match_json.h"
#include "core/operations/missing_products.h"
#include "core/operations/preferences.h"
#include "core/operations/taken_json.h"
#include "core/operations/values.h"

namespace sidebill {

namespace {

Json texts_json(const std::set<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.items.push_back(Json::string(text));
  return list;
}

/// Records found in several ways, each once, in the order of their ids.
template <class Record>
class Found {
 public:
  void add(const std::optional<Record>& record) {
    if (record) by_id_.emplace(record->id, *record);
  }
  void add(const std::vector<Record>& records) {
    for (const Record& record : records) by_id_.emplace(record.id, record);
  }
  Json json() const {
    Json list = Json::array();
    for (const auto& [id, record] : by_id_) list.items.push_back(to_json(record));
    return list;
  }

 private:
  std::map<std::string, Record> by_id_;
};

/// The candidates, who was chosen, and whoever has a name that a new customer could get.
Json customers_for(CustomerShelf& known, const Match& match, const Reader& request) {
  Found<Customer> found;
  for (const Candidate& candidate : match.candidates) found.add(known.customer(candidate.id));
  for (const std::string& id : request.texts("customer_ids")) found.add(known.customer(id));
  for (const std::string& name : request.texts("names")) found.add(known.with_name(match_key(name)));
  return found.json();
}

Json items_for(ItemShelf& known, const SaleMatches& matches, const Reader& request) {
  Found<Item> found;
  for (const auto& [line, match] : matches.lines) {
    for (const Candidate& candidate : match.candidates) found.add(known.item(candidate.id));
  }
  for (const std::string& id : request.texts("item_ids")) found.add(known.item(id));
  for (const std::string& name : request.texts("item_names")) found.add(known.with_name(match_key(name)));
  return found.json();
}

/// Whoever planning a new customer can meet, and whoever has a name that the person chose.
Json taken_for(const CompanyShelves& known, const std::string& realm, const Sale& sale,
               const Reader& request) {
  NameRules rules;
  rules.realm = realm;
  rules.latin1 = request.boolean_or("latin1", false);
  const ShelfNames names(known);
  std::vector<TakenName> taken = names_met(sale, rules, names);
  for (const std::string& name : request.texts("names")) {
    for (TakenName& holder : names.holders(name_key(name), most_of_contact)) {
      const bool met = std::any_of(taken.begin(), taken.end(), [&](const TakenName& one) {
        return one.kind == holder.kind && one.id == holder.id;
      });
      if (!met) taken.push_back(std::move(holder));
    }
  }
  return taken_list_json(taken);
}

SaleMatches match_sale(CompanyShelves& known, const std::string& realm, const Sale& sale,
                       CustomerMatching matching) {
  SaleMatches matches;
  matches.customer = match_customer(sale, realm, matching, known.customers);
  for (const SaleLine& line : sale.lines)
    matches.lines.emplace(line.source_id, match_item(line, realm, known.items));
  return matches;
}

std::optional<Json> answer_sale(Directory& directory, const std::string& realm, const Reader& request) {
  const Json* given = request.value().find("sale");
  if (given == nullptr) request.note(Code::field_missing, "sale");
  const auto sale = given == nullptr ? std::nullopt : from_json<Sale>(*given, request.issues(), "/sale");
  if (!sale) return std::nullopt;
  CompanyShelves& known = directory.of(realm);
  const SaleMatches matches =
      match_sale(known, realm, *sale, read_customer_matching(request.text_or("matching")));
  return Json::object()
      .set("customers", customers_for(known.customers, matches.customer, request))
      .set("items", items_for(known.items, matches, request))
      .set("taken", taken_for(known, realm, *sale, request))
      .set("matches", sale_matches_json(matches));
}

std::size_t limit_of(const Reader& request) {
  const std::int64_t asked = request.integer("limit").value_or(20);
  return static_cast<std::size_t>(std::clamp<std::int64_t>(asked, 1, 100));
}

/// Read between braces, which keep the order: builds must agree on the order of the issues.
struct Search {
  std::string text;
  std::size_t limit;
};

Search search_of(const Reader& request) { return Search{request.text_or("text"), limit_of(request)}; }

Json answer_customers(CustomerShelf& known, const Reader& request) {
  Json list = Json::array();
  const Search wanted = search_of(request);
  for (const Candidate& one : known.search(wanted.text, wanted.limit)) {
    if (const auto customer = known.customer(one.id))
      list.items.push_back(customer_candidate_json(one, *customer));
  }
  return list;
}

Json answer_items(ItemShelf& known, const Reader& request) {
  Json list = Json::array();
  const Search wanted = search_of(request);
  for (const Candidate& one : known.search(wanted.text, wanted.limit)) {
    if (const auto item = known.item(one.id)) list.items.push_back(item_candidate_json(one, *item));
  }
  return list;
}

/// Records of a portal as they are listed.
template <class Record>
Json crm_candidates(CrmShelf<Record>& known, const std::vector<Candidate>& candidates) {
  Json list = Json::array();
  for (const Candidate& one : candidates) {
    const auto record = known.record(one.id);
    if (!record) continue;
    list.items.push_back(listed_json(*record)
                             .set("score", Json::string(std::to_string(one.score)))
                             .set("evidence", evidence_json(one.evidence)));
  }
  return list;
}

template <class Record>
Json crm_match_json(CrmShelf<Record>& known, const Match& match) {
  return match_json(match).set("candidates", crm_candidates(known, match.candidates));
}

template <class Record>
Json search_crm(CrmShelf<Record>& known, const Search& wanted) {
  return crm_candidates(known, known.search(wanted.text, wanted.limit));
}

struct CrmSearch {
  const char* kind;
  Json (*answer)(PortalShelves& portal, const Search& wanted);
};
constexpr CrmSearch crm_searches[] = {
    {"search-contacts",
     [](PortalShelves& of, const Search& wanted) { return search_crm(of.contacts, wanted); }},
    {"search-companies",
     [](PortalShelves& of, const Search& wanted) { return search_crm(of.companies, wanted); }},
    {"search-products",
     [](PortalShelves& of, const Search& wanted) { return search_crm(of.products, wanted); }},
};

const CrmSearch* find_crm_search(const std::string& kind) {
  const auto* found = std::find_if(std::begin(crm_searches), std::end(crm_searches),
                                   [&](const CrmSearch& one) { return kind == one.kind; });
  return found == std::end(crm_searches) ? nullptr : found;
}

std::optional<Json> answer_crm_search(Directory& directory, const CrmSearch& search, const Reader& request) {
  const auto portal = request.required_text("portal");
  if (!portal) return std::nullopt;
  return search.answer(directory.of_portal(*portal), search_of(request));
}

/// What of QuickBooks is asked about, and where it is looked for.
struct MatchQuestion {
  std::string portal, id;
};

std::optional<MatchQuestion> read_match_question(const Reader& request) {
  const auto portal = request.required_text("portal");
  const auto id = request.required_id("id");
  return portal && id ? std::optional(MatchQuestion{*portal, *id}) : std::nullopt;
}

/// A record that is not known, asked for with a stale id, is nobody.
template <class Record, class Asked>
Json match_in(CrmShelf<Record>& known, const std::optional<Asked>& asked, const std::string& realm) {
  return crm_match_json(known, asked ? match_crm(*asked, realm, known) : Match{});
}

std::optional<Json> answer_match_customer(Directory& directory, const std::string& realm,
                                          const Reader& request) {
  const auto asked = read_match_question(request);
  if (!asked) return std::nullopt;
  const auto customer = directory.of(realm).customers.customer(asked->id);
  PortalShelves& portal = directory.of_portal(asked->portal);
  return Json::object()
      .set("contacts", match_in(portal.contacts, customer, realm))
      .set("companies", match_in(portal.companies, customer, realm));
}

std::optional<Json> answer_match_item(Directory& directory, const std::string& realm, const Reader& request) {
  const auto asked = read_match_question(request);
  if (!asked) return std::nullopt;
  const auto item = directory.of(realm).items.item(asked->id);
  return Json::object().set("products", match_in(directory.of_portal(asked->portal).products, item, realm));
}

void add_name(std::set<std::string>& names, const std::string& name) {
  const std::string folded = fold(name);
  if (!folded.empty()) names.insert(folded);
}

/// A row of the store, taken apart.
struct StoredRow {
  std::string owner, kind;  // realm or portal, type of record
  Json record;
  bool deleted = false;
};

std::optional<StoredRow> read_row(const Reader& row) {
  auto record = parse_json(row.text_or("json"), row.issues());
  if (!record) return std::nullopt;
  const std::vector<std::string> key = split(row.text_or("key"), ':');
  const Json* deleted = record->find("deleted");
  const bool is_deleted = deleted != nullptr && deleted->truth;
  return StoredRow{key[0], key.size() > 1 ? key[1] : "", *std::move(record), is_deleted};
}

template <class Record>
bool put_row(Directory& directory, const StoredRow& row, Issues& issues) {
  auto record = from_json<Record>(row.record, issues);
  if (record) directory.put(row.owner, *record);
  return record.has_value();
}

template <auto Remove>
void remove_from(Directory& directory, const StoredRow& row, const std::string& id) {
  (directory.*Remove)(row.owner, id);
}

void remove_name_row(Directory& directory, const StoredRow& row, const std::string& id) {
  directory.remove_name(row.owner, row.kind, id);
}

/// How the rows of a list come into the directory and leave it.
struct DirectoryList {
  const char* name;
  bool (*put)(Directory& directory, const StoredRow& row, Issues& issues);
  void (*remove)(Directory& directory, const StoredRow& row, const std::string& id);
};
constexpr DirectoryList directory_lists[] = {
    {"customers", put_row<Customer>, remove_from<&Directory::remove_customer>},
    {"items", put_row<Item>, remove_from<&Directory::remove_item>},
    {"names", put_row<OtherName>, remove_name_row},
    {"contacts", put_row<CrmContact>, remove_from<&Directory::remove_contact>},
    {"companies", put_row<CrmCompany>, remove_from<&Directory::remove_company>},
    {"products", put_row<CrmProduct>, remove_from<&Directory::remove_product>},
};

const DirectoryList* find_directory_list(const std::string& name) {
  const auto* found = std::find_if(std::begin(directory_lists), std::end(directory_lists),
                                   [&](const DirectoryList& one) { return name == one.name; });
  return found == std::end(directory_lists) ? nullptr : found;
}

bool fill_row(Directory& directory, const DirectoryList& list, const Reader& reader) {
  Issues& issues = reader.issues();
  const auto row = read_row(reader);
  if (!row) return false;
  if (!row->deleted) return list.put(directory, *row, issues);
  const auto id = Reader(row->record, "", issues).required_id("id");
  if (id) list.remove(directory, *row, *id);
  return id.has_value();
}

}  // namespace

Json sale_question(const Sale& sale, const Company& company, CustomerMatching matching,
                   const CustomerChoice& customer, const std::vector<ItemChoice>& items) {
  std::set<std::string> customer_ids, names, item_ids, item_names;
  for (const CrmCompany& one : sale.companies) add_name(names, one.name);
  for (const CrmContact& contact : sale.contacts)
    add_name(names, contact.first_name + " " + contact.last_name);
  if (const auto* existing = std::get_if<ExistingCustomer>(&customer)) customer_ids.insert(existing->id);
  if (const auto* created = std::get_if<NewCustomer>(&customer)) add_name(names, created->display_name);
  for (const SaleLine& line : sale.lines) add_name(item_names, line.name);
  add_name(item_names, stand_in_name);
  for (const ItemChoice& item : items) {
    if (const auto* existing = std::get_if<ExistingItem>(&item)) item_ids.insert(existing->id);
    if (const auto* created = std::get_if<NewItem>(&item)) add_name(item_names, created->name);
  }
  return Json::object()
      .set("kind", Json::string("sale"))
      .set("realm", Json::string(company.realm))
      .set("latin1", Json::boolean(company.us_latin1))
      .set("matching", Json::string(customer_matching_text(matching)))
      .set("sale", to_json(sale))
      .set("customer_ids", texts_json(customer_ids))
      .set("names", texts_json(names))
      .set("item_ids", texts_json(item_ids))
      .set("item_names", texts_json(item_names));
}

std::optional<Json> fill_directory(Directory& directory, const Reader& request) {
  const auto name = request.required_text("list");
  if (!name) return std::nullopt;
  const DirectoryList* list = find_directory_list(*name);
  if (list == nullptr) {
    request.note(Code::request_unknown, "list", {{"name", *name}});
    return std::nullopt;
  }
  std::int64_t count = 0;
  request.each("rows", [&](const Reader& row) { count += fill_row(directory, *list, row) ? 1 : 0; });
  return Json::object().set("count", Json::number(count));
}

std::optional<Json> ask_directory(Directory& directory, const Reader& request) {
  const auto kind = request.required_text("kind");
  if (!kind) return std::nullopt;
  if (const CrmSearch* search = find_crm_search(*kind)) return answer_crm_search(directory, *search, request);
  const auto realm = request.required_text("realm");
  if (!realm) return std::nullopt;
  if (*kind == "sale") return answer_sale(directory, *realm, request);
  if (*kind == "search-customers") return answer_customers(directory.of(*realm).customers, request);
  if (*kind == "search-items") return answer_items(directory.of(*realm).items, request);
  if (*kind == "match-customer") return answer_match_customer(directory, *realm, request);
  if (*kind == "match-item") return answer_match_item(directory, *realm, request);
  request.note(Code::request_unknown, "kind", {{"name", *kind}});
  return std::nullopt;
}

}  // namespace sidebill

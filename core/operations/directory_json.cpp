#include "core/operations/directory_json.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/operations/compose.h"
#include "core/operations/values.h"

namespace sidebill {

namespace {

Json texts_json(const std::set<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.items.push_back(Json::string(text));
  return list;
}

std::vector<std::string> read_texts(const Reader& request, Name name) {
  std::vector<std::string> texts;
  request.each(name, [&](const Reader& one) {
    if (one.value().is_string()) texts.push_back(one.value().text);
  });
  return texts;
}

/// Records found in several ways, each once, in the order of their ids.
template <class Record>
class Found {
 public:
  void add(const Record* record) {
    if (record != nullptr) by_id_.emplace(record->id, record);
  }
  void add(const std::vector<const Record*>& records) {
    for (const Record* record : records) add(record);
  }
  Json json() const {
    Json list = Json::array();
    for (const auto& [id, record] : by_id_) list.items.push_back(to_json(*record));
    return list;
  }

 private:
  std::map<std::string, const Record*> by_id_;
};

Json customers_for(const KnownRecords& known, const Reader& request) {
  Found<Customer> found;
  for (const std::string& id : read_texts(request, "customer_ids")) found.add(known.customer(id));
  for (const std::string& email : read_texts(request, "emails")) found.add(known.customers_by_email(email));
  for (const std::string& name : read_texts(request, "names")) found.add(known.customers_by_name(name));
  return found.json();
}

Json items_for(const KnownRecords& known, const Reader& request) {
  Found<Item> found;
  for (const std::string& id : read_texts(request, "item_ids")) found.add(known.item(id));
  for (const std::string& sku : read_texts(request, "skus")) found.add(known.items_by_sku(sku));
  for (const std::string& name : read_texts(request, "item_names")) found.add(known.items_by_name(name));
  return found.json();
}

Json names_for(const Directory& directory, const std::string& realm, const Reader& request) {
  Json list = Json::array();
  for (const std::string& name : read_texts(request, "names")) {
    for (const OtherName& other : directory.names_like(realm, name)) list.items.push_back(to_json(other));
  }
  return list;
}

Json answer_sale(const Directory& directory, const std::string& realm, const Reader& request) {
  const KnownRecords& known = directory.of(realm);
  return Json::object()
      .set("customers", customers_for(known, request))
      .set("items", items_for(known, request))
      .set("names", names_for(directory, realm, request))
      .set("customer_count", Json::number(std::int64_t(directory.customer_count(realm))));
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

Json answer_customers(const Directory& directory, const std::string& realm, const Reader& request) {
  Json list = Json::array();
  const KnownRecords& known = directory.of(realm);
  const Search wanted = search_of(request);
  for (const Candidate& one : directory.search_customers(realm, wanted.text, wanted.limit)) {
    if (const Customer* customer = known.customer(one.id))
      list.items.push_back(customer_candidate_json(one, *customer));
  }
  return list;
}

Json answer_items(const Directory& directory, const std::string& realm, const Reader& request) {
  Json list = Json::array();
  const KnownRecords& known = directory.of(realm);
  const Search wanted = search_of(request);
  for (const Candidate& one : directory.search_items(realm, wanted.text, wanted.limit)) {
    if (const Item* item = known.item(one.id)) list.items.push_back(item_candidate_json(one, *item));
  }
  return list;
}

void add_links(std::set<std::string>& ids, const std::vector<Link>& links, const std::string& realm,
               std::string_view type) {
  for (const Link& link : links) {
    if (link.realm == realm && link.type == type) ids.insert(link.id);
  }
}

void add_name(std::set<std::string>& names, const std::string& name) {
  const std::string folded = fold(name);
  if (!folded.empty()) names.insert(folded);
}

template <class Record>
bool fill_one(Directory& directory, const std::string& realm, const Reader& row) {
  Issues& issues = row.issues();
  const auto value = parse_json(row.text_or("json"), issues);
  auto record = value ? from_json<Record>(*value, issues) : std::nullopt;
  if (!record) return false;
  directory.put(realm, std::move(*record));
  return true;
}

bool fill_row(Directory& directory, const std::string& list, const Reader& row) {
  const std::string key = row.text_or("key");
  const std::string realm = key.substr(0, key.find(':'));
  if (list == "customers") return fill_one<Customer>(directory, realm, row);
  if (list == "items") return fill_one<Item>(directory, realm, row);
  return fill_one<OtherName>(directory, realm, row);
}

}  // namespace

Json sale_question(const Sale& sale, const std::string& realm, const CustomerChoice& customer,
                   const std::vector<ItemChoice>& items) {
  std::set<std::string> customer_ids, emails, names, item_ids, skus, item_names;
  for (const CrmCompany& company : sale.companies) {
    add_links(customer_ids, company.links, realm, "Customer");
    add_name(names, company.name);
  }
  for (const CrmContact& contact : sale.contacts) {
    add_links(customer_ids, contact.links, realm, "Customer");
    add_name(names, contact.first_name + " " + contact.last_name);
    if (!contact.email.empty()) emails.insert(normal_email(contact.email));
    for (const std::string& email : contact.other_emails) emails.insert(normal_email(email));
  }
  if (const auto* existing = std::get_if<ExistingCustomer>(&customer)) customer_ids.insert(existing->id);
  if (const auto* created = std::get_if<NewCustomer>(&customer)) add_name(names, created->display_name);
  for (const SaleLine& line : sale.lines) {
    add_links(item_ids, line.links, realm, "Item");
    if (!line.sku.empty()) skus.insert(trim(line.sku));
    add_name(item_names, line.name);
  }
  for (const ItemChoice& item : items) {
    if (const auto* existing = std::get_if<ExistingItem>(&item)) item_ids.insert(existing->id);
    if (const auto* created = std::get_if<NewItem>(&item)) add_name(item_names, created->name);
  }
  return Json::object()
      .set("kind", Json::string("sale"))
      .set("realm", Json::string(realm))
      .set("customer_ids", texts_json(customer_ids))
      .set("emails", texts_json(emails))
      .set("names", texts_json(names))
      .set("item_ids", texts_json(item_ids))
      .set("skus", texts_json(skus))
      .set("item_names", texts_json(item_names));
}

std::optional<Json> fill_directory(Directory& directory, const Reader& request) {
  const auto list = request.required_text("list");
  if (!list) return std::nullopt;
  std::int64_t count = 0;
  request.each("rows", [&](const Reader& row) { count += fill_row(directory, *list, row) ? 1 : 0; });
  return Json::object().set("count", Json::number(count));
}

std::optional<Json> ask_directory(const Directory& directory, const Reader& request) {
  const auto kind = request.required_text("kind");
  const auto realm = request.required_text("realm");
  if (!kind || !realm) return std::nullopt;
  if (*kind == "sale") return answer_sale(directory, *realm, request);
  if (*kind == "search-customers") return answer_customers(directory, *realm, request);
  if (*kind == "search-items") return answer_items(directory, *realm, request);
  request.note(Code::request_unknown, "kind", {{"name", *kind}});
  return std::nullopt;
}

}  // namespace sidebill

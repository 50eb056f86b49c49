#include "core/operations/ingest.h"

#include <algorithm>

#include "core/hubspot/object_types.h"
#include "core/hubspot/objects.h"
#include "core/hubspot/read.h"
#include "core/mapping/customers.h"
#include "core/mapping/documents.h"
#include "core/mapping/items.h"
#include "core/mapping/sale.h"
#include "core/operations/documents.h"
#include "core/operations/row_text.h"
#include "core/operations/values.h"
#include "core/quickbooks/faults.h"
#include "core/quickbooks/page.h"
#include "core/quickbooks/read.h"

namespace sidebill {

namespace {

/// A key as it stands in a JSON string: without quotes, and never with a line feed in it.
void append_key(std::string& out, std::string_view key) {
  const std::size_t from = out.size();
  append_json_string(out, key);
  out.pop_back();
  out.erase(from, 1);
}

/// One page on its way into the directory and the rows.
struct Ingesting {
  Directory& directory;
  const PageRequest& request;
  std::string_view body;
  Issues& issues;
  PageRows rows;

  std::string key_of(std::string_view kind, const std::string& id) const {
    std::string key = request.realm;
    key.append(":").append(kind).append(":").append(id);
    return key;
  }

  template <class Record>
  void keep(std::string_view kind, const Record& record) {
    append_row(rows.begin(key_of(kind, record.id)), record);
    rows.end();
    directory.put(request.realm, record);
  }

  void keep_deleted(std::string_view kind, const std::string& id) {
    append_deleted_row(rows.begin(key_of(kind, id)), id);
    rows.end();
  }

  void customers() {
    rows.count = quickbooks::read_page<quickbooks::Customer>(body, issues, [&](quickbooks::Customer& record) {
      if (!record.deleted) return keep("Customer", map_customer(record));
      keep_deleted("Customer", record.identity.id);
      directory.remove_customer(request.realm, record.identity.id);
    });
  }

  void items() {
    rows.count = quickbooks::read_page<quickbooks::Item>(body, issues, [&](quickbooks::Item& record) {
      if (!record.deleted) return keep("Item", map_item(record));
      keep_deleted("Item", record.identity.id);
      directory.remove_item(request.realm, record.identity.id);
    });
  }

  void names() {
    rows.count =
        quickbooks::read_page<quickbooks::NamedEntity>(body, issues, [&](quickbooks::NamedEntity& record) {
          if (!record.deleted) return keep(record.kind, map_name(record));
          keep_deleted(record.kind, record.identity.id);
          directory.remove_name(request.realm, record.kind, record.identity.id);
        });
  }

  /// Records of HubSpot, under the id of their type; archived ones are gone.
  template <class Record>
  void crm(const char* type, Record (*read)(const hubspot::Record&, Issues&),
           void (Directory::*remove)(const std::string&, std::string_view)) {
    const auto page = hubspot::read_page(body, type, issues, [&](const hubspot::Record& record) {
      if (!record.archived) return keep(type, read(record, issues));
      keep_deleted(type, record.id);
      (directory.*remove)(request.realm, record.id);
    });
    rows.count = page.results;
    rows.after = page.after;
  }

  void contacts() {
    const auto read = [](const hubspot::Record& record, Issues& noted) {
      return map_contact(hubspot::read_contact(record, noted));
    };
    crm<CrmContact>(hubspot::object_type::contact, read, &Directory::remove_contact);
  }

  void companies() {
    const auto read = [](const hubspot::Record& record, Issues& noted) {
      return map_crm_company(hubspot::read_company(record, noted));
    };
    crm<CrmCompany>(hubspot::object_type::company, read, &Directory::remove_company);
  }

  void products() {
    const auto read = [](const hubspot::Record& record, Issues& noted) {
      return map_product(hubspot::read_product(record, noted));
    };
    crm<CrmProduct>(hubspot::object_type::product, read, &Directory::remove_product);
  }

  void keep_document(const std::string& key, const Json& document) {
    rows.begin(key) += to_text(document);
    rows.end();
  }

  void documents() {
    const Json answer = parse_json(body, issues).value_or(Json{});
    for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(answer, issues)) {
      const auto invoice = map_invoice(request.realm, record, request.home, issues);
      if (invoice) keep_document(document_key(*invoice), to_json(*invoice));
    }
    for (const auto& record : quickbooks::records_in<quickbooks::Payment>(answer, issues)) {
      const auto payment = map_payment(request.realm, record, request.home, issues);
      if (payment) keep_document(key_of("Payment", payment->id), to_json(*payment));
    }
    keep_gone(answer);
    rows.count = quickbooks::row_count(answer);
  }

  /// Where QuickBooks says that it has not what was asked for, the cache does not go on showing it. That an
  /// id does not come in the answer to a query proves nothing.
  void keep_gone(const Json& answer) {
    const auto faults = quickbooks::read_faults(answer);
    const bool gone = std::any_of(faults.begin(), faults.end(),
                                  [](const auto& fault) { return fault.code == quickbooks::not_found; });
    if (!gone) return;
    for (const Link& link : request.asked_for) keep_document(to_text(link), to_json(deleted_invoice(link)));
  }
};

struct List {
  const char* name;
  void (Ingesting::*read)();
};
constexpr List lists[] = {
    {"customers", &Ingesting::customers}, {"items", &Ingesting::items},
    {"names", &Ingesting::names},         {"contacts", &Ingesting::contacts},
    {"companies", &Ingesting::companies}, {"products", &Ingesting::products},
    {"documents", &Ingesting::documents},
};

const List* find_list(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(lists), std::end(lists), [&](const List& list) { return name == list.name; });
  return found == std::end(lists) ? nullptr : found;
}

/// The lines of a text, one after the other.
std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(line.size() + 1);
  return line;
}

/// Rows as the boundary has them. Keys are those of QuickBooks' ids: what is escaped in one is read back.
Json rows_json(std::string_view text) {
  Json rows = Json::array();
  Issues none;
  while (!text.empty()) {
    const std::string_view key = take_line(text), json = take_line(text);
    rows.items.push_back(Json::object()
                             .set("key", *parse_json("\"" + std::string(key) + "\"", none))
                             .set("json", Json::string(json)));
  }
  return rows;
}

}  // namespace

std::string& PageRows::begin(std::string_view key) {
  append_key(text, key);
  text.push_back('\n');
  return text;
}

std::optional<PageRequest> read_page_request(const Reader& request) {
  const auto realm = request.required_text("realm");
  const auto list = request.required_text("list");
  if (!realm || !list) return std::nullopt;
  if (find_list(*list) == nullptr) {
    request.note(Code::request_unknown, "list", {{"name", *list}});
    return std::nullopt;
  }
  PageRequest page{*realm, *list, find_currency(request.text_or("home_currency")).value_or(Currency{}), {}};
  for (const std::string& key : request.texts("asked_for")) {
    for (const Link& link : parse_links(key)) page.asked_for.push_back(link);
  }
  return page;
}

PageRows ingest_page(Directory& directory, const PageRequest& request, std::string_view body,
                     Issues& issues) {
  Ingesting ingesting{directory, request, body, issues, {}};
  if (const List* list = find_list(request.list)) (ingesting.*(list->read))();
  return std::move(ingesting.rows);
}

std::optional<Json> ingest_list(Directory& directory, const Reader& request) {
  const auto page = read_page_request(request);
  const auto body = request.required_text("body");
  if (!page || !body) return std::nullopt;
  const PageRows rows = ingest_page(directory, *page, *body, request.issues());
  return Json::object()
      .set("rows", rows_json(rows.text))
      .set("count", Json::number(std::int64_t(rows.count)))
      .set("after", Json::string(rows.after));
}

}  // namespace sidebill

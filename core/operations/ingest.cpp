#include <algorithm>

#include "core/mapping/customers.h"
#include "core/mapping/documents.h"
#include "core/mapping/items.h"
#include "core/operations/directory_json.h"
#include "core/operations/documents.h"
#include "core/operations/values.h"
#include "core/quickbooks/faults.h"
#include "core/quickbooks/read.h"

namespace sidebill {

namespace {

void add_row(Json& rows, const std::string& key, const Json& value) {
  rows.items.push_back(
      Json::object().set("key", Json::string(key)).set("json", Json::string(to_text(value))));
}

Json customer_rows(Directory& directory, const std::string& realm, const Json& answer, Issues& issues) {
  Json rows = Json::array();
  for (const auto& record : quickbooks::records_in<quickbooks::Customer>(answer, issues)) {
    const Customer customer = map_customer(record);
    add_row(rows, realm + ":Customer:" + customer.id, to_json(customer));
    directory.put(realm, customer);
  }
  return rows;
}

Json item_rows(Directory& directory, const std::string& realm, const Json& answer, Issues& issues) {
  Json rows = Json::array();
  for (const auto& record : quickbooks::records_in<quickbooks::Item>(answer, issues)) {
    const Item item = map_item(record);
    add_row(rows, realm + ":Item:" + item.id, to_json(item));
    directory.put(realm, item);
  }
  return rows;
}

Json name_rows(Directory& directory, const std::string& realm, const Json& answer, Issues& issues) {
  Json rows = Json::array();
  for (const auto& record : quickbooks::records_in<quickbooks::NamedEntity>(answer, issues)) {
    const OtherName name = map_name(record);
    add_row(rows, realm + ":" + name.kind + ":" + name.id, to_json(name));
    directory.put(realm, name);
  }
  return rows;
}

Json invoice_rows(const std::string& realm, const Json& answer, Currency home, Issues& issues) {
  Json rows = Json::array();
  for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(answer, issues)) {
    const auto invoice = map_invoice(realm, record, home, issues);
    if (invoice) add_row(rows, document_key(*invoice), to_json(*invoice));
  }
  return rows;
}

void add_payments(Json& rows, const std::string& realm, const Json& answer, Currency home, Issues& issues) {
  for (const auto& record : quickbooks::records_in<quickbooks::Payment>(answer, issues)) {
    const auto payment = map_payment(realm, record, home, issues);
    if (payment) add_row(rows, to_text(Link{realm, "Payment", payment->id}), to_json(*payment));
  }
}

/// Where QuickBooks says that it has not what was asked for, the cache does not go on showing it. That an id
/// does not come in the answer to a query proves nothing.
void add_gone(Json& rows, const std::string& realm, const Json& answer, const Reader& request) {
  const auto faults = quickbooks::read_faults(answer);
  const bool gone = std::any_of(faults.begin(), faults.end(),
                                [](const auto& fault) { return fault.code == quickbooks::not_found; });
  if (!gone) return;
  request.each("asked_for", [&](const Reader& id) {
    const Link link{realm, "Invoice", id.value().text};
    add_row(rows, to_text(link), to_json(deleted_invoice(link)));
  });
}

}  // namespace

std::optional<Json> ingest_list(Directory& directory, const Reader& request) {
  const auto realm = request.required_text("realm");
  const auto list = request.required_text("list");
  const auto body = request.required_text("body");
  if (!realm || !list || !body) return std::nullopt;
  Issues& issues = request.issues();
  const Currency home = find_currency(request.text_or("home_currency")).value_or(Currency{});
  const Json answer = parse_json(*body, issues).value_or(Json{});
  Json rows = Json::array();
  if (*list == "customers") {
    rows = customer_rows(directory, *realm, answer, issues);
  } else if (*list == "items") {
    rows = item_rows(directory, *realm, answer, issues);
  } else if (*list == "names") {
    rows = name_rows(directory, *realm, answer, issues);
  } else if (*list == "documents") {
    rows = invoice_rows(*realm, answer, home, issues);
    add_payments(rows, *realm, answer, home, issues);
    add_gone(rows, *realm, answer, request);
  } else {
    request.note(Code::request_unknown, "list", {{"name", *list}});
    return std::nullopt;
  }
  return Json::object()
      .set("rows", std::move(rows))
      .set("count", Json::number(std::int64_t(quickbooks::row_count(answer))));
}

}  // namespace sidebill

#include "core/operations/basis.h"

#include <algorithm>

#include "core/operations/match_json.h"
#include "core/operations/preferences.h"
#include "core/operations/taken_json.h"
#include "core/operations/values.h"

namespace sidebill {

namespace {

template <class Record>
Json list_json(const std::vector<Record>& records) {
  Json list = Json::array();
  for (const Record& record : records) list.items.push_back(to_json(record));
  return list;
}

template <class Record>
std::vector<Record> read_list(const Reader& reader, Name name) {
  std::vector<Record> records;
  reader.each(name, [&](const Reader& one) {
    if (auto record = from_json<Record>(one.value(), reader.issues())) records.push_back(std::move(*record));
  });
  return records;
}

template <class Record>
void put(std::vector<Record>& records, Record record) {
  const auto same =
      std::find_if(records.begin(), records.end(), [&](const Record& one) { return one.id == record.id; });
  if (same == records.end()) {
    records.push_back(std::move(record));
  } else {
    *same = std::move(record);
  }
}

Json numbering_json(const Numbering& numbers) {
  Json taken = Json::array();
  for (const std::string& number : numbers.taken) taken.items.push_back(Json::string(number));
  return Json::object().set("next", Json::string(numbers.next)).set("taken", std::move(taken));
}

Numbering read_numbering(const Reader& reader) { return {reader.text_or("next"), reader.texts("taken")}; }

Json exchange_json(const std::optional<ExchangeRate>& exchange) {
  if (!exchange) return {};
  return Json::object()
      .set("rate", Json::string(to_text(exchange->rate)))
      .set("date", Json::string(to_text(exchange->date)));
}

std::optional<ExchangeRate> read_exchange(const Reader& reader) {
  const auto rate = reader.decimal("rate");
  const auto date = reader.date("date");
  return rate && date ? std::optional(ExchangeRate{*rate, *date}) : std::nullopt;
}

}  // namespace

Json basis_json(const Basis& basis) {
  return Json::object()
      .set("document", Json::string(basis.known.type))
      .set("estimates", list_json(basis.known.estimates))
      .set("today", Json::string(to_text(basis.known.today)))
      .set("portal_currency", Json::string(basis.known.portal_currency))
      .set("company", to_json(basis.company))
      .set("sale", to_json(basis.sale))
      .set("customers", list_json(basis.known.customers))
      .set("items", list_json(basis.known.items))
      .set("taken", taken_list_json(basis.taken))
      .set("existing", list_json(basis.known.existing))
      .set("recent", list_json(basis.known.recent))
      .set("numbers", numbering_json(basis.known.numbers))
      .set("exchange", exchange_json(basis.known.exchange))
      .set("matches", sale_matches_json(basis.matches))
      .set("preferences", preferences_json(basis.preferences));
}

std::optional<Basis> read_basis(const Json& value, Issues& issues) {
  const Reader reader(value, "", issues);
  const Json* company = value.find("company");
  const Json* sale = value.find("sale");
  const auto today = reader.date("today");
  if (company == nullptr || sale == nullptr || !today) {
    reader.note(Code::field_missing, company == nullptr ? "company" : sale == nullptr ? "sale" : "today");
    return std::nullopt;
  }
  auto read_company = from_json<Company>(*company, issues);
  auto read_sale = from_json<Sale>(*sale, issues);
  if (!read_company || !read_sale) return std::nullopt;
  Basis basis{std::move(*read_sale), std::move(*read_company), {}, {}, {}, {}};
  basis.known.today = *today;
  basis.known.type = reader.text_or("document", "Invoice");
  basis.known.estimates = read_list<Invoice>(reader, "estimates");
  basis.known.portal_currency = reader.text_or("portal_currency");
  basis.known.customers = read_list<Customer>(reader, "customers");
  basis.known.items = read_list<Item>(reader, "items");
  basis.taken = read_taken(reader, "taken");
  basis.known.existing = read_list<Invoice>(reader, "existing");
  basis.known.recent = read_list<Invoice>(reader, "recent");
  basis.known.numbers = read_numbering(reader.object("numbers"));
  basis.known.exchange = read_exchange(reader.object("exchange"));
  basis.matches = read_sale_matches(reader.object("matches"));
  basis.preferences = read_preferences(reader.object("preferences"));
  basis.known.customer_candidates = basis.matches.customer.candidates.size();
  return basis;
}

void add_picked(Basis& basis, const Json& picked, Issues& issues) {
  const Reader reader(picked, "/picked", issues);
  for (Customer& customer : read_list<Customer>(reader, "customers"))
    put(basis.known.customers, std::move(customer));
  for (Item& item : read_list<Item>(reader, "items")) put(basis.known.items, std::move(item));
  for (Invoice& invoice : read_list<Invoice>(reader, "documents"))
    put(basis.known.recent, std::move(invoice));
}

}  // namespace sidebill

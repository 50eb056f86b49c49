#include "core/quickbooks/read.h"

#include <array>
#include <utility>

namespace sidebill::quickbooks {

namespace {

/// Under which names an answer holds records of a kind.
using Names = std::array<const char*, 3>;
template <class Record>
constexpr Names entities = {};
template <>
constexpr Names entities<Customer> = {"Customer"};
template <>
constexpr Names entities<Item> = {"Item"};
template <>
constexpr Names entities<Term> = {"Term"};
template <>
constexpr Names entities<TaxCode> = {"TaxCode"};
template <>
constexpr Names entities<TaxRate> = {"TaxRate"};
template <>
constexpr Names entities<Account> = {"Account"};
template <>
constexpr Names entities<PaymentMethod> = {"PaymentMethod"};
template <>
constexpr Names entities<CompanyCurrency> = {"CompanyCurrency"};
template <>
constexpr Names entities<CompanyInfo> = {"CompanyInfo"};
template <>
constexpr Names entities<Preferences> = {"Preferences"};
template <>
constexpr Names entities<Invoice> = {"Invoice", "Estimate", "SalesReceipt"};
template <>
constexpr Names entities<Payment> = {"Payment"};
template <>
constexpr Names entities<NamedEntity> = {"Vendor", "Employee"};

void set_kind(Invoice& form, const char* name) { form.type = name; }
void set_kind(NamedEntity& entity, const char* name) { entity.kind = name; }
template <class Record>
void set_kind(Record&, const char*) {}

/// One record of an answer, and under which name it was found.
struct Found {
  Reader reader;
  const char* name;
};

/// Every object that may hold records by the name of their entity: the answer itself, the result of a query,
/// the parts of a change list.
std::vector<Reader> holders(const Reader& answer) {
  std::vector<Reader> found{answer};
  if (answer.exists("QueryResponse")) found.push_back(answer.object("QueryResponse"));
  answer.each("CDCResponse", [&](const Reader& changes) {
    changes.each("QueryResponse", [&](const Reader& part) { found.push_back(part); });
  });
  return found;
}

/// Noted where it is read, so that issues stand in the order of the records.
bool is_record(const Reader& reader) {
  if (reader.value().is_object()) return true;
  reader.note(Code::field_wrong_type, "", {{"expected", "object"}});
  return false;
}

/// Apart from the kinds of records, so that it exists once and not once for each.
std::vector<Found> find_records(const Reader& answer, const Names& names) {
  std::vector<Found> found;
  for (const Reader& holder : holders(answer)) {
    for (const char* name : names) {
      if (name == nullptr || !holder.exists(name)) continue;
      const Reader place = holder.object(name);
      if (place.value().is_array()) {
        place.each([&](const Reader& one) { found.push_back({one, name}); });
      } else if (place.value().is_object()) {
        found.push_back({place, name});
      }
    }
  }
  return found;
}

template <class Record>
std::vector<Record> read_all(const Reader& answer) {
  std::vector<Record> records;
  for (const Found& found : find_records(answer, entities<Record>)) {
    auto record = is_record(found.reader) ? read_record<Record>(found.reader) : std::nullopt;
    if (!record) continue;
    set_kind(*record, found.name);
    records.push_back(std::move(*record));
  }
  return records;
}

}  // namespace

template <class Record>
std::vector<Record> records_in(const Json& answer, Issues& issues) {
  return read_all<Record>(Reader(answer, "", issues));
}

template <class Record>
std::vector<Record> records_in(const std::string& body, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return {};
  return records_in<Record>(*answer, issues);
}

template <class Record>
std::optional<Record> record_in(const std::string& body, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return std::nullopt;
  const Reader reader(*answer, "", issues);
  auto records = read_all<Record>(reader);
  if (!records.empty()) return std::move(records.front());
  if (issues.empty()) reader.note(Code::field_missing, entities<Record>.front());
  return std::nullopt;
}

std::optional<ExchangeRate> exchange_rate_in(const std::string& body, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return std::nullopt;
  const Reader reader = Reader(*answer, "", issues).object("ExchangeRate");
  const ExchangeRate read{reader.text_or("SourceCurrencyCode"), reader.decimal("Rate"),
                          reader.date("AsOfDate")};
  if (!read.rate && issues.empty()) reader.note(Code::field_missing, "Rate");
  return read.rate ? std::optional(read) : std::nullopt;
}

bool answers_query(const std::string& body) {
  Issues unread;
  const auto answer = parse_json(body, unread);
  const Json* result = answer ? answer->find("QueryResponse") : nullptr;
  return result != nullptr && result->is_object();
}

std::size_t row_count(const std::string& body) {
  Issues unread;
  const auto answer = parse_json(body, unread);
  return answer ? row_count(*answer) : 0;
}

std::size_t row_count(const Json& answer) {
  const Json* result = answer.find("QueryResponse");
  std::size_t rows = 0;
  if (result == nullptr) return rows;
  for (const auto& [name, value] : result->members) rows += value.items.size();
  return rows;
}

#define SIDEBILL_READABLE(Record)                                               \
  template std::vector<Record> records_in<Record>(const std::string&, Issues&); \
  template std::vector<Record> records_in<Record>(const Json&, Issues&);        \
  template std::optional<Record> record_in<Record>(const std::string&, Issues&);
SIDEBILL_READABLE(Customer)
SIDEBILL_READABLE(NamedEntity)
SIDEBILL_READABLE(Item)
SIDEBILL_READABLE(Term)
SIDEBILL_READABLE(TaxCode)
SIDEBILL_READABLE(TaxRate)
SIDEBILL_READABLE(Account)
SIDEBILL_READABLE(PaymentMethod)
SIDEBILL_READABLE(CompanyCurrency)
SIDEBILL_READABLE(CompanyInfo)
SIDEBILL_READABLE(Preferences)
SIDEBILL_READABLE(Invoice)
SIDEBILL_READABLE(Payment)
#undef SIDEBILL_READABLE

}  // namespace sidebill::quickbooks

#include "core/operations/values.h"

#include <type_traits>
#include <variant>

#include "core/base/text.h"
#include "core/model/fields.h"

namespace sidebill {

namespace {

// ---- writing

template <class Value>
Json value_json(const Value& value);
template <class Value>
Json value_json(const std::optional<Value>& value);
template <class Value>
Json value_json(const std::vector<Value>& values);
template <class... Alternatives>
Json value_json(const std::variant<Alternatives...>& choice);

Json value_json(const std::string& text) { return Json::string(text); }
Json value_json(bool truth) { return Json::boolean(truth); }
Json value_json(int number) { return Json::number(std::int64_t{number}); }
Json value_json(std::int64_t number) { return Json::number(number); }
Json value_json(const Decimal& number) { return Json::string(to_text(number)); }
Json value_json(const Date& date) { return Json::string(to_text(date)); }
Json value_json(const Currency& currency) { return Json::string(currency.code()); }
Json value_json(const Money& money) {
  return Json::object()
      .set("amount", Json::string(amount_text(money)))
      .set("currency", value_json(money.currency));
}

template <class Value>
Json value_json(const std::optional<Value>& value) {
  return value ? value_json(*value) : Json{};
}

template <class Value>
Json value_json(const std::vector<Value>& values) {
  Json list = Json::array();
  for (const Value& value : values) list.items.push_back(value_json(value));
  return list;
}

/// Adds the members of a struct in their order.
struct Writer {
  Json json = Json::object();
  template <class Member>
  void operator()(const char* name, const Member& member) {
    json.members.push_back({name, value_json(member)});
  }
};

template <class... Alternatives>
Json value_json(const std::variant<Alternatives...>& choice) {
  return std::visit(
      [](const auto& chosen) {
        Writer writer;
        writer("kind", std::string(kind_of<std::decay_t<decltype(chosen)>>));
        describe(writer, chosen);
        return std::move(writer.json);
      },
      choice);
}

template <class Value>
Json value_json(const Value& value) {
  Writer writer;
  describe(writer, value);
  return std::move(writer.json);
}

// ---- reading

/// One value with its place; every load notes what is wrong and otherwise leaves nothing undone.
struct Place {
  const Json& json;
  std::string path;
  Issues& issues;

  void note(Code code, std::map<std::string, std::string> args = {}) const {
    issues.push_back(error(code, path, std::move(args)));
  }
  void note_wrong_type(const char* expected) const { note(Code::field_wrong_type, {{"expected", expected}}); }
  void note_unreadable(Code code) const { note(code, {{"text", first_code_points(json.text, 80)}}); }
};

template <class Value>
void load(const Place& place, Value& value);
template <class Value>
void load(const Place& place, std::optional<Value>& value);
template <class Value>
void load(const Place& place, std::vector<Value>& values);
template <class... Alternatives>
void load(const Place& place, std::variant<Alternatives...>& choice);

void load(const Place& place, std::string& text) {
  if (!place.json.is_string()) return place.note_wrong_type("string");
  text = place.json.text;
}

void load(const Place& place, bool& truth) {
  if (place.json.kind != Json::Kind::boolean) return place.note_wrong_type("boolean");
  truth = place.json.truth;
}

void load(const Place& place, std::int64_t& number) {
  const auto read = place.json.is_number() ? parse_decimal(place.json.text) : std::nullopt;
  if (!read || read->scale() != 0) return place.note_wrong_type("integer");
  number = read->coefficient();
}

void load(const Place& place, int& number) {
  std::int64_t wide = 0;
  const std::size_t before = place.issues.size();
  load(place, wide);
  if (place.issues.size() != before) return;
  if (wide < INT32_MIN || wide > INT32_MAX) return place.note_wrong_type("integer");
  number = static_cast<int>(wide);
}

void load(const Place& place, Decimal& number) {
  const auto read = place.json.is_string() ? parse_decimal(place.json.text) : std::nullopt;
  if (!read) return place.note_unreadable(Code::amount_unreadable);
  number = *read;
}

void load(const Place& place, Date& date) {
  const auto read = place.json.is_string() ? parse_date(place.json.text) : std::nullopt;
  if (!read) return place.note_unreadable(Code::date_unreadable);
  date = *read;
}

void load(const Place& place, Currency& currency) {
  const auto read = place.json.is_string() ? find_currency(place.json.text) : std::nullopt;
  if (!read) return place.note_unreadable(Code::currency_unknown);
  currency = *read;
}

void load(const Place& place, Money& money) {
  const Json* amount = place.json.find("amount");
  const Json* currency = place.json.find("currency");
  if (amount == nullptr || currency == nullptr) return place.note(Code::amount_unreadable);
  const std::size_t before = place.issues.size();
  Decimal number;
  load(Place{*amount, place.path + "/amount", place.issues}, number);
  load(Place{*currency, place.path + "/currency", place.issues}, money.currency);
  if (place.issues.size() != before) return;
  const auto read = money_from(number, money.currency, Rounding::down);
  if (!read || amount_of(*read) != number)
    return place.note(Code::amount_unreadable, {{"text", to_text(number)}});
  money = *read;
}

template <class Value>
void load(const Place& place, std::optional<Value>& value) {
  if (place.json.is_null()) {
    value.reset();
    return;
  }
  load(place, value.emplace());
}

template <class Value>
void load(const Place& place, std::vector<Value>& values) {
  if (!place.json.is_array()) return place.note_wrong_type("array");
  values.clear();
  for (std::size_t index = 0; index < place.json.items.size(); ++index) {
    load(Place{place.json.items[index], place.path + "/" + std::to_string(index), place.issues},
         values.emplace_back());
  }
}

template <class Member>
constexpr bool has_no_default = std::is_same_v<Member, Decimal> || std::is_same_v<Member, Date> ||
                                std::is_same_v<Member, Currency> || std::is_same_v<Member, Money>;

/// Reads the members of a struct; those that are missing keep what they have.
struct Loader {
  const Place& place;
  template <class Member>
  void operator()(const char* name, Member& member) {
    const Json* found = place.json.find(name);
    const std::string path = place.path + "/" + name;
    if (found != nullptr) return load(Place{*found, path, place.issues}, member);
    if constexpr (has_no_default<Member>) place.issues.push_back(error(Code::field_missing, path));
  }
};

template <class Alternative, class Choice>
bool load_alternative(const Place& place, const std::string& kind, Choice& choice) {
  if (kind != kind_of<Alternative>) return false;
  Alternative chosen;
  Loader loader{place};
  describe(loader, chosen);
  choice = std::move(chosen);
  return true;
}

template <class... Alternatives>
void load(const Place& place, std::variant<Alternatives...>& choice) {
  const Json* kind = place.json.find("kind");
  const std::string text = kind != nullptr && kind->is_string() ? kind->text : "";
  const bool known = (load_alternative<Alternatives>(place, text, choice) || ...);
  if (!known)
    place.note(Code::field_wrong_type, {{"expected", "kind"}, {"text", first_code_points(text, 80)}});
}

template <class Value>
void load(const Place& place, Value& value) {
  if (!place.json.is_object()) return place.note_wrong_type("object");
  Loader loader{place};
  describe(loader, value);
}

}  // namespace

template <class Value>
Json to_json(const Value& value) {
  return value_json(value);
}

template <class Value>
std::optional<Value> from_json(const Json& json, Issues& issues, const std::string& path) {
  const std::size_t before = issues.size();
  Value value;
  load(Place{json, path, issues}, value);
  if (issues.size() != before) return std::nullopt;
  return value;
}

#define SIDEBILL_STORABLE(Value)                    \
  template Json to_json<Value>(const Value& value); \
  template std::optional<Value> from_json<Value>(const Json&, Issues&, const std::string&);
SIDEBILL_STORABLE(Link)
SIDEBILL_STORABLE(RecordRef)
SIDEBILL_STORABLE(TimeZone)
SIDEBILL_STORABLE(Address)
SIDEBILL_STORABLE(CrmContact)
SIDEBILL_STORABLE(CrmCompany)
SIDEBILL_STORABLE(CrmProduct)
SIDEBILL_STORABLE(SaleLine)
SIDEBILL_STORABLE(Sale)
SIDEBILL_STORABLE(Customer)
SIDEBILL_STORABLE(NewCustomer)
SIDEBILL_STORABLE(OtherName)
SIDEBILL_STORABLE(Item)
SIDEBILL_STORABLE(NewItem)
SIDEBILL_STORABLE(Term)
SIDEBILL_STORABLE(TaxCode)
SIDEBILL_STORABLE(TaxRate)
SIDEBILL_STORABLE(TaxRegime)
SIDEBILL_STORABLE(Account)
SIDEBILL_STORABLE(PaymentMethod)
SIDEBILL_STORABLE(SeenTax)
SIDEBILL_STORABLE(Company)
SIDEBILL_STORABLE(CustomerChoice)
SIDEBILL_STORABLE(ItemChoice)
SIDEBILL_STORABLE(OrderDiscount)
SIDEBILL_STORABLE(DraftLine)
SIDEBILL_STORABLE(Draft)
SIDEBILL_STORABLE(TaxForecast)
SIDEBILL_STORABLE(Totals)
SIDEBILL_STORABLE(InvoiceLine)
SIDEBILL_STORABLE(Invoice)
SIDEBILL_STORABLE(Payment)
#undef SIDEBILL_STORABLE

}  // namespace sidebill

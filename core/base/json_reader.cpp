#include "core/base/json.h"
#include "core/base/text.h"

namespace sidebill {
namespace {

const Json null_value;

/// A name as one step of a JSON Pointer. Source: RFC 6901, section 3
std::string pointer_step(std::string_view name) {
  std::string step = "/";
  for (const char c : name) {
    if (c == '~') {
      step.append("~0");
    } else if (c == '/') {
      step.append("~1");
    } else {
      step.push_back(c);
    }
  }
  return step;
}

/// As much of an unreadable text as a sentence can hold; a hostile one may be megabytes long.
std::map<std::string, std::string> text_arg(std::string_view text) {
  constexpr std::size_t shown_code_points = 80;
  return {{"text", first_code_points(text, shown_code_points)}};
}

bool is_blank(const Json& value) { return value.is_null() || (value.is_string() && value.text.empty()); }

/// Amounts as HubSpot and QuickBooks send them: numbers, or texts, which HubSpot may write with an exponent.
std::optional<Decimal> decimal_of(const Json& value) {
  if (!value.is_number() && !value.is_string()) return std::nullopt;
  const auto plain = parse_decimal(value.text);
  return plain ? plain : parse_json_number(value.text);
}

std::optional<std::int64_t> integer_of(const Json& value) {
  const auto number = decimal_of(value);
  if (!number) return std::nullopt;
  const Decimal whole = normalized(*number);
  if (whole.scale() != 0) return std::nullopt;
  return whole.coefficient();
}

std::optional<bool> boolean_of(const Json& value) {
  if (value.kind == Json::Kind::boolean) return value.truth;
  if (value.is_string() && value.text == "true") return true;
  if (value.is_string() && value.text == "false") return false;
  return std::nullopt;
}

}  // namespace

std::string_view kind_text(Json::Kind kind) {
  switch (kind) {
    case Json::Kind::null: return "null";
    case Json::Kind::boolean: return "boolean";
    case Json::Kind::number: return "number";
    case Json::Kind::string: return "string";
    case Json::Kind::array: return "array";
    case Json::Kind::object: return "object";
  }
  return {};
}

Reader::Reader(const Json& value, std::string path, Issues& issues)
    : value_(&value), path_(std::move(path)), issues_(&issues) {}

bool Reader::exists(Name name) const {
  const Json* field = value_->find(name);
  return field != nullptr && !field->is_null();
}

std::string Reader::path_of(Name name) const { return path_ + pointer_step(name); }

void Reader::note(Code code, Name name, std::map<std::string, std::string> args) const {
  issues_->push_back(error(code, name.empty() ? path_ : path_of(name), std::move(args)));
}

const Json& Reader::field(Name name) const {
  const Json* found = value_->find(name);
  return found == nullptr ? null_value : *found;
}

void Reader::note_wrong_type(Name name, const Json& value, std::string_view expected) const {
  note(Code::field_wrong_type, name,
       {{"expected", std::string(expected)}, {"found", std::string(kind_text(value.kind))}});
}

std::optional<std::string> Reader::text(Name name) const {
  const Json& value = field(name);
  if (value.is_string()) return value.text;
  if (!value.is_null()) note_wrong_type(name, value, "string");
  return std::nullopt;
}

std::optional<std::string> Reader::id(Name name) const {
  const Json& value = field(name);
  if (value.is_string() || value.is_number()) return value.text;
  if (!value.is_null()) note_wrong_type(name, value, "id");
  return std::nullopt;
}

std::optional<bool> Reader::boolean(Name name) const {
  const Json& value = field(name);
  const auto truth = boolean_of(value);
  if (!truth && !is_blank(value)) note_wrong_type(name, value, "boolean");
  return truth;
}

std::optional<std::int64_t> Reader::integer(Name name) const {
  const Json& value = field(name);
  const auto number = integer_of(value);
  if (!number && !is_blank(value)) note_wrong_type(name, value, "integer");
  return number;
}

std::optional<Decimal> Reader::decimal(Name name) const {
  const Json& value = field(name);
  const auto number = decimal_of(value);
  if (!number && !is_blank(value)) note(Code::amount_unreadable, name, text_arg(value.text));
  return number;
}

std::optional<Date> Reader::date(Name name) const {
  const Json& value = field(name);
  const auto date = value.is_string() ? parse_date(value.text) : std::nullopt;
  if (!date && !is_blank(value)) note(Code::date_unreadable, name, text_arg(value.text));
  return date;
}

std::string Reader::text_or(Name name, const char* fallback) const { return text(name).value_or(fallback); }

bool Reader::boolean_or(Name name, bool fallback) const { return boolean(name).value_or(fallback); }

std::optional<std::string> Reader::required_text(Name name) const {
  if (!exists(name)) note(Code::field_missing, name);
  return text(name);
}

std::optional<std::string> Reader::required_id(Name name) const {
  if (!exists(name)) note(Code::field_missing, name);
  return id(name);
}

Reader Reader::object(Name name) const {
  const Json& value = field(name);
  const bool container = value.is_object() || value.is_array();
  if (!container && !value.is_null()) note_wrong_type(name, value, "object");
  return Reader(container ? value : null_value, path_of(name), *issues_);
}

void Reader::each(Name name, FunctionRef<void(const Reader&)> visit) const {
  Reader(field(name), path_of(name), *issues_).each(visit);
}

void Reader::each(FunctionRef<void(const Reader&)> visit) const {
  if (!value_->is_array()) {
    if (!value_->is_null()) note_wrong_type("", *value_, "array");
    return;
  }
  for (std::size_t i = 0; i < value_->items.size(); ++i) {
    visit(Reader(value_->items[i], path_ + "/" + std::to_string(i), *issues_));
  }
}

std::vector<std::string> Reader::texts(Name name) const {
  std::vector<std::string> texts;
  each(name, [&](const Reader& one) {
    if (one.value().is_string()) texts.push_back(one.value().text);
  });
  return texts;
}

}  // namespace sidebill

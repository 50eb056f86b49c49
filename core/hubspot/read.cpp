#include "core/hubspot/read.h"

#include "core/base/json_cursor.h"
#include "core/base/text.h"

namespace sidebill::hubspot {

namespace {

/// Longest text HubSpot itself takes for a property.
constexpr std::size_t longest_text = 65536;

std::string short_text(const Reader& reader, Name name) {
  return first_code_points(reader.text_or(name), 500);
}

/// A value that no property can hold is nobody's data: it is cut, and noted.
void cut_long_values(Json& properties, const Reader& at) {
  for (auto& [name, value] : properties.members) {
    if (value.text.size() <= longest_text * 4) continue;
    at.note(Code::text_too_long, name, {{"limit", std::to_string(longest_text)}});
    value.text = first_code_points(value.text, longest_text);
  }
}

Json read_values(const Reader& record) {
  const Reader values = record.object("properties");
  if (!values.value().is_object()) return Json::object();
  Json properties = values.value();
  cut_long_values(properties, values);
  return properties;
}

std::int64_t read_instant(const Reader& reader, Name name) {
  return parse_instant(reader.text_or(name)).value_or(0);
}

/// An id that is there and not empty, or an issue.
std::optional<std::string> read_id(const Reader& reader, Name name) {
  auto id = reader.required_id(name);
  if (!id || !id->empty()) return id;
  reader.note(Code::field_missing, name);
  return std::nullopt;
}

std::optional<Record> read_one(const Reader& reader, const std::string& type) {
  const auto id = read_id(reader, "id");
  if (!id) return std::nullopt;
  Record record;
  record.type = type;
  record.id = *id;
  record.properties = read_values(reader);
  record.created_ms = read_instant(reader, "createdAt");
  record.updated_ms = read_instant(reader, "updatedAt");
  record.archived = reader.boolean_or("archived", false);
  record.made_now = reader.boolean_or("new", false);
  return record;
}

std::vector<Record> read_results(const Reader& answer, const std::string& type) {
  std::vector<Record> records;
  answer.each("results", [&](const Reader& one) {
    if (auto record = read_one(one, type)) records.push_back(std::move(*record));
  });
  return records;
}

ItemError read_item_error(const Reader& reader) {
  ItemError item{
      short_text(reader, "category"), short_text(reader, "subCategory"), short_text(reader, "message"), {}};
  const Reader context = reader.object("context");
  for (const char* name : {"ids", "objectWriteTraceId", "id", "fromObjectId"}) {
    if (!context.exists(name)) continue;
    context.each(name, [&](const Reader& id) {
      if (id.value().is_string() || id.value().is_number()) item.ids.push_back(id.value().text);
    });
  }
  return item;
}

std::string next_page(const Reader& reader) {
  return reader.object("paging").object("next").id("after").value_or("");
}

/// The same of the text of a page's `paging`.
std::string after_in(std::string_view paging, Issues& issues) {
  const auto tree = parse_json(paging, issues);
  return tree ? Reader(*tree, "/paging", issues).object("next").id("after").value_or("") : "";
}

Association read_association(const Reader& reader) {
  Association association;
  association.to_id =
      reader.exists("toObjectId") ? reader.id("toObjectId").value_or("") : reader.id("id").value_or("");
  reader.each("associationTypes", [&](const Reader& type) {
    const auto id = type.integer("typeId");
    if (id && *id > 0 && *id <= INT32_MAX) association.type_ids.push_back(static_cast<int>(*id));
    const std::string label = short_text(type, "label");
    if (!label.empty()) association.labels.push_back(label);
  });
  return association;
}

PropertyInfo read_property(const Reader& reader) {
  PropertyInfo info;
  info.name = short_text(reader, "name");
  info.type = short_text(reader, "type");
  info.field_type = short_text(reader, "fieldType");
  info.group = short_text(reader, "groupName");
  info.unique = reader.boolean_or("hasUniqueValue", false);
  info.calculated = reader.boolean_or("calculated", false);
  info.read_only = reader.object("modificationMetadata").boolean_or("readOnlyValue", false);
  return info;
}

}  // namespace

std::optional<Record> read_record(const std::string& body, const std::string& type, Issues& issues) {
  const auto answer = parse_json(body, issues);
  return answer ? read_one(Reader(*answer, "", issues), type) : std::nullopt;
}

BatchResult read_batch(const std::string& body, const std::string& type, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return {};
  const Reader reader(*answer, "", issues);
  BatchResult result;
  result.records = read_results(reader, type);
  reader.each("errors", [&](const Reader& one) { result.errors.push_back(read_item_error(one)); });
  return result;
}

RecordPage read_page(std::string_view body, const std::string& type, Issues& issues,
                     FunctionRef<void(const Record&)> take) {
  JsonCursor in(body);
  RecordPage page;
  const auto take_one = [&](const std::string& path) {
    const std::string_view text = in.value_text();
    const auto tree = in.good() ? parse_json(text, issues) : std::nullopt;
    const auto record = tree ? read_one(Reader(*tree, path, issues), type) : std::nullopt;
    if (record) take(*record);
  };
  const JsonCursor::Place start = in.place();
  bool is_record = false;
  in.each_member([&](std::string_view name) {
    is_record = is_record || name == "id";
    if (name == "paging") page.after = after_in(in.value_text(), issues);
    if (name != "results" || in.kind() != Json::Kind::array) return;
    in.each_item([&] { take_one("/results/" + std::to_string(page.results++)); });
  });
  if (is_record) {
    in.go_back(start);
    take_one("");
    page.results = 1;
  }
  auto issue = in.finish();
  if (!issue) return page;
  issues.push_back(*std::move(issue));
  return {};
}

SearchResult read_search(const std::string& body, const std::string& type, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return {};
  const Reader reader(*answer, "", issues);
  return {read_results(reader, type), reader.integer("total").value_or(0), next_page(reader)};
}

std::vector<AssociatedFrom> read_associations(const std::string& body, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return {};
  std::vector<AssociatedFrom> associations;
  Reader(*answer, "", issues).each("results", [&](const Reader& result) {
    AssociatedFrom from;
    from.from_id = result.object("from").id("id").value_or("");
    from.after = next_page(result);
    result.each("to", [&](const Reader& to) {
      Association association = read_association(to);
      if (association.to_id.empty()) return to.note(Code::field_missing, "toObjectId");
      from.to.push_back(std::move(association));
    });
    if (!from.to.empty()) associations.push_back(std::move(from));
  });
  return associations;
}

std::optional<AccountDetails> read_account_details(const std::string& body, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return std::nullopt;
  const Reader reader(*answer, "", issues);
  const auto portal = read_id(reader, "portalId");
  if (!portal) return std::nullopt;
  AccountDetails details;
  details.portal_id = *portal;
  details.account_type = short_text(reader, "accountType");
  details.time_zone = short_text(reader, "timeZone");
  details.company_currency = short_text(reader, "companyCurrency");
  details.ui_domain = short_text(reader, "uiDomain");
  reader.each("additionalCurrencies", [&](const Reader& currency) {
    if (currency.value().is_string()) details.additional_currencies.push_back(currency.value().text);
  });
  return details;
}

std::optional<Owner> read_owner(const std::string& body, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return std::nullopt;
  const Reader reader(*answer, "", issues);
  const auto id = read_id(reader, "id");
  if (!id) return std::nullopt;
  return Owner{*id, short_text(reader, "email"), short_text(reader, "firstName"),
               short_text(reader, "lastName")};
}

std::vector<PropertyInfo> read_properties(const std::string& body, Issues& issues) {
  const auto answer = parse_json(body, issues);
  if (!answer) return {};
  std::vector<PropertyInfo> properties;
  Reader(*answer, "", issues).each("results", [&](const Reader& one) {
    PropertyInfo info = read_property(one);
    if (info.name.empty()) return one.note(Code::field_missing, "name");
    properties.push_back(std::move(info));
  });
  return properties;
}

}  // namespace sidebill::hubspot

#include "core/hubspot/requests.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/hubspot/judge.h"
#include "core/run/http.h"

namespace sidebill::hubspot {

namespace {

constexpr const char* objects = "/crm/objects/2026-09/";
constexpr const char* associations_between = "/crm/associations/2026-09/";
constexpr const char* properties_of = "/crm/properties/2026-09/";
constexpr const char* owners = "/crm/owners/2026-09/";

Call call_of(const std::string& portal, const std::string& method, std::string path,
             const std::string& purpose) {
  Call call;
  call.request.service = "hubspot";
  call.request.account = portal;
  call.request.method = method;
  call.request.path = std::move(path);
  call.judge = &judge;
  call.purpose = purpose;
  return call;
}

Call with_body(Call call, const Json& body, Repeat repeat) {
  call.request.body = to_text(body);
  call.request.content_type = "application/json";
  call.repeat = repeat;
  return call;
}

Call writing(Call call, Repeat repeat) {
  call.repeat = repeat;
  return call;
}

std::string object_path(const std::string& type, const std::string& rest) {
  return objects + percent_encoded(type) + "/" + rest;
}

std::string pair_path(const std::string& from_type, const std::string& from_id, const std::string& between,
                      const std::string& to_type, const std::string& to_id) {
  return object_path(from_type, percent_encoded(from_id) + "/associations/" + between +
                                    percent_encoded(to_type) + "/" + percent_encoded(to_id));
}

/// Names of properties are letters, digits and underscores: the commas between them need no encoding.
std::string asking_for(const std::vector<std::string>& properties) {
  std::vector<std::string> encoded;
  for (const std::string& name : properties) encoded.push_back(percent_encoded(name));
  return "properties=" + join(encoded, ",");
}

Json texts(const std::vector<std::string>& values) {
  Json list = Json::array();
  for (const std::string& value : values) list.items.push_back(Json::string(value));
  return list;
}

Json inputs_json(const std::vector<std::string>& ids) {
  Json list = Json::array();
  for (const std::string& id : ids) list.items.push_back(Json::object().set("id", Json::string(id)));
  return list;
}

Json values_json(const Properties& properties) {
  Json json = Json::object();
  for (const auto& [name, value] : properties) json.set(name, Json::string(value));
  return json;
}

Json filter_json(const Filter& filter) {
  Json json = Json::object()
                  .set("propertyName", Json::string(filter.property))
                  .set("operator", Json::string(filter.operation));
  if (!filter.value.empty()) json.set("value", Json::string(filter.value));
  if (!filter.values.empty()) json.set("values", texts(filter.values));
  return json;
}

Json groups_json(const std::vector<std::vector<Filter>>& groups) {
  Json list = Json::array();
  for (const std::vector<Filter>& group : groups) {
    Json filters = Json::array();
    for (const Filter& filter : group) filters.items.push_back(filter_json(filter));
    list.items.push_back(Json::object().set("filters", std::move(filters)));
  }
  return list;
}

Json associations_json(const std::vector<NewAssociation>& associations) {
  Json list = Json::array();
  for (const NewAssociation& one : associations) {
    Json types = Json::array();
    types.items.push_back(Json::object()
                              .set("associationCategory", Json::string("HUBSPOT_DEFINED"))
                              .set("associationTypeId", Json::number(std::int64_t{one.type_id})));
    list.items.push_back(Json::object()
                             .set("to", Json::object().set("id", Json::string(one.to_id)))
                             .set("types", std::move(types)));
  }
  return list;
}

Json definition_json(const PropertyDefinition& definition) {
  Json json = Json::object()
                  .set("groupName", Json::string(property_group))
                  .set("name", Json::string(definition.name))
                  .set("label", Json::string(definition.label))
                  .set("type", Json::string(definition.type))
                  .set("fieldType", Json::string(definition.field_type))
                  .set("description", Json::string(definition.description))
                  .set("formField", Json::boolean(false));
  if (definition.unique) json.set("hasUniqueValue", Json::boolean(true));
  return json;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

Json keyed_json(const std::string& key_property, const std::string& key, const Properties& properties) {
  return Json::object()
      .set("id", Json::string(key))
      .set("idProperty", Json::string(key_property))
      .set("properties", values_json(properties));
}

Call upserting(const std::string& portal, const std::string& type, Json inputs, const std::string& purpose) {
  return with_body(call_of(portal, "POST", object_path(type, "batch/upsert"), purpose),
                   Json::object().set("inputs", std::move(inputs)), Repeat::repeatable_write);
}

}  // namespace

Call account_details(const std::string& portal) {
  return call_of(portal, "GET", "/account-info/2026-09/details", "read-account");
}

Call read_object(const std::string& portal, const std::string& type, const std::string& id,
                 const std::vector<std::string>& properties, const std::string& purpose) {
  return call_of(portal, "GET", object_path(type, percent_encoded(id) + "?" + asking_for(properties)),
                 purpose);
}

Call read_by_key(const std::string& portal, const std::string& type, const std::string& key_property,
                 const std::string& key, const std::vector<std::string>& properties,
                 const std::string& purpose) {
  const std::string query = "?idProperty=" + percent_encoded(key_property) + "&" + asking_for(properties);
  return call_of(portal, "GET", object_path(type, percent_encoded(key) + query), purpose);
}

Call list_page(const std::string& portal, const std::string& type, const std::vector<std::string>& properties,
               bool archived, const std::string& after, const std::string& purpose) {
  std::string query =
      type + "?limit=100&archived=" + (archived ? "true" : "false") + "&" + asking_for(properties);
  if (!after.empty()) query += "&after=" + percent_encoded(after);
  return call_of(portal, "GET", objects + query, purpose);
}

Call batch_read(const std::string& portal, const std::string& type, const std::vector<std::string>& ids,
                const std::vector<std::string>& properties, const std::string& purpose,
                const std::string& id_property) {
  Json body = Json::object()
                  .set("inputs", inputs_json(ids))
                  .set("properties", texts(properties))
                  .set("propertiesWithHistory", Json::array());
  if (!id_property.empty()) body.set("idProperty", Json::string(id_property));
  return with_body(call_of(portal, "POST", object_path(type, "batch/read"), purpose), body, Repeat::read);
}

Call associations(const std::string& portal, const std::string& from_type,
                  const std::vector<std::string>& from_ids, const std::string& to_type,
                  const std::string& purpose) {
  const std::string path =
      associations_between + percent_encoded(from_type) + "/" + percent_encoded(to_type) + "/batch/read";
  return with_body(call_of(portal, "POST", path, purpose),
                   Json::object().set("inputs", inputs_json(from_ids)), Repeat::read);
}

std::vector<Call> batch_reads(const std::string& portal, const std::string& type,
                              const std::vector<std::string>& ids, const std::vector<std::string>& properties,
                              const std::string& purpose) {
  constexpr std::size_t batch_size = 100;
  std::vector<Call> calls;
  for (std::size_t start = 0; start < ids.size(); start += batch_size) {
    const auto from = ids.begin() + std::ptrdiff_t(start);
    const auto to = ids.begin() + std::ptrdiff_t(std::min(ids.size(), start + batch_size));
    calls.push_back(batch_read(portal, type, {from, to}, properties, purpose));
  }
  return calls;
}

Call owner(const std::string& portal, const std::string& owner_id) {
  return call_of(portal, "GET", owners + percent_encoded(owner_id), "read-owner");
}

Call list_properties(const std::string& portal, const std::string& type) {
  return call_of(portal, "GET", properties_of + percent_encoded(type), "read-properties");
}

Call search(const std::string& portal, const std::string& type, const Search& search,
            const std::string& purpose) {
  Json sorts = Json::array();
  if (!search.sort_by.empty()) sorts.items.push_back(Json::string(search.sort_by));
  const Json body = Json::object()
                        .set("filterGroups", groups_json(search.groups))
                        .set("sorts", std::move(sorts))
                        .set("after", Json::string(search.after.empty() ? "0" : search.after))
                        .set("limit", Json::number(std::int64_t{std::clamp(search.limit, 1, 200)}))
                        .set("properties", texts(search.properties));
  return with_body(call_of(portal, "POST", object_path(type, "search"), purpose), body, Repeat::read);
}

Call batch_update(const std::string& portal, const std::string& type, const std::vector<Change>& changes,
                  const std::string& purpose) {
  Json inputs = Json::array();
  for (const Change& change : changes) {
    inputs.items.push_back(Json::object()
                               .set("id", Json::string(change.id))
                               .set("objectWriteTraceId", Json::string(change.id))
                               .set("properties", values_json(change.properties)));
  }
  return with_body(call_of(portal, "POST", object_path(type, "batch/update"), purpose),
                   Json::object().set("inputs", std::move(inputs)), Repeat::repeatable_write);
}

Call batch_upsert(const std::string& portal, const std::string& type, const std::string& key_property,
                  const std::vector<Keyed>& records, const std::string& purpose) {
  Json inputs = Json::array();
  for (const Keyed& record : records) {
    inputs.items.push_back(keyed_json(key_property, record.key, record.properties)
                               .set("objectWriteTraceId", Json::string(record.key)));
  }
  return upserting(portal, type, std::move(inputs), purpose);
}

Call upsert(const std::string& portal, const std::string& type, const std::string& key_property,
            const std::string& key, const Properties& properties, const std::string& purpose) {
  Json inputs = Json::array();
  inputs.items.push_back(keyed_json(key_property, key, properties));
  return upserting(portal, type, std::move(inputs), purpose);
}

Call create_object(const std::string& portal, const std::string& type, const Properties& properties,
                   const std::vector<NewAssociation>& associations, const std::string& purpose) {
  const Json body = Json::object()
                        .set("properties", values_json(properties))
                        .set("associations", associations_json(associations));
  return with_body(call_of(portal, "POST", objects + percent_encoded(type), purpose), body,
                   Repeat::single_write);
}

Call patch_object(const std::string& portal, const std::string& type, const std::string& id,
                  const Properties& properties, const std::string& purpose) {
  return with_body(call_of(portal, "PATCH", object_path(type, percent_encoded(id)), purpose),
                   Json::object().set("properties", values_json(properties)), Repeat::repeatable_write);
}

Call archive(const std::string& portal, const std::string& type, const std::string& id,
             const std::string& purpose) {
  return writing(call_of(portal, "DELETE", object_path(type, percent_encoded(id)), purpose),
                 Repeat::repeatable_write);
}

Call associate_default(const std::string& portal, const std::string& from_type, const std::string& from_id,
                       const std::string& to_type, const std::string& to_id, const std::string& purpose) {
  return writing(call_of(portal, "PUT", pair_path(from_type, from_id, "default/", to_type, to_id), purpose),
                 Repeat::repeatable_write);
}

Call remove_association(const std::string& portal, const std::string& from_type, const std::string& from_id,
                        const std::string& to_type, const std::string& to_id, const std::string& purpose) {
  return writing(call_of(portal, "DELETE", pair_path(from_type, from_id, "", to_type, to_id), purpose),
                 Repeat::repeatable_write);
}

Call create_group(const std::string& portal, const std::string& type) {
  const Json body = Json::object()
                        .set("name", Json::string(property_group))
                        .set("label", Json::string("Sidebill"))
                        .set("displayOrder", Json::number(std::int64_t{-1}));
  return with_body(
      call_of(portal, "POST", properties_of + percent_encoded(type) + "/groups", "create-property-group"),
      body, Repeat::repeatable_write);
}

Call create_properties(const std::string& portal, const std::string& type,
                       const std::vector<PropertyDefinition>& definitions) {
  Json inputs = Json::array();
  for (const PropertyDefinition& definition : definitions)
    inputs.items.push_back(definition_json(definition));
  return with_body(
      call_of(portal, "POST", properties_of + percent_encoded(type) + "/batch/create", "create-properties"),
      Json::object().set("inputs", std::move(inputs)), Repeat::repeatable_write);
}

bool is_write(const Request& request) {
  if (request.method == "GET") return false;
  const std::string_view path = std::string_view(request.path).substr(0, request.path.find('?'));
  return !ends_with(path, "/batch/read") && !ends_with(path, "/search");
}

}  // namespace sidebill::hubspot

#include "core/hubspot/errors.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"

namespace sidebill::hubspot {

namespace {

/// Sentences are shown to people; nobody reads more than this.
constexpr std::size_t longest_sentence = 1000;

std::string short_text(const Reader& reader, Name name) {
  return first_code_points(reader.text_or(name), longest_sentence);
}

/// {"propertyName": ["amount"]}; single values count as lists of one.
std::map<std::string, std::vector<std::string>> read_context(const Reader& holder) {
  std::map<std::string, std::vector<std::string>> context;
  const Json* value = holder.value().find("context");
  if (value == nullptr) return context;
  for (const auto& [name, entry] : value->members) {
    std::vector<std::string>& list = context[first_code_points(name, 100)];
    if (entry.is_string() || entry.is_number())
      list.push_back(first_code_points(entry.text, longest_sentence));
    for (const Json& item : entry.items) {
      if (item.is_string() || item.is_number())
        list.push_back(first_code_points(item.text, longest_sentence));
    }
  }
  return context;
}

ErrorDetail read_detail(const Reader& reader) {
  return {short_text(reader, "message"), short_text(reader, "code"), short_text(reader, "in"),
          short_text(reader, "subCategory"), read_context(reader)};
}

std::vector<std::string> in_context(const std::map<std::string, std::vector<std::string>>& context,
                                    const std::string& name) {
  const auto found = context.find(name);
  return found == context.end() ? std::vector<std::string>{} : found->second;
}

/// "Property values were not valid: [{"isValid":false,...}]"
std::vector<PropertyError> embedded_errors(const std::string& message) {
  const std::size_t start = message.find("[{");
  const std::size_t end = message.rfind(']');
  std::vector<PropertyError> found;
  if (start == std::string::npos || end == std::string::npos || end < start) return found;
  Issues unread;  // a sentence that only looks like JSON is still shown as the message
  const auto list = parse_json(std::string_view(message).substr(start, end - start + 1), unread);
  if (!list) return found;
  Reader(*list, "", unread).each([&](const Reader& one) {
    PropertyError error{short_text(one, "name"), short_text(one, "error"), short_text(one, "message")};
    if (!error.name.empty()) found.push_back(std::move(error));
  });
  return found;
}

std::vector<PropertyError> listed_errors(const ApiError& error) {
  std::vector<PropertyError> found;
  for (const ErrorDetail& detail : error.errors) {
    for (const std::string& name : in_context(detail.context, "propertyName")) {
      found.push_back({name, detail.code, detail.message});
    }
  }
  for (const std::string& name : in_context(error.context, "propertyName")) {
    found.push_back({name, error.sub_category, error.message});
  }
  return found;
}

std::string digits_after(std::string_view text, std::string_view mark) {
  const std::size_t found = text.find(mark);
  if (found == std::string_view::npos) return "";
  const std::string_view rest = text.substr(found + mark.size());
  return std::string(rest.substr(0, rest.find_first_not_of("0123456789")));
}

/// "... on 51. 101 already has that value." -> "101"
std::string digits_before(std::string_view text, std::string_view mark) {
  const std::size_t found = text.find(mark);
  if (found == std::string_view::npos) return "";
  const std::string_view before = text.substr(0, found);
  const std::size_t start = before.find_last_not_of("0123456789");
  return std::string(before.substr(start == std::string_view::npos ? 0 : start + 1));
}

using Args = std::map<std::string, std::string>;

void add(Args& args, const char* name, const std::string& value) {
  if (!value.empty()) args[name] = value;
}

Args args_of(int status, const ApiError& error) {
  Args args{{"service", "hubspot"}};
  if (status != 0) args["status"] = std::to_string(status);
  add(args, "message", error.message);
  add(args, "category", error.category);
  add(args, "correlation", error.correlation_id);
  add(args, "policy", error.policy_name);
  return args;
}

Issue issue_of(const PropertyError& property, Args args) {
  add(args, "field", property.name);
  add(args, "property", property.name);
  add(args, "error", property.error);
  add(args, "message", property.message);
  const bool unknown = property.error == "PROPERTY_DOESNT_EXIST";
  return error(unknown ? Code::property_missing : Code::field_refused, "/properties/" + property.name,
               std::move(args));
}

Code code_of(int status, const ApiError& error) {
  if (status == 401) return Code::reconnect_needed;
  if (status == 403) return Code::permission_missing;
  if (status == 404 || error.category == "OBJECT_NOT_FOUND") return Code::record_not_found;
  if (status == 409 || error.category == "CONFLICT" || error.category == "CONFLICTING_UNIQUE_VALUE") {
    return Code::field_refused;
  }
  if (status == 423 || status == 429 || status == 477) return Code::service_busy;
  if (status >= 500) return Code::service_failed;
  return Code::service_refused;
}

}  // namespace

ApiError read_error(const Json& body) {
  Issues unread;  // every field is optional, and a wrong one says as little as a missing one
  const Reader reader(body, "", unread);
  ApiError error;
  error.category = short_text(reader, "category");
  error.sub_category = short_text(reader, "subCategory");
  error.correlation_id = short_text(reader, "correlationId");
  error.error_type = short_text(reader, "errorType");
  error.policy_name = short_text(reader, "policyName");
  // The embedded list may be long; only what is shown of it is cut.
  error.message = first_code_points(reader.text_or("message"), 100 * longest_sentence);
  if (error.message.empty()) error.message = short_text(reader, "error_description");
  error.context = read_context(reader);
  reader.each("errors", [&](const Reader& one) { error.errors.push_back(read_detail(one)); });
  return error;
}

ApiError read_error(std::string_view body) {
  Issues unread;  // an HTML page of something on the way says nothing of HubSpot
  const auto json = parse_json(body, unread);
  return json ? read_error(*json) : ApiError{};
}

std::vector<PropertyError> property_errors(const ApiError& error) {
  auto embedded = embedded_errors(error.message);
  return embedded.empty() ? listed_errors(error) : embedded;
}

std::vector<std::string> missing_scopes(const ApiError& error) {
  std::set<std::string> scopes;
  for (const std::string& scope : in_context(error.context, "requiredGranularScopes")) scopes.insert(scope);
  for (const ErrorDetail& detail : error.errors) {
    for (const std::string& scope : in_context(detail.context, "requiredGranularScopes"))
      scopes.insert(scope);
  }
  return {scopes.begin(), scopes.end()};
}

std::string existing_id(const ApiError& error) {
  std::string id = digits_after(error.message, "Existing ID: ");
  if (id.empty()) id = digits_before(error.message, " already has that value");
  for (const ErrorDetail& detail : error.errors) {
    if (id.empty()) id = digits_before(detail.message, " already has that value");
  }
  return id;
}

Issues issues_of(int status, const ApiError& error) {
  Args args = args_of(status, error);
  args["message"] = first_code_points(error.message, longest_sentence);
  const auto scopes = missing_scopes(error);
  if (!scopes.empty() || error.category == "MISSING_SCOPES") {
    add(args, "scope", join(scopes, ", "));
    return {sidebill::error(Code::scope_missing, "", std::move(args))};
  }
  add(args, "existing_id", existing_id(error));
  const auto properties = status >= 500 ? std::vector<PropertyError>{} : property_errors(error);
  Issues issues;
  for (const PropertyError& property : properties) issues.push_back(issue_of(property, args));
  if (issues.empty()) issues.push_back(sidebill::error(code_of(status, error), "", std::move(args)));
  return issues;
}

}  // namespace sidebill::hubspot

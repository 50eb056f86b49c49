// What HubSpot says when it refuses. Every field is optional: recorded answers omit any of them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/issue.h"
#include "core/base/json.h"

namespace sidebill::hubspot {

struct ErrorDetail {
  std::string message, code, in, sub_category;
  std::map<std::string, std::vector<std::string>> context;
};

struct ApiError {
  std::string message, category, sub_category, correlation_id;
  std::string error_type, policy_name;  // of rate limits
  std::map<std::string, std::vector<std::string>> context;
  std::vector<ErrorDetail> errors;
};

/// A value that was not taken. Source: reference/hubspot.md 5: some messages embed a JSON array of these.
struct PropertyError {
  std::string name, error, message;
};

/// Anything reads as an error: what is no JSON object gives an empty one.
ApiError read_error(std::string_view body);
ApiError read_error(const Json& body);

std::vector<PropertyError> property_errors(const ApiError& error);
/// The scopes that the token lacks, sorted.
std::vector<std::string> missing_scopes(const ApiError& error);
/// The record that is in the way: "Contact already exists. Existing ID: 12" -> "12".
std::string existing_id(const ApiError& error);

/// The refusal in our own words, at least one issue.
///
/// Shape:  args: service, message, category, correlation; field, error for values; scope; existing_id
Issues issues_of(int status, const ApiError& error);

}  // namespace sidebill::hubspot

// Statements of QuickBooks' query language, with its escaping; what its lexer refuses is refused here.
//
// Source: reference/quickbooks.md 5
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidebill::quickbooks {

/// A value in single quotes, `'` and `\` escaped with a backslash.
///
/// Errors: nullopt for control characters and everything beyond ISO-8859-1: compare such values locally
std::optional<std::string> quoted(std::string_view value);

/// One condition; conditions are joined by AND, the language has no OR.
struct Condition {
  std::string property;
  std::string operation;            // = < > <= >= LIKE IN
  std::vector<std::string> values;  // one; several for IN
};

Condition equals(std::string property, std::string value);
Condition at_least(std::string property, std::string value);
Condition less_than(std::string property, std::string value);
/// Contains the text; '%' inside it is a wildcard of the language and cannot be escaped.
Condition contains(std::string property, const std::string& text);
Condition any_of(std::string property, std::vector<std::string> values);
/// Inactive records too; lists leave them out otherwise.
Condition active_or_not();

struct Query {
  std::string entity;
  std::vector<Condition> where;
  std::string order_by;  // "MetaData.LastUpdatedTime DESC"
  int start = 1;         // counts from 1
  int limit = 1000;      // at most 1000
};

/// Errors: nullopt when a value cannot be written, or an IN has no values
std::optional<std::string> statement(const Query& query);

}  // namespace sidebill::quickbooks

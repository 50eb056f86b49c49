#include "core/quickbooks/query.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace sidebill::quickbooks {

namespace {

bool is_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return true;
    const bool upper_control =
        byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    if (upper_control) return true;
  }
  return false;
}

/// Truth values stand bare, everything else in quotes, numbers too.
std::optional<std::string> value_text(const Condition& condition, const std::string& value) {
  if (condition.property == "Active" && (value == "true" || value == "false")) return value;
  return quoted(value);
}

std::optional<std::string> values_text(const Condition& condition) {
  std::vector<std::string> written;
  for (const std::string& value : condition.values) {
    auto text = value_text(condition, value);
    if (!text) return std::nullopt;
    written.push_back(std::move(*text));
  }
  if (written.empty()) return std::nullopt;
  if (condition.operation != "IN") return written.front();
  return "(" + join(written, ", ") + ")";
}

std::optional<std::string> where_text(const std::vector<Condition>& conditions) {
  std::string text;
  for (const Condition& condition : conditions) {
    const auto values = values_text(condition);
    if (!values) return std::nullopt;
    text += text.empty() ? " WHERE " : " AND ";
    text += condition.property + " " + condition.operation + " " + *values;
  }
  return text;
}

}  // namespace

std::optional<std::string> quoted(std::string_view value) {
  if (!is_valid_utf8(value) || is_control(value) || !outside_latin1(value).empty()) return std::nullopt;
  std::string text = "'";
  for (const char letter : value) {
    if (letter == '\'' || letter == '\\') text += '\\';
    text += letter;
  }
  return text + "'";
}

Condition equals(std::string property, std::string value) {
  return {std::move(property), "=", {std::move(value)}};
}

Condition at_least(std::string property, std::string value) {
  return {std::move(property), ">=", {std::move(value)}};
}

Condition less_than(std::string property, std::string value) {
  return {std::move(property), "<", {std::move(value)}};
}

Condition contains(std::string property, const std::string& text) {
  return {std::move(property), "LIKE", {"%" + text + "%"}};
}

Condition any_of(std::string property, std::vector<std::string> values) {
  return {std::move(property), "IN", std::move(values)};
}

Condition active_or_not() { return any_of("Active", {"true", "false"}); }

std::optional<std::string> statement(const Query& query) {
  const auto where = where_text(query.where);
  if (!where) return std::nullopt;
  const std::string order = query.order_by.empty() ? "" : " ORDERBY " + query.order_by;
  return "SELECT * FROM " + query.entity + *where + order + " STARTPOSITION " +
         std::to_string(std::max(query.start, 1)) + " MAXRESULTS " +
         std::to_string(std::clamp(query.limit, 1, 1000));
}

}  // namespace sidebill::quickbooks

// When QuickBooks made an answer: a stored one says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sidebill::quickbooks {

/// The `time` of an answer or fault body, milliseconds since 1970.
///
/// Shape:  RFC 3339 text, or the number that the gateway sends
/// Errors: nullopt where the body has none (2030 faults) or is no JSON
/// Source: reference/quickbooks.md 1, 13.17
std::optional<std::int64_t> answer_time_ms(const std::string& body);

}  // namespace sidebill::quickbooks

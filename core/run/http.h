// Addresses and headers of HTTP, as far as the requests of both services need them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/run/run.h"

namespace sidebill {

/// Every byte that is not unreserved as %XX: one part of a path, or a value of a query.
/// Source: RFC 3986, section 2.3
std::string percent_encoded(std::string_view text);

/// The header Retry-After where it counts seconds, at most one day.
std::optional<std::int64_t> retry_after_ms(const Response& response);

}  // namespace sidebill

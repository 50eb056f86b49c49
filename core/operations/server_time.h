// Whether an answer is fresh or a replay of an earlier one, by the service's own clock.
#pragma once

#include <cstdint>
#include <optional>

#include "core/run/run.h"

namespace sidebill {

/// When the service received the request, by the service's clock: its Date header less the time the answer
/// took. nullopt without a readable Date header.
std::optional<std::int64_t> sent_at_server_ms(const Response& response);

/// Something stamped before the request was sent, with two seconds' grace for clocks of one-second steps.
bool is_before_sending(std::int64_t stamp_ms, const Response& response);
/// The same of the first sending, where an answer was lost and the request sent again.
bool is_before_first_sending(std::int64_t stamp_ms, const Reply& reply);

}  // namespace sidebill

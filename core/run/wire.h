// Effects, entries and answers as JSON: the shapes of wasm/src/boundary.ts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "core/base/issue.h"
#include "core/base/json.h"
#include "core/run/run.h"

namespace sidebill {

/// `only_until_ms`: later than this it is not sent, and answered as `Failure::too_late`.
Json send_effect(int step, int turn, const Call& call, bool renew,
                 std::optional<std::int64_t> only_until_ms = std::nullopt);
Json wait_effect(int step, int turn, const Call& call, std::int64_t until_ms);
Json ask_effect(int step, const std::string& kind, Json question);
Json look_effect(int step, const std::string& about, Json question);
Json now_effect(int step);

bool is_write(const Json& effect);
std::pair<int, int> step_of(const Json& effect);
std::string purpose_of(const Json& effect);
Request request_of(const Json& effect);
/// The mark "sent, answer gone" says how an effect is to be carried out; it is no part of what the effect is.
Json with_lost(const Json& effect);
Json without_lost(const Json& effect);

/// What is unreadable reads as `Failure::lost`: nothing may be concluded from it.
Response read_response(const Json& answer);
std::int64_t read_now(const Json& answer);
Json member_or_null(const Json& value, Name name);

Json issues_json(const Issues& issues);
/// {"value": ..., "issues": [...]}; value null when absent.
std::string answer_text(const std::optional<Json>& value, const Issues& issues);

/// Errors: nullopt and issues when a field is missing or of the wrong type
std::optional<RunHeader> read_header(const Reader& reader);
std::optional<Entry> read_entry(const Reader& reader);

}  // namespace sidebill

#include "core/quickbooks/answer_time.h"

#include "core/base/date.h"
#include "core/base/json.h"

namespace sidebill::quickbooks {

std::optional<std::int64_t> answer_time_ms(const std::string& body) {
  Issues unread;
  const auto answer = parse_json(body, unread);
  const Json* time = answer ? answer->find("time") : nullptr;
  if (time == nullptr) return std::nullopt;
  if (time->is_string()) return parse_instant(time->text);
  return Reader(*answer, "", unread).integer("time");
}

}  // namespace sidebill::quickbooks

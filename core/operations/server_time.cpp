#include "core/operations/server_time.h"

#include <array>
#include <cstdio>
#include <string_view>

#include "core/base/date.h"

namespace sidebill {

namespace {

constexpr std::int64_t grace_ms = 2000;

int month_of(std::string_view name) {
  constexpr std::array<std::string_view, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::size_t index = 0; index < names.size(); ++index) {
    if (names[index] == name) return static_cast<int>(index) + 1;
  }
  return 0;
}

/// "Sun, 06 Nov 1994 08:49:37 GMT". Source: RFC 9110 5.6.7 (IMF-fixdate)
std::optional<std::int64_t> parse_http_date(const std::string& text) {
  int day = 0, year = 0, hour = 0, minute = 0, second = 0;
  char month[4] = {};
  if (std::sscanf(text.c_str(), "%*3s, %2d %3s %4d %2d:%2d:%2d GMT", &day, month, &year, &hour, &minute,
                  &second) != 6) {
    return std::nullopt;
  }
  const auto date = make_date(year, month_of(month), day);
  if (!date || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return ((day_number(*date) * 24 + hour) * 60 + minute) * 60000 + second * 1000LL;
}

}  // namespace

std::optional<std::int64_t> sent_at_server_ms(const Response& response) {
  const auto header = response.headers.find("date");
  if (header == response.headers.end()) return std::nullopt;
  const auto answered = parse_http_date(header->second);
  if (!answered) return std::nullopt;
  return *answered - (response.received_ms - response.sent_ms);
}

bool is_before_sending(std::int64_t stamp_ms, const Response& response) {
  const auto sent = sent_at_server_ms(response);
  return sent && stamp_ms > 0 && stamp_ms < *sent - grace_ms;
}

}  // namespace sidebill

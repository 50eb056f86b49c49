#include "core/operations/server_time.h"

#include <array>
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

/// The number that these characters spell, or -1: no part of a date is negative.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (const char digit : text.substr(at, digits)) {
    if (digit < '0' || digit > '9') return -1;
    number = number * 10 + (digit - '0');
  }
  return number;
}

/// 'x' stands for any character: the letters and digits are read where they stand.
bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t at = 0; at < shape.size(); ++at) {
    if (shape[at] != 'x' && shape[at] != text[at]) return false;
  }
  return true;
}

/// "Sun, 06 Nov 1994 08:49:37 GMT". Source: RFC 9110 5.6.7 (IMF-fixdate)
std::optional<std::int64_t> parse_http_date(std::string_view text) {
  if (!has_shape(text, "xxx, xx xxx xxxx xx:xx:xx GMT")) return std::nullopt;
  const auto date = make_date(number_at(text, 12, 4), month_of(text.substr(8, 3)), number_at(text, 5, 2));
  const int hour = number_at(text, 17, 2), minute = number_at(text, 20, 2), second = number_at(text, 23, 2);
  if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
    return std::nullopt;
  }
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

bool is_before_first_sending(std::int64_t stamp_ms, const Reply& reply) {
  return is_before_sending(stamp_ms + (reply.response.sent_ms - reply.first_sent_ms), reply.response);
}

bool is_before_sending(std::int64_t stamp_ms, const Response& response) {
  const auto sent = sent_at_server_ms(response);
  return sent && stamp_ms > 0 && stamp_ms < *sent - grace_ms;
}

}  // namespace sidebill

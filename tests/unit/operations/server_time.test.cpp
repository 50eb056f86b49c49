#include "core/operations/server_time.h"

#include <doctest/doctest.h>

using namespace sidebill;

namespace {

std::optional<std::int64_t> sent_at(const std::string& date) {
  Response response;
  response.headers["date"] = date;
  response.sent_ms = 1000;
  response.received_ms = 1400;
  return sent_at_server_ms(response);
}

}  // namespace

TEST_CASE("server time: the answer's date less the time that the answer took") {
  CHECK(sent_at("Sun, 06 Nov 1994 08:49:37 GMT") == 784111777000 - 400);
  CHECK(sent_at("Thu, 01 Jan 1970 00:00:00 GMT") == -400);
  CHECK(sent_at("Thu, 29 Feb 2024 23:59:60 GMT") == 1709251200000 - 400);
}

TEST_CASE("server time: what is no HTTP date says nothing") {
  CHECK_FALSE(sent_at_server_ms(Response{}).has_value());
  for (const char* date : {
           "",
           "Sun, 06 Nov 1994 08:49:37",
           "Sun, 06 Nov 1994 08:49:37 UTC",
           "Sun, 06 Nov 1994 24:49:37 GMT",
           "Sun, 06 Nov 1994 08:60:37 GMT",
           "Sun, 06 Nov 1994 08:49:61 GMT",
           "Sun, 31 Feb 1994 08:49:37 GMT",
           "Sun, 06 Foo 1994 08:49:37 GMT",
           "Sun, -6 Nov 1994 08:49:37 GMT",
           "Sun, 06 Nov 1994 -8:49:37 GMT",
           "Sun, 06 Nov 199x 08:49:37 GMT",
           "Sunday, 06-Nov-94 08:49:37 GMT",
           "Sun Nov  6 08:49:37 1994",
           "1994-11-06T08:49:37Z",
       }) {
    CAPTURE(date);
    CHECK_FALSE(sent_at(date).has_value());
  }
}

TEST_CASE("server time: a stamp counts as earlier only beyond the grace of two seconds") {
  Response response;
  response.headers["date"] = "Sun, 06 Nov 1994 08:49:37 GMT";
  const std::int64_t sent = 784111777000;
  CHECK(is_before_sending(sent - 2001, response));
  CHECK_FALSE(is_before_sending(sent - 2000, response));
  CHECK_FALSE(is_before_sending(sent + 1, response));
  CHECK_FALSE(is_before_sending(0, response));
  CHECK_FALSE(is_before_sending(sent - 5000, Response{}));
}

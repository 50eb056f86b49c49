// Which quotes of a deal can be billed, and until when.
#include "core/mapping/quotes.h"

#include <doctest/doctest.h>

using namespace sidebill;

namespace {

Date day(const char* text) { return *parse_date(text); }

}  // namespace

TEST_CASE("quotes: only what was published and has not expired can be billed") {
  struct Row {
    const char* status;
    std::optional<Date> expires;
    const char* state;
  };
  const Date today = day("2026-11-23"), yesterday = day("2026-11-22"), tomorrow = day("2026-11-24");
  const Row rows[] = {
      {"APPROVAL_NOT_NEEDED", tomorrow, "good"},
      {"APPROVAL_NOT_NEEDED", today, "good"},
      {"APPROVED", std::nullopt, "good"},
      {"ACCEPTED", tomorrow, "good"},
      {"APPROVED", yesterday, "expired"},
      {"ACCEPTED", yesterday, "expired"},
      {"DRAFT", tomorrow, "draft"},
      {"DRAFT", yesterday, "draft"},
      {"", tomorrow, "draft"},
      {"PENDING_APPROVAL", tomorrow, "waiting"},
      {"REJECTED", tomorrow, "rejected"},
      {"SOMETHING_NEW", tomorrow, "unknown"},
      {"approved", tomorrow, "unknown"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.status);
    CHECK(quote_state(row.status, row.expires, today) == row.state);
  }
}

TEST_CASE("quotes: the last day is good until its end in the portal's own zone") {
  struct Zone {
    const char* name;
    int offset_minutes;
  };
  const Date last = day("2026-11-23");
  for (const Zone& where : {Zone{"America/Los_Angeles", -480}, Zone{"UTC", 0}, Zone{"Asia/Tokyo", 540}}) {
    CAPTURE(where.name);
    TimeZone zone;
    zone.name = where.name;
    zone.offsets = {{0, where.offset_minutes}};
    const std::int64_t midnight_utc_ms = 1795392000000;  // 2026-11-23T00:00:00Z
    const std::int64_t begins_ms = midnight_utc_ms - where.offset_minutes * 60'000LL;
    const std::int64_t day_ms = 86'400'000;
    const auto state_at = [&](std::int64_t at_ms) {
      return quote_state("APPROVED", last, local_date(at_ms, zone));
    };
    CHECK(to_text(local_date(begins_ms, zone)) == "2026-11-23");
    CHECK(state_at(begins_ms + day_ms - 60'000) == "good");  // 23:59
    CHECK(state_at(begins_ms + day_ms - 1) == "good");
    CHECK(state_at(begins_ms + day_ms) == "expired");
  }
}

TEST_CASE("quotes: named by title, else by number") {
  hubspot::Quote quote;
  quote.id = "7";
  quote.title = " ";
  quote.number = "20261123-1";
  quote.status = "APPROVED";
  CHECK(map_quote(quote, day("2026-11-23")).name == "20261123-1");
  quote.title = " Offer ";
  CHECK(map_quote(quote, day("2026-11-23")).name == "Offer");
  CHECK(map_quote(quote, day("2026-11-23")).can_be_billed());
}

#include "core/mapping/quotes.h"

#include "core/base/text.h"

namespace sidebill {

namespace {

/// A quote that was never finished has no status.
const char* published_state(std::string_view status) {
  if (status == "APPROVED" || status == "APPROVAL_NOT_NEEDED" || status == "ACCEPTED") return "good";
  if (status.empty() || status == "DRAFT") return "draft";
  if (status == "PENDING_APPROVAL") return "waiting";
  if (status == "REJECTED") return "rejected";
  return "unknown";
}

}  // namespace

std::string quote_state(std::string_view status, std::optional<Date> expires, Date today) {
  const std::string state = published_state(status);
  return state == "good" && expires && *expires < today ? "expired" : state;
}

SaleQuote map_quote(const hubspot::Quote& quote, Date today) {
  SaleQuote mapped;
  mapped.id = quote.id;
  mapped.name = trim(quote.title).empty() ? quote.number : trim(quote.title);
  mapped.state = quote_state(quote.status, quote.expires, today);
  mapped.expires = quote.expires;
  mapped.amount = quote.amount;
  return mapped;
}

}  // namespace sidebill

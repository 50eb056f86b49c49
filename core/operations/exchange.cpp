#include "core/operations/exchange.h"

#include "core/operations/documents.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

std::optional<ExchangeRate> read_exchange_rate(Io& io, const Company& company, const std::string& currency,
                                               Date day, Issues& issues) {
  const Reply reply = io.send(quickbooks::exchange_rate(company.realm, currency, day));
  const auto read = reply.ok() ? quickbooks::exchange_rate_in(reply.response.body, issues) : std::nullopt;
  if (read && *read->rate > Decimal{}) return ExchangeRate{normalized(*read->rate), read->date.value_or(day)};
  const Issues& why = reply.ok() ? unreadable_answer() : reply.issues;
  issues.insert(issues.end(), why.begin(), why.end());
  return std::nullopt;
}

}  // namespace sidebill

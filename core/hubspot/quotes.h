// Quotes of HubSpot, and the properties to ask for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/hubspot/records.h"

namespace sidebill::hubspot {

struct Quote {
  std::string id, title, number, currency;
  std::string status;  // "" of one that was never finished
  std::optional<Date> expires;
  std::optional<Decimal> amount;
};

const std::vector<std::string>& quote_properties();
Quote read_quote(const Record& record, Issues& issues);

}  // namespace sidebill::hubspot

#include "core/hubspot/deals.h"

#include <algorithm>

#include "core/hubspot/properties.h"
#include "core/hubspot/property_reader.h"

namespace sidebill::hubspot {

const std::vector<std::string>& deal_properties() {
  static const std::vector<std::string> names = {
      "dealname",
      "amount",
      "deal_currency_code",
      "closedate",
      "hubspot_owner_id",
      "dealstage",
      "pipeline",
      // Everything that is written is read first, so that what is gone can be seen to still stand there.
      property::links,
      property::removed,
      property::generation,
      property::currency,
      property::billed,
      property::open,
      property::overdue,
      property::collected,
      property::count,
      property::next_due,
      property::exchange_rate,
      property::home_currency,
      property::billed_home,
      property::invoice_amount_collected,
      property::invoice_recipient,
      property::invoice_number,
      property::invoice_status,
      property::invoice_due_date,
  };
  return names;
}

Deal read_deal(const Record& record, Issues& issues) {
  constexpr std::int64_t most_generations = 1'000'000;
  const Reader properties = property_reader(record, issues);
  Deal deal;
  deal.id = record.id;
  deal.created_ms = record.created_ms;
  deal.name = property_text(properties, "dealname");
  deal.currency = property_text(properties, "deal_currency_code");
  deal.owner_id = property_text(properties, "hubspot_owner_id");
  deal.stage = property_text(properties, "dealstage");
  deal.pipeline = property_text(properties, "pipeline");
  deal.amount = properties.decimal("amount");
  deal.close_date = read_date_property(properties, "closedate");
  deal.links = property_text(properties, property::links);
  deal.removed = property_text(properties, property::removed);
  deal.billed = properties.decimal(property::billed);
  deal.billed_currency = property_text(properties, property::currency);
  const std::int64_t generation = properties.integer(property::generation).value_or(0);
  deal.generation = static_cast<int>(std::clamp<std::int64_t>(generation, 0, most_generations));
  return deal;
}

}  // namespace sidebill::hubspot

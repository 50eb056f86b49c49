#include "core/hubspot/quotes.h"

#include "core/hubspot/property_reader.h"

namespace sidebill::hubspot {

const std::vector<std::string>& quote_properties() {
  static const std::vector<std::string> names = {
      "hs_title", "hs_quote_number", "hs_currency", "hs_status", "hs_expiration_date", "hs_quote_amount",
  };
  return names;
}

Quote read_quote(const Record& record, Issues& issues) {
  const Reader properties = property_reader(record, issues);
  Quote quote;
  quote.id = record.id;
  quote.title = property_text(properties, "hs_title");
  quote.number = property_text(properties, "hs_quote_number");
  quote.currency = property_text(properties, "hs_currency");
  quote.status = property_text(properties, "hs_status");
  quote.expires = read_date_property(properties, "hs_expiration_date");
  quote.amount = properties.decimal("hs_quote_amount");
  return quote;
}

}  // namespace sidebill::hubspot

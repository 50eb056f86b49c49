#include "core/hubspot/property_reader.h"

#include "core/base/text.h"

namespace sidebill::hubspot {

namespace {

/// Milliseconds since 1970 have more digits than any date that is written without dashes.
std::optional<Date> date_of_milliseconds(const std::string& text) {
  const auto number = parse_decimal(text);
  if (!number || number->scale() != 0) return std::nullopt;
  constexpr std::int64_t last_ms = 253402300799999;  // the end of the year 9999
  if (number->coefficient() < -last_ms || number->coefficient() > last_ms) return std::nullopt;
  return local_date(number->coefficient(), TimeZone{});
}

}  // namespace

Reader property_reader(const Record& record, Issues& issues) {
  return Reader(record.properties, "/" + record.type + "/" + record.id, issues);
}

std::string property_text(const Reader& properties, Name name) { return properties.id(name).value_or(""); }

std::vector<std::string> property_list(const Reader& properties, Name name) {
  std::vector<std::string> values;
  for (const std::string& part : split(property_text(properties, name), ';')) {
    std::string value = trim(part);
    if (!value.empty()) values.push_back(std::move(value));
  }
  return values;
}

PostalAddress property_address(const Reader& properties) {
  PostalAddress address;
  address.street = property_text(properties, "address");
  address.street2 = property_text(properties, "address2");
  address.city = property_text(properties, "city");
  address.state = property_text(properties, "state");
  address.zip = property_text(properties, "zip");
  address.country = property_text(properties, "country");
  return address;
}

std::optional<Date> read_date_property(const Reader& properties, Name name) {
  const std::string text = property_text(properties, name);
  if (text.empty()) return std::nullopt;
  auto date = parse_leading_date(text);
  if (!date) date = date_of_milliseconds(text);
  if (!date) properties.note(Code::date_unreadable, name, {{"text", first_code_points(text, 40)}});
  return date;
}

}  // namespace sidebill::hubspot

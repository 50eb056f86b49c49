#include "core/quickbooks/read_common.h"

#include "core/base/text.h"

namespace sidebill::quickbooks {

namespace {

std::int64_t read_instant(const Reader& reader, Name name) {
  const auto text = reader.text(name);
  if (!text || text->empty()) return 0;
  const auto instant = parse_instant(*text);
  if (!instant) reader.note(Code::date_unreadable, name, {{"text", first_code_points(*text, 40)}});
  return instant.value_or(0);
}

}  // namespace

std::string read_text(const Reader& reader, Name name) {
  std::string text = reader.text_or(name);
  if (text.size() <= longest_text) return text;
  reader.note(Code::text_too_long, name,
              {{"length", std::to_string(code_points(text))}, {"limit", std::to_string(longest_text)}});
  return first_code_points(text, longest_text / 4);
}

Reference read_reference(const Reader& reader, Name name) {
  const Reader reference = reader.object(name);
  return {reference.id("value").value_or(""), read_text(reference, "name")};
}

std::string read_wrapped(const Reader& reader, Name name, Name inner) {
  return read_text(reader.object(name), inner);
}

Address read_address(const Reader& reader, Name name) {
  const Reader source = reader.object(name);
  Address address;
  for (const char* line : {"Line1", "Line2", "Line3", "Line4", "Line5"}) {
    address.lines.push_back(read_text(source, line));
  }
  while (!address.lines.empty() && address.lines.back().empty()) address.lines.pop_back();
  address.city = read_text(source, "City");
  address.region = read_text(source, "CountrySubDivisionCode");
  address.postal_code = read_text(source, "PostalCode");
  address.country = read_text(source, "Country");
  return address;
}

std::optional<Identity> read_identity(const Reader& reader) {
  const auto id = reader.required_id("Id");
  if (id && id->empty()) reader.note(Code::field_missing, "Id");
  if (!id || id->empty()) return std::nullopt;
  return read_identity_or_none(reader);
}

Identity read_identity_or_none(const Reader& reader) {
  const Reader times = reader.object("MetaData");
  return {reader.id("Id").value_or(""), reader.id("SyncToken").value_or(""),
          read_instant(times, "CreateTime"), read_instant(times, "LastUpdatedTime")};
}

bool read_deleted(const Reader& reader) { return read_text(reader, "status") == deleted_status; }

}  // namespace sidebill::quickbooks

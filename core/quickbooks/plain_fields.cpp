#include "core/quickbooks/plain_fields.h"

#include "core/base/name_table.h"
#include "core/quickbooks/read_common.h"

namespace sidebill::quickbooks {

namespace {

constexpr NameTable<9> address_names({"Line1", "Line2", "Line3", "Line4", "Line5", "City",
                                      "CountrySubDivisionCode", "PostalCode", "Country"});
constexpr std::size_t address_lines = 5;

}  // namespace

void PlainFields::once(unsigned& seen, std::size_t member) {
  const unsigned bit = 1U << member;
  odd_ = odd_ || (seen & bit) != 0;
  seen |= bit;
}

/// False at a null, which is passed, and at any other text than one of a likely length.
bool PlainFields::is_text(std::string_view& value) {
  if (in_.kind() == Json::Kind::null && in_.null()) return false;
  const auto text = in_.string();
  odd_ = odd_ || !text || text->size() > longest_text;
  if (odd_) return false;
  value = *text;
  return true;
}

void PlainFields::text(std::string& value) {
  std::string_view text;
  if (is_text(text)) value = text;
}

void PlainFields::id(std::string& value) {
  if (in_.kind() != Json::Kind::number) return text(value);
  if (const auto digits = in_.number()) value = *digits;
}

void PlainFields::boolean(std::optional<bool>& value) {
  if (in_.kind() == Json::Kind::null && in_.null()) return;
  value = in_.boolean();
  odd_ = odd_ || !value;
}

void PlainFields::decimal(std::optional<Decimal>& value) {
  if (in_.kind() == Json::Kind::null && in_.null()) return;
  const auto digits = in_.number();
  if (digits) value = parse_decimal(*digits);
  odd_ = odd_ || !value;
}

void PlainFields::date(std::optional<Date>& value) {
  std::string_view text;
  if (!is_text(text)) return;
  value = parse_date(text);
  odd_ = odd_ || !value;
}

void PlainFields::instant(std::int64_t& value) {
  std::string_view text;
  if (!is_text(text) || text.empty()) return;
  const auto instant = parse_instant(text);
  odd_ = odd_ || !instant;
  value = instant.value_or(0);
}

bool PlainFields::at_object() {
  const Json::Kind kind = in_.kind();
  if (kind == Json::Kind::object) return true;
  odd_ = odd_ || kind != Json::Kind::null;
  return false;
}

void PlainFields::reference(Reference& value) {
  if (!at_object()) return;
  unsigned seen = 0;
  in_.each_member([&](std::string_view name) {
    if (name == "value") {
      once(seen, 0);
      id(value.value);
    } else if (name == "name") {
      once(seen, 1);
      text(value.name);
    }
  });
}

void PlainFields::wrapped(std::string_view inner, std::string& value) {
  if (!at_object()) return;
  unsigned seen = 0;
  in_.each_member([&](std::string_view name) {
    if (name != inner) return;
    once(seen, 0);
    text(value);
  });
}

void PlainFields::address(Address& value) {
  if (!at_object()) return;
  unsigned seen = 0;
  std::string* const places[] = {&value.city, &value.region, &value.postal_code, &value.country};
  value.lines.resize(address_lines);
  in_.each_member([&](std::string_view name) {
    const std::size_t member = address_names.find(name);
    if (member > address_lines + 3) return;
    once(seen, member);
    text(member < address_lines ? value.lines[member] : *places[member - address_lines]);
  });
  while (!value.lines.empty() && value.lines.back().empty()) value.lines.pop_back();
}

void PlainFields::times(Identity& value) {
  if (!at_object()) return;
  unsigned seen = 0;
  in_.each_member([&](std::string_view name) {
    if (name == "CreateTime") {
      once(seen, 0);
      instant(value.created_ms);
    } else if (name == "LastUpdatedTime") {
      once(seen, 1);
      instant(value.updated_ms);
    }
  });
}

}  // namespace sidebill::quickbooks

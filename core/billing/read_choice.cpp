#include "core/billing/read_choice.h"

#include "core/base/text.h"

namespace sidebill {

std::optional<Decimal> read_decimal(const std::string& text, const std::string& path, Issues& issues) {
  const auto value = parse_decimal(trim(text));
  if (!value) issues.push_back(error(Code::amount_unreadable, path, {{"text", text}}));
  return value;
}

std::optional<Date> read_date(const std::string& text, const std::string& path, Issues& issues) {
  const auto date = parse_date(trim(text));
  if (!date) issues.push_back(error(Code::date_unreadable, path, {{"text", text}}));
  return date;
}

}  // namespace sidebill

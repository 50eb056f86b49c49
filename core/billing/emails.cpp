#include "core/billing/emails.h"

#include "core/base/text.h"

namespace sidebill {

void check_emails(const std::string& text, const std::string& path, Issues& issues) {
  if (text.empty()) return;
  for (const std::string& part : split(text, ',')) {
    const std::string email = trim(part);
    if (!looks_like_email(email)) issues.push_back(error(Code::email_invalid, path, {{"text", email}}));
  }
}

std::string email_field(const std::vector<std::string>& emails) {
  std::string field;
  for (const std::string& email : emails) {
    const std::string longer = field.empty() ? trim(email) : field + ", " + trim(email);
    if (code_points(longer) > email_limit) break;
    field = longer;
  }
  return field;
}

}  // namespace sidebill

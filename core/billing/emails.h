// E-mail addresses as QuickBooks keeps them: several in one field, separated by commas.
#pragma once

#include <string>
#include <vector>

#include "core/base/issue.h"

namespace sidebill {

/// Most characters of an e-mail field. Source: reference/quickbooks.md 3.1, 3.3
inline constexpr std::size_t email_limit = 100;
/// Most characters of the field for copies. Source: reference/quickbooks.md 3.3
inline constexpr std::size_t copies_limit = 200;

/// email-invalid at `path` for each address that is none; an empty text is no address at all.
void check_emails(const std::string& text, const std::string& path, Issues& issues);

/// As many of the addresses, from the first on, as one field can hold: "a@x.com, b@x.com".
std::string email_field(const std::vector<std::string>& emails);

}  // namespace sidebill

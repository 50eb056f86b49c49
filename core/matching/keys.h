// How records are compared: the one form in which two spellings of the same thing are equal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/customer.h"

namespace sidebill {

/// Names and SKUs: typographic quotes and dashes as the plain ones, then folded. Folding twice changes
/// nothing.
std::string match_key(std::string_view text);

/// Every name that a customer answers to, as keys, each once: display name, company name, given and family
/// name.
std::vector<std::string> name_keys(const Customer& customer);
/// An item's name, and its name with its categories ("Services:Consulting"), as keys, each once.
std::vector<std::string> name_keys(const Item& item);
/// A customer's e-mail addresses as they are compared, each once.
std::vector<std::string> email_keys(const Customer& customer);

/// Ids count upwards as numbers without a fixed width: "9" before "10".
bool id_before(std::string_view left, std::string_view right);

}  // namespace sidebill

// Countries however they are written: two letters, three letters or a name.
#pragma once

#include <string>
#include <string_view>

namespace sidebill {

/// ISO 3166-1 alpha-2: "us", "USA" and "United States" -> "US"; "" for what is no country.
///
/// Source: ISO 3166-1; reference/quickbooks.md 3.8 (the form changed in October 2025)
std::string country_code(std::string_view text);

}  // namespace sidebill

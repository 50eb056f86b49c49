// Street addresses as they are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

struct StreetAddress {
  std::vector<std::string> numbers;  // house, unit, box: every word with a digit
  std::vector<std::string> words;    // what is left without the kinds of streets
  std::string letters;               // the words joined, for those whose spaces are elsewhere

  bool empty() const { return numbers.empty() && words.empty(); }
};

/// "1342 Lake Blvd., Suite 12" -> numbers 1342 and 12, words "lake". Kinds of streets and units say nothing,
/// as every clerk writes them differently.
StreetAddress parse_street(std::string_view text);

/// A postcode without spaces and dashes, folded.
std::string postcode_key(std::string_view text);

/// A country by its code when its name is known ("Deutschland" -> "de"), else folded.
/// Source: ISO 3166-1 and the names that both services write
std::string country_key(std::string_view text);

}  // namespace sidebill

#include "core/mapping/countries.h"

#include <algorithm>

#include "core/base/text.h"

namespace sidebill {

namespace {

struct Country {
  std::string_view two, three, name;
};

constexpr Country countries[] = {
#include "core/mapping/countries_table.inc"
};

struct OtherSpelling {
  std::string_view name, two;
};

/// What people and older versions of QuickBooks write instead of the English short name; folded.
constexpr OtherSpelling other_names[] = {
    {"united states of america", "US"},
    {"u.s.a.", "US"},
    {"u.s.", "US"},
    {"america", "US"},
    {"uk", "GB"},
    {"u.k.", "GB"},
    {"great britain", "GB"},
    {"england", "GB"},
    {"scotland", "GB"},
    {"wales", "GB"},
    {"northern ireland", "GB"},
    {"czech republic", "CZ"},
    {"deutschland", "DE"},
    {"osterreich", "AT"},
    {"schweiz", "CH"},
    {"suisse", "CH"},
    {"svizzera", "CH"},
    {"sverige", "SE"},
    {"norge", "NO"},
    {"danmark", "DK"},
    {"suomi", "FI"},
    {"espana", "ES"},
    {"italia", "IT"},
    {"brasil", "BR"},
    {"holland", "NL"},
    {"the netherlands", "NL"},
    {"nederland", "NL"},
    {"belgie", "BE"},
    {"belgique", "BE"},
    {"polska", "PL"},
    {"eire", "IE"},
    {"republic of ireland", "IE"},
    {"hong kong", "HK"},
    {"macau", "MO"},
    {"macao", "MO"},
    {"turkey", "TR"},
    {"turkiye", "TR"},
    {"ivory coast", "CI"},
    {"burma", "MM"},
    {"republic of korea", "KR"},
    {"korea, republic of", "KR"},
    {"viet nam", "VN"},
    {"russian federation", "RU"},
    {"uae", "AE"},
    {"swaziland", "SZ"},
    {"macedonia", "MK"},
    {"cape verde", "CV"},
    {"east timor", "TL"},
    {"republic of china", "TW"},
    {"congo", "CG"},
    {"dr congo", "CD"},
};

/// Codes are upper case ASCII in the table, and folded texts lower case.
bool same_letters(std::string_view code, const std::string& folded) {
  return std::equal(code.begin(), code.end(), folded.begin(), folded.end(),
                    [](char upper, char lower) { return upper + ('a' - 'A') == lower; });
}

}  // namespace

std::string country_code(std::string_view text) {
  constexpr std::size_t longest_name = 200;
  if (text.size() > longest_name) return "";
  const std::string folded = fold(text);
  if (folded.empty()) return "";
  for (const Country& country : countries) {
    if (country.name == folded || same_letters(country.two, folded) || same_letters(country.three, folded)) {
      return std::string(country.two);
    }
  }
  for (const OtherSpelling& other : other_names) {
    if (other.name == folded) return std::string(other.two);
  }
  return "";
}

}  // namespace sidebill

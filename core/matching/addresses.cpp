#include "core/matching/addresses.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/base/text.h"
#include "core/base/words.h"

namespace sidebill {

namespace {

/// Visits what stands between single spaces.
template <class Visit>
void each_word(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Kinds of streets, of units, and points of the compass, with their short forms.
constexpr std::string_view kinds =
    "street st str avenue ave av boulevard blvd bd drive dr road rd lane ln court ct place pl square sq "
    "highway hwy "
    "parkway pkwy terrace tce ter crescent cres cr circuit cct close cl way circle cir trail trl alley aly "
    "loop "
    "strasse gatan gata vagen vag veien vei weg straat laan plein rue route calle avenida rua estrada strada "
    "bulevardul "
    "bd piata via viale corso piazza ulica ul utca ter "
    "suite ste unit apt apartment flat floor fl room rm building bldg etage po box pobox postbus postfach "
    "north south east west n s e w";

/// Names of countries that are written out, with their code after each.
constexpr std::string_view country_names =
    "usa:us unitedstates:us unitedstatesofamerica:us canada:ca unitedkingdom:gb uk:gb greatbritain:gb "
    "england:gb "
    "scotland:gb wales:gb ireland:ie australia:au newzealand:nz germany:de deutschland:de austria:at "
    "osterreich:at "
    "switzerland:ch schweiz:ch suisse:ch france:fr belgium:be belgique:be belgie:be netherlands:nl "
    "thenetherlands:nl "
    "nederland:nl luxembourg:lu spain:es espana:es portugal:pt italy:it italia:it sweden:se sverige:se "
    "norway:no "
    "norge:no denmark:dk danmark:dk finland:fi suomi:fi iceland:is poland:pl polska:pl czechrepublic:cz "
    "czechia:cz "
    "ceskarepublika:cz slovakia:sk hungary:hu magyarorszag:hu romania:ro bulgaria:bg greece:gr brazil:br "
    "brasil:br "
    "mexico:mx india:in japan:jp china:cn taiwan:tw hongkong:hk singapore:sg malaysia:my southafrica:za";

bool is_kind(std::string_view word) {
  static const auto known = [] {
    std::unordered_set<std::string_view> words;
    each_word(kinds, [&](std::string_view kind) { words.insert(kind); });
    return words;
  }();
  return known.count(word) > 0;
}

/// The code of a country by its name, or nothing.
std::string_view code_of(std::string_view name) {
  static const auto known = [] {
    std::unordered_map<std::string_view, std::string_view> codes;
    each_word(country_names, [&](std::string_view both) {
      const std::size_t colon = both.find(':');
      codes.emplace(both.substr(0, colon), both.substr(colon + 1));
    });
    return codes;
  }();
  const auto found = known.find(name);
  return found == known.end() ? std::string_view() : found->second;
}

std::string without_spaces(std::string_view text) {
  if (text.empty()) return {};
  std::string key = fold(text);
  const auto is_gap = [](char c) { return c == ' ' || c == '-' || c == '.' || c == ','; };
  key.erase(std::remove_if(key.begin(), key.end(), is_gap), key.end());
  return key;
}

}  // namespace

StreetAddress parse_street(std::string_view text) {
  StreetAddress street;
  for (std::string& word : words_of(text)) {
    if (has_digit(word)) {
      street.numbers.push_back(std::move(word));
    } else if (!is_kind(word) && !is_connector(word)) {
      street.letters += word;
      street.words.push_back(std::move(word));
    }
  }
  return street;
}

std::string postcode_key(std::string_view text) { return without_spaces(text); }

std::string country_key(std::string_view text) {
  std::string name = without_spaces(text);
  const std::string_view code = code_of(name);
  return code.empty() ? name : std::string(code);
}

}  // namespace sidebill

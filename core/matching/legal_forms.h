// Legal forms of companies, apart from the part of a name that tells it from others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

/// A company's name in two parts.
struct CompanyWords {
  std::vector<std::string> distinctive;  // never empty when the name had a word
  std::vector<std::string> forms;  // one name per form, "inc" for "Incorporated"; each once, in their order
};

/// Shape:  the words of a name, as `words_of` gives them; forms are taken from its end and, where countries
/// put them
///         there, from its beginning ("PT Astra", "OOO Romashka")
/// Source: the forms registered in each country, listed with it in legal_forms.cpp
CompanyWords split_legal_form(std::vector<std::string> words);

/// The countries whose forms are known, as ISO 3166 codes.
std::vector<std::string_view> countries_of_legal_forms();

}  // namespace sidebill

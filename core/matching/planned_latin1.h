// Names in ISO-8859-1, for the companies that store nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sidebill {

struct Latin1Text {
  std::string text;
  bool replaced = false;            // a character has another in its place
  std::string replaced_characters;  // each once, the first ten
  std::string left_out_characters;  // the same
  std::size_t kept = 0;             // letters that are in the text, replaced or not
  std::size_t left_out = 0;         // characters without a neighbour
};

/// The text with every character as its nearest neighbour in ISO-8859-1 ("Łódź" -> "Lódz", "“A”" -> "\"A\""),
/// without those that have none (other scripts, emoji).
///
/// Source: reference/quickbooks.md 1, Encoding; the neighbours are toward_latin1's, then the letter under the
/// accent
Latin1Text write_in_latin1(std::string_view text);

}  // namespace sidebill

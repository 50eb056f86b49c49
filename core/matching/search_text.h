// The form in which texts are searched: folded words with one space between, written without a memory request
// each.
#pragma once

#include <string>
#include <string_view>

namespace sidebill {

/// Appends the search text: lower case, without accents, punctuation as spaces, apostrophes gone, single
/// spaces, none at the ends. "O'Brien & Søn, Ltd." -> "obrien son ltd". Doing it twice changes nothing.
void append_search_text(std::string& out, std::string_view text);
std::string search_text(std::string_view text);

}  // namespace sidebill

// Whether a text contains a word, sixteen places at a time: asked of every record at each key that somebody
// types.
#pragma once

#include <string_view>

namespace sidebill {

/// As `text.find(word) != npos` says.
bool contains_text(std::string_view text, std::string_view word);

}  // namespace sidebill

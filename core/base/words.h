// Texts as words: what names, products and lines are compared by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

/// The folded words of a text, in order. Punctuation ends a word; an apostrophe and a dot inside an
/// abbreviation do not
/// ("O'Brien" -> "obrien", "G.m.b.H." -> "gmbh"); "&" is a word of its own; and so is each CJK character, as
/// no spaces stand between theirs.
std::vector<std::string> words_of(std::string_view text);

/// "&" and the words for it that link two names, and the English article: they tell no name from another.
bool is_connector(std::string_view word);

/// Has a digit.
bool has_digit(std::string_view word);

}  // namespace sidebill

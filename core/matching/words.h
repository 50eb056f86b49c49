// Names as words: what is compared when two records are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

/// The folded words of a text, in order: punctuation ends a word, an apostrophe or a dot inside an abbreviation does
/// not ("O'Brien" -> "obrien", "G.m.b.H." -> "gmbh"), and each CJK character is a word of its own, as no spaces stand
/// between theirs.
std::vector<std::string> words_of(std::string_view text);

/// "&", "+" and the words for it that link two names: they say nothing about either.
bool is_connector(std::string_view word);

/// How alike two words are written, 0 to 100: 100 for equal ones, Jaro-Winkler for the rest, counted over code points.
int word_likeness(std::string_view left, std::string_view right);

/// One is a short form of the other: its beginning ("dist", "distribution"), or its first letter and some of its
/// consonants in their order ("mfg", "manufacturing").
bool is_short_form(std::string_view left, std::string_view right);

/// Typing errors between two words: insertions, deletions, replacements and swaps of neighbours; `limit` + 1 when more.
int edits_between(std::string_view left, std::string_view right, int limit);

}  // namespace sidebill

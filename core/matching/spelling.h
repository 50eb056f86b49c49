// How alike two words are written.
#pragma once

#include <string_view>

namespace sidebill {

/// Jaro-Winkler over bytes in hundredths: 100 only for equal words, 0 when they share nothing or one is
/// longer than 64. Source: Winkler, String comparator metrics and enhanced decision rules in the
/// Fellegi-Sunter model (1990)
int jaro_winkler(std::string_view left, std::string_view right);

/// Typing errors between two words: insertions, deletions, replacements and swaps of neighbours; `limit` + 1
/// when there are more or one is longer than 63 bytes.
int edits_between(std::string_view left, std::string_view right, int limit);

/// One is a short form of the other: its beginning ("dist", "distribution"), or its first letter and some of
/// its later consonants in their order ("mfg", "manufacturing").
bool is_short_form(std::string_view left, std::string_view right);

/// How much one word stands for the other, in tenths: 10 the same, 9 a typing error or a pet name, 5 an
/// initial of a person, 0 another word. Words with digits are the same or not.
int word_agreement(std::string_view left, std::string_view right, bool of_person);

}  // namespace sidebill

// Three letters in a row: how alike two texts are whose spaces and words went elsewhere.
#pragma once

#include <string_view>

namespace sidebill {

/// Dice's coefficient of the trigrams of bytes of both, each once, with a space before and after, in
/// hundredths. Of texts longer than 120 bytes the beginning counts.
int trigrams_in_common(std::string_view left, std::string_view right);

}  // namespace sidebill

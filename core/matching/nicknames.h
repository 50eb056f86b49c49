// Given names that are used for each other.
#pragma once

#include <string_view>

namespace sidebill {

/// One is a common short or pet form of the other, or both are of a third: "bill" and "william", "bill" and
/// "will". Folded words. Source: common English, German, Spanish, Portuguese, Romanian, Nordic and Dutch
/// hypocorisms.
bool share_a_given_name(std::string_view left, std::string_view right);

}  // namespace sidebill

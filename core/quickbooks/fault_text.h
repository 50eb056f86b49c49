// Facts inside the sentences of QuickBooks' faults.
#pragma once

#include <string>
#include <string_view>

namespace sidebill::quickbooks {

/// The digits or word after a mark: ("Min:0 Max:21 supported", "Max:") -> "21". "" when the mark is not
/// there.
std::string word_after(std::string_view text, std::string_view mark);

/// Text of XML with its entities resolved; unknown ones stay as they are.
std::string xml_text(std::string_view text);

}  // namespace sidebill::quickbooks

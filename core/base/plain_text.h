// Runs of text that stand in a JSON string as they are, found eight bytes at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace sidebill {

/// Where the next quote, backslash or control character is, from here on; the end when there is none.
std::size_t end_of_plain_text(std::string_view text, std::size_t at);

/// Where the next byte beyond ASCII is, likewise.
std::size_t end_of_ascii(std::string_view text, std::size_t at);

}  // namespace sidebill

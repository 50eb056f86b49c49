// Text as both services send and compare it: UTF-8, folding, trimming, what ISO-8859-1 can hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

bool is_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);
/// The text with every broken sequence replaced by U+FFFD; valid text comes back as it is.
std::string replace_invalid_utf8(std::string_view text);

/// Lower case without accents, full width and ligatures folded, white space collapsed and trimmed;
/// "Ångström  & Søn" -> "angstrom & son". Tables generated from ICU (tools/generate-fold-tables.mjs).
std::string fold(std::string_view text);

/// Without leading and trailing white space (Unicode White_Space).
std::string trim(std::string_view text);
/// Trimmed, and every inner run of white space one space.
std::string collapse_spaces(std::string_view text);

/// Number of code points; broken sequences count one each.
std::size_t code_points(std::string_view text);
/// The first `count` code points, never cutting one.
std::string first_code_points(std::string_view text, std::size_t count);

/// A character that ISO-8859-1 does not have, where it stands (in code points) and how it looks.
struct OutsideLatin1 {
  std::size_t position = 0;
  std::string character;
};
/// Every character outside ISO-8859-1, in order; empty when US QuickBooks companies take the text as it is.
/// Source: reference/quickbooks.md 1, Encoding
std::vector<OutsideLatin1> outside_latin1(std::string_view text);
/// Smart quotes, dashes, ellipsis and the like as their ISO-8859-1 neighbours; what has none stays.
std::string toward_latin1(std::string_view text);

/// An e-mail address as it is compared: trimmed, lower case. No rule of any provider is applied.
std::string normal_email(std::string_view text);
/// Has one '@' with something on both sides and a dot after it; no spaces. (QuickBooks faults 2210
/// otherwise.)
bool looks_like_email(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace sidebill

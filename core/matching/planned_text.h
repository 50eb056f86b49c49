// A text of the CRM as QuickBooks takes it for a name, and what had to be changed for that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

enum class NameStep {
  broken_text_removed,  // bytes that are no UTF-8
  invisible_removed,    // control characters, zero width spaces, marks of direction
  letters_replaced,     // by the nearest of ISO-8859-1
  letters_left_out,     // ISO-8859-1 has none like them
  ampersand_decoded,    // "&amp;" -> "&"
  line_break_replaced,  // tabs too
  colon_replaced,       // "A: B" -> "A - B"
  trimmed,
  spaces_collapsed,
  deleted_mark_removed,  // " (deleted)" at the end is what QuickBooks itself adds to an inactive name
  shortened,
};

/// "colon-replaced"; never changes meaning.
std::string_view step_text(NameStep step);

struct NameChange {
  NameStep step = NameStep::trimmed;
  std::string characters;  // letters replaced or left out, each once, the first ten
};

/// What a name may hold.
struct NameForm {
  std::size_t limit = 500;  // in UTF-16 units, as code points are never more
  bool latin1 = false;      // ISO-8859-1 only
};

struct CleanText {
  std::string
      text;  // '' when nothing stood there, or when so much had to be left out that the rest names nobody
  std::vector<NameChange> changes;  // in the order made, each step once
};

/// The text as a name: one line, single spaces, no colon, at most so long, in the letters the company takes.
/// Doing it twice changes nothing.
///
/// Shape:  a text with more letters outside ISO-8859-1 than within, or with fewer than two within, comes back
/// as '' Source: reference/quickbooks.md 1 (Encoding), 3.1; what takes the place of a letter is assumed
CleanText clean_name(std::string_view text, const NameForm& form);

/// At most so many UTF-16 units, no code point cut, no space at the end.
std::string shorten(std::string_view text, std::size_t limit);
std::size_t utf16_units(std::string_view text);

std::string without_invisible(std::string_view text);
std::string decode_ampersands(std::string_view text);
bool ends_with(std::string_view text, std::string_view end);
/// Without " (deleted)" at its end, in any case and however often.
std::string without_deleted_mark(std::string_view text);

}  // namespace sidebill

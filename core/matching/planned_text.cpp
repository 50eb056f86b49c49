#include "core/matching/planned_text.h"

#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/matching/planned_latin1.h"

namespace sidebill {
namespace {

constexpr std::string_view deleted_mark = "(deleted)";

struct Range {
  char32_t first, last;
};

// Sorted. Tabs and line breaks are white space, and the joiners U+200C and U+200D spell words in some
// scripts. Source: Unicode 16, Default_Ignorable_Code_Point and the control characters
constexpr Range invisible[] = {
    {0x0000, 0x0008}, {0x000E, 0x001F}, {0x007F, 0x0084},   {0x0086, 0x009F}, {0x00AD, 0x00AD},
    {0x061C, 0x061C}, {0x200B, 0x200B}, {0x200E, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0001, 0xE0001},
};

bool is_invisible(char32_t point) {
  return std::any_of(std::begin(invisible), std::end(invisible),
                     [&](const Range& range) { return point >= range.first && point <= range.last; });
}

/// The colon, and what looks or folds like one. Source: Unicode 16
bool is_colon(char32_t point) {
  return point == ':' || point == 0xFF1A || point == 0xFE13 || point == 0xFE55 || point == 0x2236 ||
         point == 0xA789;
}

bool is_line_mark(char32_t point) {
  return (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0x2028 || point == 0x2029;
}

std::string without_broken_bytes(std::string_view text) {
  std::string whole;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    if (decoded.point != utf8::replacement) whole.append(bytes);
  });
  return whole;
}

std::string spaces_for_line_marks(std::string_view text) {
  std::string line;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    line.append(is_line_mark(decoded.point) ? " " : bytes);
  });
  return line;
}

/// "A:B" -> "A-B", "A: B" -> "A - B".
std::string dashes_for_colons(std::string_view text) {
  std::string result;
  bool after_colon = false;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    const bool colon = is_colon(decoded.point);
    if (after_colon && bytes == " ") result.insert(result.size() - 1, " ");
    result.append(colon ? "-" : bytes);
    after_colon = colon;
  });
  return result;
}

char lower_ascii(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool has_deleted_mark(std::string_view text) {
  const std::string_view mark = deleted_mark;
  if (text.size() < mark.size()) return false;
  const std::string_view end = text.substr(text.size() - mark.size());
  const bool apart = text.size() == mark.size() || text[text.size() - mark.size() - 1] == ' ';
  return apart && std::equal(end.begin(), end.end(), mark.begin(),
                             [](char letter, char wanted) { return lower_ascii(letter) == wanted; });
}

/// One text on its way to a name; each step that changes it is noted.
class Cleaning {
 public:
  explicit Cleaning(std::string_view text) { result_.text = text; }

  void become(NameStep step, std::string changed) {
    if (changed == result_.text) return;
    replace(std::move(changed));
    note(step);
  }
  void note(NameStep step, std::string characters = {}) {
    const bool noted = std::any_of(result_.changes.begin(), result_.changes.end(),
                                   [&](const NameChange& change) { return change.step == step; });
    if (!noted) result_.changes.push_back({step, std::move(characters)});
  }
  void replace(std::string changed) { result_.text = std::move(changed); }
  const std::string& text() const { return result_.text; }
  CleanText result() && { return std::move(result_); }

 private:
  CleanText result_;
};

void write_latin1(Cleaning& name) {
  Latin1Text written = write_in_latin1(name.text());
  const bool names_nobody = written.left_out > 0 && (written.kept < 2 || written.kept < written.left_out);
  if (written.replaced) name.note(NameStep::letters_replaced, std::move(written.replaced_characters));
  if (written.left_out > 0) name.note(NameStep::letters_left_out, std::move(written.left_out_characters));
  name.replace(names_nobody ? std::string() : std::move(written.text));
}

}  // namespace

std::string_view step_text(NameStep step) {
  switch (step) {
    case NameStep::broken_text_removed: return "broken-text-removed";
    case NameStep::invisible_removed: return "invisible-removed";
    case NameStep::letters_replaced: return "letters-replaced";
    case NameStep::letters_left_out: return "letters-left-out";
    case NameStep::ampersand_decoded: return "ampersand-decoded";
    case NameStep::line_break_replaced: return "line-break-replaced";
    case NameStep::colon_replaced: return "colon-replaced";
    case NameStep::trimmed: return "trimmed";
    case NameStep::spaces_collapsed: return "spaces-collapsed";
    case NameStep::deleted_mark_removed: return "deleted-mark-removed";
    case NameStep::shortened: return "shortened";
  }
  return "";
}

CleanText clean_name(std::string_view text, const NameForm& form) {
  Cleaning name(text);
  name.become(NameStep::broken_text_removed, without_broken_bytes(name.text()));
  name.become(NameStep::invisible_removed, without_invisible(name.text()));
  if (form.latin1) write_latin1(name);
  name.become(NameStep::ampersand_decoded, decode_ampersands(name.text()));
  name.become(NameStep::line_break_replaced, spaces_for_line_marks(name.text()));
  name.become(NameStep::colon_replaced, dashes_for_colons(name.text()));
  name.become(NameStep::trimmed, trim(name.text()));
  name.become(NameStep::spaces_collapsed, collapse_spaces(name.text()));
  name.become(NameStep::deleted_mark_removed, without_deleted_mark(name.text()));
  name.become(NameStep::shortened, shorten(name.text(), form.limit));
  // What was cut may have left such a mark at the end.
  name.become(NameStep::deleted_mark_removed, without_deleted_mark(name.text()));
  return std::move(name).result();
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  utf8::each(
      text, [&](const utf8::Decoded& decoded, std::string_view) { units += decoded.point > 0xFFFF ? 2 : 1; });
  return units;
}

std::string shorten(std::string_view text, std::size_t limit) {
  std::size_t end = 0;
  for (std::size_t units = 0; end < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, end);
    units += decoded.point > 0xFFFF ? 2 : 1;
    if (units > limit) break;
    end += decoded.bytes;
  }
  return end == text.size() ? std::string(text) : trim(text.substr(0, end));
}

std::string without_invisible(std::string_view text) {
  std::string visible;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    if (!is_invisible(decoded.point)) visible.append(bytes);
  });
  return visible;
}

std::string decode_ampersands(std::string_view text) {
  constexpr std::string_view rest = "amp;";
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const char letter = text[at++];
    decoded.push_back(letter);
    // "&amp;amp;" was written twice over, and is one ampersand too.
    while (letter == '&' && text.substr(at, rest.size()) == rest) at += rest.size();
  }
  return decoded;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string without_deleted_mark(std::string_view text) {
  std::string_view rest = text;
  while (has_deleted_mark(rest)) {
    rest.remove_suffix(deleted_mark.size());
    while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
  }
  return std::string(rest);
}

}  // namespace sidebill

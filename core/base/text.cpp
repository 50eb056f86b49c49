#include "core/base/text.h"

#include <algorithm>
#include <iterator>

#include "core/base/plain_text.h"
#include "core/base/utf8.h"

namespace sidebill {
namespace {

/// Source: Unicode 16, PropList.txt, White_Space
bool is_white_space(char32_t point) {
  return (point >= 0x09 && point <= 0x0D) || point == 0x20 || point == 0x85 || point == 0xA0 ||
         point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

bool has_white_space(std::string_view text) {
  bool found = false;
  utf8::each(text,
             [&](const utf8::Decoded& decoded, std::string_view) { found |= is_white_space(decoded.point); });
  return found;
}

constexpr char32_t last_of_latin1 = 0xFF;

/// Code points from `first` to `last` and what is written for them where only ISO-8859-1 is taken.
struct Neighbour {
  char32_t first, last;
  std::string_view text;
};

// Sorted. Source: assumed, the typographic characters that word processors put in by themselves.
constexpr Neighbour latin1_neighbours[] = {
    {0x02B9, 0x02B9, "'"},                              // modifier prime
    {0x02BB, 0x02BD, "'"},                              // modifier commas
    {0x02C6, 0x02C6, "^"},                              // modifier circumflex
    {0x02DC, 0x02DC, "~"},                              // small tilde
    {0x2000, 0x200A, " "},                              // spaces of other widths
    {0x200B, 0x200F, ""},                               // zero width space, joiners, direction marks
    {0x2010, 0x2015, "-"},                              // hyphens and dashes
    {0x2018, 0x201B, "'"},                              // single quotes
    {0x201C, 0x201F, "\""},                             // double quotes
    {0x2022, 0x2022, "\u00B7"},                         // bullet: middle dot
    {0x2024, 0x2024, "."},                              // one dot leader
    {0x2026, 0x2026, "..."},                            // ellipsis
    {0x2028, 0x2029, "\n"},                             // line and paragraph separator
    {0x202F, 0x202F, " "},                              // narrow no-break space
    {0x2032, 0x2032, "'"},                              // prime
    {0x2033, 0x2033, "\""},                             // double prime
    {0x2039, 0x2039, "\u00AB"},                         // single angle quotes: the double ones
    {0x203A, 0x203A, "\u00BB"}, {0x2044, 0x2044, "/"},  // fraction slash
    {0x205F, 0x205F, " "},                              // mathematical space
    {0x2060, 0x2060, ""},                               // word joiner
    {0x2212, 0x2212, "-"},                              // minus
    {0x3000, 0x3000, " "},                              // ideographic space
    {0xFB00, 0xFB00, "ff"},                             // ligatures
    {0xFB01, 0xFB01, "fi"},     {0xFB02, 0xFB02, "fl"}, {0xFB03, 0xFB03, "ffi"},
    {0xFB04, 0xFB04, "ffl"},    {0xFE0E, 0xFE0F, ""},  // variation selectors
    {0xFEFF, 0xFEFF, ""},                              // byte order mark
};

const Neighbour* neighbour_of(char32_t point) {
  if (point < latin1_neighbours[0].first) return nullptr;  // nearly every character of nearly every text
  const auto found =
      std::find_if(std::begin(latin1_neighbours), std::end(latin1_neighbours),
                   [&](const Neighbour& row) { return point >= row.first && point <= row.last; });
  return found == std::end(latin1_neighbours) ? nullptr : found;
}

/// The letters of ISO-8859-1 that carry one mark: base letters, and what each is with the mark.
struct Accent {
  char32_t mark;
  std::string_view bases;
  std::u32string_view composed;
};

constexpr Accent latin1_accents[] = {
    {0x0300, "AEIOUaeiou", U"ÀÈÌÒÙàèìòù"},
    {0x0301, "AEIOUYaeiouy", U"ÁÉÍÓÚÝáéíóúý"},
    {0x0302, "AEIOUaeiou", U"ÂÊÎÔÛâêîôû"},
    {0x0303, "ANOano", U"ÃÑÕãñõ"},
    {0x0308, "AEIOUaeiouy", U"ÄËÏÖÜäëïöüÿ"},
    {0x030A, "Aa", U"Åå"},
    {0x0327, "Cc", U"Çç"},
};

/// The letter of ISO-8859-1 that this one is with the combining mark, or 0.
char32_t latin1_letter(char base, char32_t mark) {
  for (const Accent& accent : latin1_accents) {
    if (accent.mark != mark) continue;
    const std::size_t at = accent.bases.find(base);
    if (at != std::string_view::npos) return accent.composed[at];
  }
  return 0;
}

}  // namespace

bool is_ascii(std::string_view text) { return end_of_ascii(text, 0) == text.size(); }

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = end_of_ascii(text, 0); at < text.size(); at = end_of_ascii(text, at)) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (!decoded.valid) return false;
    at += decoded.bytes;
  }
  return true;
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  utf8::each(text,
             [&](const utf8::Decoded& decoded, std::string_view) { utf8::append(result, decoded.point); });
  return result;
}

std::string trim(std::string_view text) {
  if (is_ascii(text)) {
    while (!text.empty() && is_white_space(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && is_white_space(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return std::string(text);
  }
  std::size_t start = text.size();
  std::size_t end = 0;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    if (is_white_space(decoded.point)) return;
    const auto at = static_cast<std::size_t>(bytes.data() - text.data());
    start = std::min(start, at);
    end = at + bytes.size();
  });
  return end == 0 ? std::string() : std::string(text.substr(start, end - start));
}

std::string collapse_spaces(std::string_view text) {
  std::string result;
  bool space_waits = false;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    if (is_white_space(decoded.point)) {
      space_waits = !result.empty();
      return;
    }
    if (space_waits) result.push_back(' ');
    space_waits = false;
    result.append(bytes);
  });
  return result;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  utf8::each(text, [&](const utf8::Decoded&, std::string_view) { ++count; });
  return count;
}

std::string first_code_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end += utf8::decode(text, end).bytes;
  return std::string(text.substr(0, end));
}

std::vector<OutsideLatin1> outside_latin1(std::string_view text) {
  std::vector<OutsideLatin1> outside;
  std::size_t position = 0;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view) {
    if (decoded.point > last_of_latin1) {
      std::string character;
      utf8::append(character, decoded.point);
      outside.push_back({position, character});
    }
    ++position;
  });
  return outside;
}

std::string toward_latin1(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string result;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    const char32_t letter = result.empty() ? 0 : latin1_letter(result.back(), decoded.point);
    if (letter != 0) {
      result.pop_back();
      utf8::append(result, letter);
    } else if (const Neighbour* neighbour = neighbour_of(decoded.point)) {
      result.append(neighbour->text);
    } else {
      result.append(bytes);
    }
  });
  return result;
}

std::string normal_email(std::string_view text) {
  std::string email = trim(text);
  // ASCII only: past it, which letters are the same is for the mail server to say.
  for (char& c : email) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return email;
}

bool looks_like_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
    return false;
  if (has_white_space(text)) return false;
  const std::string_view domain = text.substr(at + 1);
  const std::size_t dot = domain.find('.');
  return dot != std::string_view::npos && dot != 0 && domain.back() != '.';
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text.append(separator);
    text.append(parts[i]);
  }
  return text;
}

}  // namespace sidebill

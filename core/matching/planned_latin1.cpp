#include "core/matching/planned_latin1.h"

#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace sidebill {
namespace {

constexpr char32_t last_of_latin1 = 0xFF;
constexpr std::size_t named_characters = 10;

/// Blocks in which capitals and small letters take turns, and blocks of capitals (both parities).
/// Source: Unicode 16, Latin Extended-A and -B, Latin Extended Additional, full width forms
struct Capitals {
  char32_t first, last;
  bool even, odd;
};

constexpr Capitals capitals[] = {
    {0x0100, 0x0137, true, false}, {0x0139, 0x0148, false, true}, {0x014A, 0x0177, true, false},
    {0x0178, 0x0178, true, true},  {0x0179, 0x017E, false, true}, {0x01CD, 0x01DC, false, true},
    {0x01DE, 0x01EF, true, false}, {0x01F8, 0x0233, true, false}, {0x1E00, 0x1E95, true, false},
    {0x1E9E, 0x1E9E, true, true},  {0x1EA0, 0x1EFF, true, false}, {0xFF21, 0xFF3A, true, true},
};

bool is_capital(char32_t point) {
  return std::any_of(std::begin(capitals), std::end(capitals), [&](const Capitals& block) {
    return point >= block.first && point <= block.last && (point % 2 == 0 ? block.even : block.odd);
  });
}

bool is_combining_accent(char32_t point) { return point >= 0x0300 && point <= 0x036F; }

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return letter >= ' ' && letter <= '~'; });
}

std::string in_capitals(std::string text) {
  for (char& letter : text) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return text;
}

/// What a character folds to, in its own case; '' when that is not ASCII either.
std::string plain_letters(char32_t point, std::string_view bytes) {
  std::string folded = fold(bytes);
  if (!is_printable_ascii(folded)) return {};
  return is_capital(point) ? in_capitals(std::move(folded)) : folded;
}

void add_once(std::string& characters, std::string_view character) {
  if (characters.find(character) == std::string::npos && code_points(characters) < named_characters)
    characters.append(character);
}

bool is_letter(char32_t point) {
  return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') ||
         (point >= 0xC0 && point <= last_of_latin1 && point != 0xD7 && point != 0xF7);
}

std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  utf8::each(text, [&](const utf8::Decoded& decoded, std::string_view) {
    count += is_letter(decoded.point) ? 1 : 0;
  });
  return count;
}

/// The characters that toward_latin1 has a neighbour for.
std::string characters_with_neighbour(std::string_view text) {
  std::string found;
  for (const OutsideLatin1& outside : outside_latin1(text)) {
    if (outside_latin1(toward_latin1(outside.character)).empty()) add_once(found, outside.character);
  }
  return found;
}

}  // namespace

Latin1Text write_in_latin1(std::string_view text) {
  Latin1Text written;
  const std::string nearer = toward_latin1(text);
  written.replaced = nearer != text;
  written.replaced_characters = characters_with_neighbour(text);
  utf8::each(nearer, [&](const utf8::Decoded& decoded, std::string_view bytes) {
    if (decoded.point <= last_of_latin1) {
      written.text.append(bytes);
      return;
    }
    const std::string plain = plain_letters(decoded.point, bytes);
    if (plain.empty() && !is_combining_accent(decoded.point)) {
      add_once(written.left_out_characters, bytes);
      ++written.left_out;
      return;
    }
    written.replaced = true;
    add_once(written.replaced_characters, bytes);
    written.text.append(plain);
  });
  written.kept = letters(written.text);
  return written;
}

}  // namespace sidebill

#include "core/quickbooks/fault_text.h"

#include <charconv>
#include <optional>

#include "core/base/utf8.h"

namespace sidebill::quickbooks {

namespace {

bool is_word(char letter) {
  const bool digit = letter >= '0' && letter <= '9';
  return digit || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '-' ||
         letter == '_';
}

std::optional<char32_t> numbered(std::string_view entity) {
  const bool hexadecimal = entity.size() > 1 && (entity[1] == 'x' || entity[1] == 'X');
  const std::string_view digits = entity.substr(hexadecimal ? 2 : 1);
  unsigned point = 0;
  const auto read =
      std::from_chars(digits.data(), digits.data() + digits.size(), point, hexadecimal ? 16 : 10);
  const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size() && !digits.empty();
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (!whole || point == 0 || point > 0x10FFFF || surrogate) return std::nullopt;
  return static_cast<char32_t>(point);
}

std::optional<char32_t> entity_point(std::string_view entity) {
  if (entity == "amp") return U'&';
  if (entity == "lt") return U'<';
  if (entity == "gt") return U'>';
  if (entity == "quot") return U'"';
  if (entity == "apos") return U'\'';
  if (entity.size() > 1 && entity.front() == '#') return numbered(entity);
  return std::nullopt;
}

}  // namespace

std::string word_after(std::string_view text, std::string_view mark) {
  const std::size_t found = text.find(mark);
  if (found == std::string_view::npos) return "";
  const std::size_t start = found + mark.size();
  std::size_t end = start;
  while (end < text.size() && is_word(text[end])) ++end;
  return std::string(text.substr(start, end - start));
}

std::string xml_text(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t start = text.find('&');
    plain.append(text.substr(0, start));
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    const std::size_t end = text.substr(0, 12).find(';');
    const auto point = end == std::string_view::npos ? std::nullopt : entity_point(text.substr(1, end - 1));
    if (point) {
      utf8::append(plain, *point);
      text.remove_prefix(end + 1);
    } else {
      plain += '&';
      text.remove_prefix(1);
    }
  }
  return plain;
}

}  // namespace sidebill::quickbooks

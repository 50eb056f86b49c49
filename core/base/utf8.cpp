#include "core/base/utf8.h"

namespace sidebill::utf8 {
namespace {

/// How a sequence with this first byte goes on: bytes to come, the first one's bounds, the bits it brings.
struct Lead {
  std::size_t following;
  unsigned char second_from, second_to;
  char32_t bits;
};

/// The bounds keep out overlong forms, surrogates and what lies past U+10FFFF.
Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF, byte & 0x1Fu};
  if (byte == 0xE0) return {2, 0xA0, 0xBF, byte & 0x0Fu};
  if (byte == 0xED) return {2, 0x80, 0x9F, byte & 0x0Fu};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF, byte & 0x0Fu};
  if (byte == 0xF0) return {3, 0x90, 0xBF, byte & 0x07u};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF, byte & 0x07u};
  if (byte == 0xF4) return {3, 0x80, 0x8F, byte & 0x07u};
  return {0, 0, 0, 0};
}

char low_bits(char32_t point, int shift) { return static_cast<char>(0x80 | (point >> shift & 0x3F)); }

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte_at(at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  char32_t point = lead.bits;
  for (std::size_t i = 1; i <= lead.following; ++i) {
    const unsigned char from = i == 1 ? lead.second_from : 0x80;
    const unsigned char to = i == 1 ? lead.second_to : 0xBF;
    if (at + i >= text.size() || byte_at(at + i) < from || byte_at(at + i) > to)
      return {replacement, i, false};
    point = point << 6 | (byte_at(at + i) & 0x3Fu);
  }
  if (lead.following == 0) return {replacement, 1, false};
  return {point, lead.following + 1, true};
}

void append(std::string& text, char32_t point) {
  if (point < 0x80) {
    text.push_back(static_cast<char>(point));
  } else if (point < 0x800) {
    text.push_back(static_cast<char>(0xC0 | point >> 6));
    text.push_back(low_bits(point, 0));
  } else if (point < 0x10000) {
    text.push_back(static_cast<char>(0xE0 | point >> 12));
    text.push_back(low_bits(point, 6));
    text.push_back(low_bits(point, 0));
  } else {
    text.push_back(static_cast<char>(0xF0 | point >> 18));
    text.push_back(low_bits(point, 12));
    text.push_back(low_bits(point, 6));
    text.push_back(low_bits(point, 0));
  }
}

}  // namespace sidebill::utf8

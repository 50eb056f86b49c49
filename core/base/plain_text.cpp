#include "core/base/plain_text.h"

#include <cstdint>
#include <cstring>

namespace sidebill {

namespace {

constexpr std::uint64_t each_byte(std::uint64_t value) { return value * 0x0101010101010101ULL; }
constexpr std::uint64_t high_bits = each_byte(0x80);

/// The highest bit of each byte that is zero, and perhaps of some above the first such byte.
constexpr std::uint64_t zeros(std::uint64_t word) { return (word - each_byte(1)) & ~word & high_bits; }

constexpr std::uint64_t ends_plain_text(std::uint64_t word) {
  const std::uint64_t control = (word - each_byte(0x20)) & ~word & high_bits;
  return zeros(word ^ each_byte('"')) | zeros(word ^ each_byte('\\')) | control;
}

constexpr bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// Passes whole words in which `ends` marks nothing.
template <class Ends>
std::size_t pass_words(std::string_view text, std::size_t at, Ends ends) {
  std::uint64_t word = 0;
  for (; at + sizeof(word) <= text.size(); at += sizeof(word)) {
    std::memcpy(&word, text.data() + at, sizeof(word));
    if (ends(word) != 0) break;
  }
  return at;
}

}  // namespace

std::size_t end_of_plain_text(std::string_view text, std::size_t at) {
  at = pass_words(text, at, ends_plain_text);
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

std::size_t end_of_ascii(std::string_view text, std::size_t at) {
  at = pass_words(text, at, [](std::uint64_t word) { return word & high_bits; });
  while (at < text.size() && static_cast<signed char>(text[at]) >= 0) ++at;
  return at;
}

}  // namespace sidebill

#include "core/matching/find_text.h"

#include <cstdint>
#include <cstring>

namespace sidebill {

namespace {

/// Sixteen bytes in one register, as every compiler that we use writes it.
using Sixteen = std::uint8_t __attribute__((vector_size(16)));
constexpr std::size_t width = sizeof(Sixteen);

Sixteen sixteen_at(const char* bytes) {
  Sixteen sixteen;
  std::memcpy(&sixteen, bytes, width);
  return sixteen;
}

/// Whether the word stands at one of the sixteen places from here on. Its first and its last byte tell nearly
/// always.
bool is_at_one_of_sixteen(const char* from, std::string_view word) {
  const auto first = static_cast<std::uint8_t>(word.front()), last = static_cast<std::uint8_t>(word.back());
  const auto both =
      reinterpret_cast<Sixteen>((sixteen_at(from) == first) & (sixteen_at(from + word.size() - 1) == last));
  std::uint64_t halves[2];
  std::memcpy(halves, &both, sizeof halves);
  if ((halves[0] | halves[1]) == 0) return false;
  for (std::size_t at = 0; at < width; ++at) {
    if (both[at] != 0 && std::memcmp(from + at, word.data(), word.size()) == 0) return true;
  }
  return false;
}

}  // namespace

bool contains_text(std::string_view text, std::string_view word) {
  if (word.empty()) return true;
  if (text.size() < word.size()) return false;
  const std::size_t places = text.size() - word.size() + 1;
  if (places < width) return text.find(word) != std::string_view::npos;
  for (std::size_t at = 0; at + width <= places; at += width) {
    if (is_at_one_of_sixteen(text.data() + at, word)) return true;
  }
  return is_at_one_of_sixteen(text.data() + places - width, word);
}

}  // namespace sidebill

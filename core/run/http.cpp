#include "core/run/http.h"

#include <algorithm>

#include "core/base/decimal.h"

namespace sidebill {

namespace {

bool is_unreserved(unsigned char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  const bool digit = byte >= '0' && byte <= '9';
  return letter || digit || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (is_unreserved(byte)) {
      encoded += letter;
    } else {
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return encoded;
}

std::optional<std::int64_t> retry_after_ms(const Response& response) {
  constexpr std::int64_t longest_seconds = 24LL * 60 * 60;
  const auto header = response.headers.find("retry-after");
  if (header == response.headers.end()) return std::nullopt;
  const auto seconds = parse_decimal(header->second);
  if (!seconds || seconds->is_negative()) return std::nullopt;
  const auto whole = rescale(*seconds, 0, Rounding::up);
  if (!whole) return std::nullopt;
  return std::min(whole->coefficient(), longest_seconds) * 1000;
}

}  // namespace sidebill

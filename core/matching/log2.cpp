#include "core/matching/log2.h"

namespace sidebill {

std::int64_t log2_in_65536ths(std::uint64_t number) {
  int whole = 63;
  while (whole > 0 && (number >> whole & 1U) == 0) --whole;
  // The mantissa, from 1 to 2, as 2^31 to 2^32; squaring it gives one further bit of the logarithm each time.
  std::uint64_t mantissa = whole >= 31 ? number >> (whole - 31) : number << (31 - whole);
  std::int64_t bits = whole;
  for (int i = 0; i < 16; ++i) {
    mantissa = mantissa * mantissa >> 31;
    bits <<= 1;
    if (mantissa >> 32 != 0) {
      mantissa >>= 1;
      bits |= 1;
    }
  }
  return bits;
}

}  // namespace sidebill

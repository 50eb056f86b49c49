// 128-bit integers for the steps between two 64-bit ones. Only .cpp files of core/base include this.
#pragma once

#include <cstdint>

namespace sidebill::wide {

__extension__ typedef __int128 Signed;
__extension__ typedef unsigned __int128 Unsigned;

/// The distance from zero, right for the smallest value too.
inline Unsigned magnitude(Signed value) {
  return value < 0 ? Unsigned{0} - static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
}

/// 10^exponent for exponents 0..38, all that fits.
inline Unsigned power_of_ten(int exponent) {
  Unsigned power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

inline bool fits_64(Signed value) { return value >= INT64_MIN && value <= INT64_MAX; }

}  // namespace sidebill::wide

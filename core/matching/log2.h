// Logarithms in whole numbers: the same on every machine.
#pragma once

#include <cstdint>

namespace sidebill {

/// Shape: a number of at least 1 -> its logarithm to the base 2 in 1/65536, rounded down
std::int64_t log2_in_65536ths(std::uint64_t number);

}  // namespace sidebill

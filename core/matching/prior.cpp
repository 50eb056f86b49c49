#include "core/matching/prior.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/matching/log2.h"

namespace sidebill {

namespace {

constexpr int per_bit = 100;
constexpr int most_bits = 40;  // beyond it a pair is as good as sure
constexpr int rounds = 60;

/// 2 to the power of so many hundredths. Made of products alone, which are the same on every machine.
double power_of_two(int hundredths) {
  static const auto within_a_bit = [] {
    constexpr double step = 1.0069555500567189;  // 2^(1/100)
    std::array<double, per_bit> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * step;
    return powers;
  }();
  const int shifted = hundredths + most_bits * per_bit;
  const double whole = static_cast<double>(std::uint64_t{1} << (shifted / per_bit / 2)) *
                       static_cast<double>(std::uint64_t{1} << (shifted / per_bit - shifted / per_bit / 2));
  return whole * within_a_bit[static_cast<std::size_t>(shifted % per_bit)] /
         static_cast<double>(std::uint64_t{1} << most_bits);
}

/// How likely a pair with this score, its prior included, is true.
double likelihood(int score) {
  const int held = std::clamp(score, -most_bits * per_bit, most_bits * per_bit);
  const double odds = power_of_two(held);
  return odds / (1 + odds);
}

/// The log-odds of a share, in hundredths of a bit.
int points_of(double share) {
  constexpr double fine = 1099511627776.0;  // 2^40
  const auto number = [](double value) {
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(value * fine));
  };
  return static_cast<int>((log2_in_65536ths(number(share)) - log2_in_65536ths(number(1 - share))) * per_bit /
                          65536);
}

}  // namespace

int estimated_prior(const std::vector<int>& scores, int shipped) {
  if (scores.size() < least_pairs_for_prior) return shipped;
  int prior = shipped;
  for (int round = 0; round < rounds; ++round) {
    double expected = 0;
    for (const int score : scores) expected += likelihood(score + prior);
    const int next = std::clamp(points_of(expected / static_cast<double>(scores.size())),
                                shipped - most_prior_moves, shipped + most_prior_moves);
    if (next == prior) break;
    prior = next;
  }
  return prior;
}

}  // namespace sidebill

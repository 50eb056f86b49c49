#include "core/matching/findings.h"

namespace sidebill {

int points_of(const Findings::Measured& measured, const Weights& weights) {
  return weights[static_cast<std::size_t>(measured.signal)] * measured.amount / 10;
}

int score_of(const Findings& findings, const Weights& weights) {
  int score = 0;
  for (const Findings::Measured& measured : findings) score += points_of(measured, weights);
  return score;
}

}  // namespace sidebill

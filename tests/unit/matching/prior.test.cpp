#include "core/matching/prior.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace sidebill;

namespace {

/// Scores of pairs of which one in so many is true: those of true ones around `apart`, of the others around
/// -`apart`, spread so that a score says as many bits as it claims.
std::vector<int> scores(std::size_t count, double share, unsigned seed) {
  constexpr double apart =
      3;  // nats: for two normal curves of variance 2 * apart the log-likelihood ratio is the score
  std::mt19937 random(seed);
  std::normal_distribution<double> noise(0, std::sqrt(2 * apart));
  std::vector<int> all;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_true = static_cast<double>(random() % 10'000) < share * 10'000;
    const double nats = (is_true ? apart : -apart) + noise(random);
    all.push_back(static_cast<int>(nats / std::log(2.0) * 100));
  }
  return all;
}

int log_odds(double share) { return static_cast<int>(std::log2(share / (1 - share)) * 100); }

}  // namespace

TEST_CASE("prior: the share of true pairs is found without knowing which they are") {
  for (const double share : {0.05, 0.15, 0.3, 0.5}) {
    CAPTURE(share);
    const int prior = estimated_prior(scores(20'000, share, 7), -200);
    CHECK(std::abs(prior - log_odds(share)) < 30);
  }
}

TEST_CASE("prior: the same scores give the same, whatever prior the search begins with") {
  const auto some = scores(5'000, 0.2, 11);
  const int found = estimated_prior(some, -200);
  CHECK(estimated_prior(some, -200) == found);
  CHECK(std::abs(estimated_prior(some, -100) - found) <= 2);
  CHECK(std::abs(estimated_prior(some, -350) - found) <= 2);
}

TEST_CASE("prior: few pairs change nothing, and no list moves it far") {
  CHECK(estimated_prior(scores(999, 0.5, 3), -306) == -306);
  CHECK(estimated_prior({}, -306) == -306);
  CHECK(estimated_prior(std::vector<int>(2'000, 9'000'000), -306) == -306 + most_prior_moves);
  CHECK(estimated_prior(std::vector<int>(2'000, -9'000'000), -306) == -306 - most_prior_moves);
}

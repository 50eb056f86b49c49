#include "core/base/money.h"

#include "core/base/order.h"
#include "core/base/wide.h"

namespace sidebill {
namespace {

std::optional<Money> money_of(wide::Signed minor, Currency currency) {
  if (!wide::fits_64(minor)) return std::nullopt;
  return Money{static_cast<std::int64_t>(minor), currency};
}

/// The share of one part before what is left over is handed out, and how close it came to one unit more.
struct Share {
  wide::Unsigned units;
  wide::Unsigned remainder;
};

/// Hands the units that rounding down left over to the largest remainders, the earlier part first.
void hand_out(wide::Unsigned left_over, std::vector<Share>& shares) {
  const auto places = order_of(shares.size(), [&](std::size_t left, std::size_t right) {
    return shares[left].remainder > shares[right].remainder;
  });
  for (std::size_t i = 0; i < left_over; ++i) ++shares[places[i]].units;
}

}  // namespace

std::optional<Money> money_from(Decimal amount, Currency currency, Rounding rounding) {
  const auto rounded = rescale(amount, currency.minor_places(), rounding);
  if (!rounded) return std::nullopt;
  return Money{rounded->coefficient(), currency};
}

std::string amount_text(Money money) { return to_text(amount_of(money)); }

Decimal amount_of(Money money) { return {money.minor, money.currency.minor_places()}; }

std::optional<Money> add(Money left, Money right) {
  if (left.currency != right.currency) return std::nullopt;
  return money_of(static_cast<wide::Signed>(left.minor) + right.minor, left.currency);
}

std::optional<Money> subtract(Money left, Money right) {
  if (left.currency != right.currency) return std::nullopt;
  return money_of(static_cast<wide::Signed>(left.minor) - right.minor, left.currency);
}

std::optional<std::vector<std::int64_t>> split_minor(std::int64_t whole,
                                                     const std::vector<std::int64_t>& weights) {
  if (weights.empty()) return std::nullopt;
  wide::Unsigned total = 0;
  for (const std::int64_t weight : weights) {
    if (weight < 0) return std::nullopt;
    total += static_cast<wide::Unsigned>(weight);
  }
  std::vector<std::int64_t> parts(weights.size(), 0);
  if (total == 0) {
    parts.front() = whole;
    return parts;
  }

  const wide::Unsigned size = wide::magnitude(whole);
  wide::Unsigned left_over = size;
  std::vector<Share> shares;
  shares.reserve(weights.size());
  for (const std::int64_t weight : weights) {
    const wide::Unsigned product = size * static_cast<wide::Unsigned>(weight);
    shares.push_back({product / total, product % total});
    left_over -= shares.back().units;
  }
  hand_out(left_over, shares);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto units = static_cast<wide::Signed>(shares[i].units);
    parts[i] = static_cast<std::int64_t>(whole < 0 ? -units : units);
  }
  return parts;
}

}  // namespace sidebill

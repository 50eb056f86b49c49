// Currencies of ISO 4217 and how many decimals each has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sidebill {

/// A currency of ISO 4217; only `find_currency` makes one.
class Currency {
 public:
  /// US dollar, so that values holding a currency can be made before they are filled.
  Currency() = default;

  std::string_view code() const { return std::string_view(code_, 3); }
  int minor_places() const { return minor_places_; }

 private:
  friend std::optional<Currency> find_currency(std::string_view code);
  char code_[4] = "USD";
  int minor_places_ = 2;
};

inline bool operator==(const Currency& left, const Currency& right) { return left.code() == right.code(); }
inline bool operator!=(const Currency& left, const Currency& right) { return !(left == right); }

/// The currency with this code, upper case as ISO writes it: "JPY" has 0 minor places, "KWD" 3.
///
/// Errors: nullopt for anything that is no active ISO 4217 code, and for the codes without a minor unit (XAU,
/// XDR) Source: ISO 4217 list one (table in currency.cpp)
std::optional<Currency> find_currency(std::string_view code);

}  // namespace sidebill

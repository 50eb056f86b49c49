// What tells one product from its neighbour: codes, quantities and colours in its texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

/// "500 ml" -> {"ml", "500"}; `20"` -> {"in", "20"}.
struct Quantity {
  std::string unit;
  std::string number;  // without leading zeros and zeros after the point

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

struct GoodsText {
  std::vector<std::string> words;  // folded; quantities and codes as one word each, colours by one name
  std::vector<std::string>
      codes;  // model numbers and the like, letters and digits only: "ZJ-8283" -> "zj8283"
  std::vector<Quantity> quantities;
  std::vector<std::string> colours;
  std::vector<std::string> numbers;  // short plain numbers without a unit
};

GoodsText read_goods(std::string_view text);

/// A SKU or code with its letters and digits only, folded.
std::string code_key(std::string_view text);

/// Letters and the digits after them, without what follows: "mmv4205bt" -> "mmv4205"; empty when there are
/// fewer than two digits or no letter before them. What follows is often a colour or a country.
std::string code_stem(std::string_view code);

}  // namespace sidebill

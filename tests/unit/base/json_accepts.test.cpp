// The same texts are JSON to us and to nlohmann/json: an independent reader as the oracle.
#include <doctest/doctest.h>

#include <cctype>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/json.h"

using namespace sidebill;

namespace {

/// mulberry32, so that a failing text can be made again from its number.
std::uint32_t next_random(std::uint32_t& state) {
  state += 0x6D2B79F5u;
  std::uint32_t mixed = (state ^ (state >> 15)) * (state | 1u);
  mixed ^= mixed + (mixed ^ (mixed >> 7)) * (mixed | 61u);
  return mixed ^ (mixed >> 14);
}

const std::string originals[] = {
    R"({"Invoice":{"Id":"130","TotalAmt":362.07,"Line":[{"Amount":-0.5,"Qty":1e-7},null,true,[]]},"time":"2026"})",
    R"([{"a":"\u00e9\ud83d\ude00\n\\\"/","b":[1,2.50,-0,0.1E+2],"":{}} , "é", false])",
    R"({"results":[{"id":"90071992547409921","properties":{"dealname":"Ångström & Søn","amount":null}}]})",
};

std::string mutated(std::uint32_t& state) {
  std::string text = originals[next_random(state) % std::size(originals)];
  static const std::string alphabet = "{}[]\",:\\/0123456789.eE+-tfnu \n\t\x80\xC3\xED";
  for (std::uint32_t edits = 1 + next_random(state) % 4; edits > 0; --edits) {
    const std::size_t at = next_random(state) % text.size();
    const char letter = alphabet[next_random(state) % alphabet.size()];
    switch (next_random(state) % 3) {
      case 0: text[at] = letter; break;
      case 1: text.insert(at, 1, letter); break;
      default: text.erase(at, 1); break;
    }
    if (text.empty()) text = "0";
  }
  return text;
}

/// nlohmann refuses numbers beyond a double; here they keep their digits.
bool has_huge_exponent(const std::string& text) {
  for (std::size_t at = text.find_first_of("eE"); at != std::string::npos;
       at = text.find_first_of("eE", at + 1)) {
    std::size_t digits = at + 1;
    if (digits < text.size() && (text[digits] == '+' || text[digits] == '-')) ++digits;
    if (digits + 2 < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0 &&
        std::isdigit(static_cast<unsigned char>(text[digits + 1])) != 0 &&
        std::isdigit(static_cast<unsigned char>(text[digits + 2])) != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("json: what is JSON to nlohmann/json is JSON here, and nothing else") {
  std::uint32_t state = 20261122;
  int accepted = 0;
  for (int number = 0; number < 60000; ++number) {
    const std::string text = mutated(state);
    if (has_huge_exponent(text)) continue;
    Issues issues;
    const bool ours = parse_json(text, issues).has_value();
    const bool theirs = nlohmann::json::accept(text);
    accepted += ours ? 1 : 0;
    if (ours != theirs) {
      CAPTURE(number);
      CAPTURE(text);
      CHECK(ours == theirs);
    }
    CHECK(ours == issues.empty());
  }
  CHECK(accepted > 1000);
}

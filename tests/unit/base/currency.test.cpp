#include "core/base/currency.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sidebill;

namespace {

/// The decimals of a currency, or -1 when there is none of this code.
int places(std::string_view code) {
  const auto currency = find_currency(code);
  return currency ? currency->minor_places() : -1;
}

/// Every code of three capitals that is a currency.
std::vector<std::string> all_codes() {
  std::vector<std::string> codes;
  std::string code = "AAA";
  for (code[0] = 'A'; code[0] <= 'Z'; ++code[0]) {
    for (code[1] = 'A'; code[1] <= 'Z'; ++code[1]) {
      for (code[2] = 'A'; code[2] <= 'Z'; ++code[2]) {
        if (find_currency(code)) codes.push_back(code);
      }
    }
  }
  return codes;
}

}  // namespace

TEST_CASE("currency: every active code has its decimals") {
  struct Row {
    std::string code;
    int places;
  };
  for (const Row& row : {
           Row{"USD", 2},
           Row{"CAD", 2},
           Row{"EUR", 2},
           Row{"SEK", 2},
           Row{"BRL", 2},
           Row{"RON", 2},
           Row{"TWD", 2},
           Row{"JPY", 0},
           Row{"KRW", 0},
           Row{"CLP", 0},
           Row{"ISK", 0},
           Row{"UGX", 0},
           Row{"VND", 0},
           Row{"XAF", 0},
           Row{"XOF", 0},
           Row{"XPF", 0},
           Row{"UYI", 0},
           Row{"BHD", 3},
           Row{"IQD", 3},
           Row{"JOD", 3},
           Row{"KWD", 3},
           Row{"LYD", 3},
           Row{"OMR", 3},
           Row{"TND", 3},
           Row{"CLF", 4},
           Row{"UYW", 4},
           // Smaller units out of use are still two decimals to ISO.
           Row{"HUF", 2},
           Row{"IDR", 2},
           Row{"COP", 2},
           Row{"MGA", 2},
           Row{"MRU", 2},
           Row{"IRR", 2},
           // The newest ones.
           Row{"XCG", 2},
           Row{"ZWG", 2},
           Row{"SLE", 2},
           Row{"VED", 2},
           Row{"XAD", 2},
       }) {
    CAPTURE(row.code);
    CHECK(places(row.code) == row.places);
  }
}

TEST_CASE("currency: what is no currency of ISO 4217 is none") {
  for (const std::string code : {"",    "U",   "US",  "usd", "Usd", "USDX", " USD", "USD ", "U$D", "ZZZ",
                                 "DEM", "HRK", "XAU", "XXX", "XTS", "XDR",  "BTC",  "EDA",  "€",   "SDE"}) {
    CAPTURE(code);
    CHECK(places(code) == -1);
  }
  CHECK(places(std::string_view("US\0", 3)) == -1);
}

TEST_CASE("currency: the list holds each code once, and no others") {
  CHECK(all_codes().size() == 17 + 141 + 7 + 2);
}

TEST_CASE("currency: two currencies are equal when their codes are") {
  CHECK(Currency() == find_currency("USD").value());
  CHECK(find_currency("USD").value() != find_currency("CAD").value());
  CHECK(find_currency("KWD")->code() == "KWD");
}

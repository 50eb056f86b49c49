#include "core/base/currency.h"

#include <algorithm>
#include <iterator>

namespace sidebill {
namespace {

/// All currencies with so many decimals: their codes one behind the other, sorted.
struct Group {
  int minor_places;
  std::string_view codes;
};

// ISO 4217 list one, in the state of 2026, without the codes that have no minor unit and so no amounts
// (metals, bond market units, SDR, Sucre, ADB unit, test and "no currency" codes: XAG XAU XBA XBB XBC XBD
// XDR XPD XPT XSU XTS XUA XXX). ANG and BGN, withdrawn in 2025 and 2026, stay: books still hold open
// documents in them.
constexpr Group groups[] = {
    {0, "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF"},
    {2,
     "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCNYCOPCOUCRCCUPC"
     "VE"
     "CZKDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGTQGYDHKDHNLHTGHUFIDRILSINRIRRJMDKESKGSKHRKPWKYDKZTLAKLBPL"
     "KR"
     "LRDLSLMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDPABPENPGKPHPPKRPLNQARRONRSDRUBSARS"
     "BD"
     "SCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTOPTRYTTDTWDTZSUAHUSDUSNUYUUZSVEDVESWSTXADXCDXCGYERZARZ"
     "MW"
     "ZWG"},
    {3, "BHDIQDJODKWDLYDOMRTND"},
    {4, "CLFUYW"},
};

constexpr std::size_t code_length = 3;

bool has_code(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at < codes.size(); at += code_length) {
    if (codes.substr(at, code_length) == code) return true;
  }
  return false;
}

}  // namespace

std::optional<Currency> find_currency(std::string_view code) {
  if (code.size() != code_length) return std::nullopt;
  const auto group = std::find_if(std::begin(groups), std::end(groups),
                                  [&](const Group& candidate) { return has_code(candidate.codes, code); });
  if (group == std::end(groups)) return std::nullopt;
  Currency currency;
  std::copy(code.begin(), code.end(), currency.code_);
  currency.minor_places_ = group->minor_places;
  return currency;
}

}  // namespace sidebill

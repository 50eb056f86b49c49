#include "core/billing/line_tax.h"

#include <algorithm>

#include "core/billing/price.h"

namespace sidebill {

namespace {

constexpr Decimal hundred{100, 0};
constexpr int effective_places = 10;

template <class Record>
const Record* active_with(const std::vector<Record>& records, const std::string& id) {
  const auto found = std::find_if(records.begin(), records.end(),
                                  [&](const Record& record) { return record.active && record.id == id; });
  return found == records.end() ? nullptr : &*found;
}

/// What a rate is taken of, in percent of the price.
std::optional<Decimal> taken_of(const CodeRate& of_code, const TaxCode& code,
                                const std::vector<RateOfCode>& before) {
  std::optional<Decimal> sum = of_code.on_amount ? hundred : Decimal{};
  for (std::size_t index = 0; of_code.on_tax && index < before.size(); ++index) {
    if (sum && code.sales_rates[index].order <= of_code.up_to_order) sum = add(*sum, before[index].effective);
  }
  return sum;
}

/// One rate's part of the document while the lines are gone through.
struct Taken {
  RateOfCode of;
  Money net;                // of all its lines
  std::vector<Money> nets;  // line by line
};

Taken& part_of(std::vector<Taken>& parts, const RateOfCode& rate, Currency currency) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Taken& one) {
    return one.of.rate->id == rate.rate->id && one.of.effective == rate.effective;
  });
  if (found != parts.end()) return *found;
  return parts.emplace_back(Taken{rate, Money{0, currency}, {}});
}

bool take_line(const DraftLine& line, const std::vector<RateOfCode>& rates, std::vector<Taken>& parts) {
  for (const RateOfCode& rate : rates) {
    Taken& part = part_of(parts, rate, line.amount.currency);
    const auto net = add(part.net, line.amount);
    if (!net) return false;
    part.net = *net;
    part.nets.push_back(line.amount);
  }
  return true;
}

std::optional<Money> less_discount(Money net, Money subtotal, Money discount) {
  if (discount.minor == 0 || subtotal.minor == 0) return net;
  const auto share = multiply_divide(amount_of(discount), amount_of(net), amount_of(subtotal),
                                     discount.currency.minor_places(), Rounding::half_up);
  const auto money = share ? money_from(*share, discount.currency, Rounding::half_up) : std::nullopt;
  return money ? subtract(net, *money) : std::nullopt;
}

std::optional<Money> taxed_by_line(const Taken& part, Money subtotal, Money discount) {
  Money sum{0, subtotal.currency};
  for (const Money net : part.nets) {
    const auto left = less_discount(net, subtotal, discount);
    const auto tax = left ? percent_of(*left, part.of.effective) : std::nullopt;
    const auto next = tax ? add(sum, *tax) : std::nullopt;
    if (!next) return std::nullopt;
    sum = *next;
  }
  return sum;
}

std::optional<TaxPart> settled(const Taken& part, Money subtotal, Money discount, bool by_line) {
  const auto base = less_discount(part.net, subtotal, discount);
  if (!base) return std::nullopt;
  const auto amount =
      by_line ? taxed_by_line(part, subtotal, discount) : percent_of(*base, part.of.effective);
  if (!amount) return std::nullopt;
  return TaxPart{part.of.rate->id, part.of.rate->name, normalized(part.of.percent), *base, *amount};
}

}  // namespace

std::optional<Decimal> percent_on(const TaxRate& rate, Date day) {
  if (rate.periods.empty()) return rate.percent;
  for (const TaxPeriod& period : rate.periods) {
    const bool begun = !period.from || *period.from <= day;
    const bool over = period.to && *period.to < day;
    if (begun && !over) return period.percent;
  }
  return std::nullopt;
}

std::optional<std::vector<RateOfCode>> rates_of(const Company& company, const std::string& code_id,
                                                Date day) {
  const TaxCode* code = active_with(company.tax_codes, code_id);
  if (code == nullptr) return std::nullopt;
  std::vector<RateOfCode> rates;
  for (const CodeRate& of_code : code->sales_rates) {
    const TaxRate* rate = active_with(company.tax_rates, of_code.rate_id);
    const auto percent = rate == nullptr ? std::nullopt : percent_on(*rate, day);
    const auto of = percent ? taken_of(of_code, *code, rates) : std::nullopt;
    const auto effective =
        of ? multiply_divide(*percent, *of, hundred, effective_places, Rounding::half_up) : std::nullopt;
    if (!effective) return std::nullopt;
    rates.push_back({rate, *percent, normalized(*effective)});
  }
  return rates;
}

std::optional<Decimal> percent_of_code(const Company& company, const std::string& code_id, Date day) {
  const auto rates = rates_of(company, code_id, day);
  std::optional<Decimal> sum = rates ? std::optional(Decimal{}) : std::nullopt;
  for (std::size_t index = 0; sum && index < rates->size(); ++index) {
    sum = add(*sum, (*rates)[index].effective);
  }
  return sum ? std::optional(normalized(*sum)) : std::nullopt;
}

std::optional<std::vector<TaxPart>> taxes_of(const Draft& draft, Money subtotal, Money discount,
                                             const Company& company, bool by_line) {
  std::vector<Taken> parts;
  for (const DraftLine& line : draft.lines) {
    const auto rates = rates_of(company, line.tax_code_id, draft.date);
    if (!rates || !take_line(line, *rates, parts)) return std::nullopt;
  }
  std::vector<TaxPart> taxes;
  for (const Taken& part : parts) {
    auto tax = settled(part, subtotal, discount, by_line);
    if (!tax) return std::nullopt;
    taxes.push_back(std::move(*tax));
  }
  return taxes;
}

}  // namespace sidebill

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "core/billing/price.h"
#include "core/billing/status.h"

namespace sidebill {

namespace {

__extension__ typedef __int128 Wide;

/// Sums in 128 bits, so that the order of invoices cannot decide whether something overflows on the way.
struct Sums {
  Currency currency;
  Wide billed = 0, open = 0, overdue = 0;
  int count = 0;
  std::optional<Date> next_due;
};

bool counts(Status status) {
  return status != Status::draft && status != Status::voided && status != Status::deleted;
}

void add_open(Sums& sums, const Invoice& invoice, bool overdue) {
  sums.open += invoice.balance.minor;
  if (overdue) sums.overdue += invoice.balance.minor;
  if (invoice.due_date && (!sums.next_due || *invoice.due_date < *sums.next_due))
    sums.next_due = invoice.due_date;
}

void add_invoice(std::map<std::string, Sums>& by_currency, const Invoice& invoice, Date today) {
  const Status status = statuses(invoice, today).front();
  if (!counts(status) || !bills(invoice)) return;
  Sums& sums = by_currency[std::string(invoice.currency.code())];
  sums.currency = invoice.currency;
  sums.billed += invoice.total.minor;
  ++sums.count;
  if (status != Status::paid) add_open(sums, invoice, status == Status::overdue);
}

/// Held at the ends of 64 bits: no honest sum gets there.
Money held(Wide minor, Currency currency) {
  return {static_cast<std::int64_t>(std::clamp<Wide>(minor, INT64_MIN, INT64_MAX)), currency};
}

RollUp roll_up_of(const Sums& sums) {
  return {sums.currency,
          held(sums.billed, sums.currency),
          held(sums.open, sums.currency),
          held(sums.overdue, sums.currency),
          held(sums.billed - sums.open, sums.currency),
          sums.count,
          sums.next_due};
}

std::optional<Money> worth_at_home(const Invoice& invoice, Currency home) {
  if (invoice.currency == home) return invoice.total;
  return invoice.exchange_rate ? in_home_currency(invoice.total, *invoice.exchange_rate, home) : std::nullopt;
}

/// Ids count upwards, so the longer one is the later one.
auto age_key(const Invoice& invoice) {
  return std::tuple(invoice.updated_ms, invoice.id.size(), invoice.id, invoice.realm);
}

}  // namespace

std::vector<RollUp> roll_up(const std::vector<Invoice>& invoices, Date today) {
  std::map<std::string, Sums> by_currency;
  for (const Invoice& invoice : invoices) add_invoice(by_currency, invoice, today);
  std::vector<RollUp> result;
  for (const auto& [code, sums] : by_currency) result.push_back(roll_up_of(sums));
  return result;
}

std::optional<Money> billed_at_home(const std::vector<Invoice>& invoices, Date today) {
  Wide billed = 0;
  std::optional<Currency> home;
  for (const Invoice& invoice : invoices) {
    if (!counts(statuses(invoice, today).front()) || !bills(invoice)) continue;
    const auto currency = find_currency(invoice.home_currency);
    const auto worth = currency ? worth_at_home(invoice, *currency) : std::nullopt;
    if (!worth || (home && *home != *currency)) return std::nullopt;
    home = currency;
    billed += worth->minor;
  }
  return home ? std::optional(held(billed, *home)) : std::nullopt;
}

const Invoice* newest(const std::vector<Invoice>& invoices) {
  const Invoice* best = nullptr;
  for (const Invoice& invoice : invoices) {
    if (invoice.deleted || !bills(invoice)) continue;
    if (best == nullptr || age_key(*best) < age_key(invoice)) best = &invoice;
  }
  return best;
}

}  // namespace sidebill

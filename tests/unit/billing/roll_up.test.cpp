#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/billing/status.h"
#include "sample.h"

using namespace sidebill;

namespace {

const Date today = sample::date("2026-11-22");

Invoice invoice(const std::string& id, const std::string& total, const std::string& balance,
                const std::string& due, const std::string& code = "USD") {
  Invoice one;
  one.id = id;
  one.currency = sample::currency(code);
  one.total = sample::money(total, code);
  one.balance = sample::money(balance, code);
  one.due_date = parse_date(due);
  return one;
}

/// "USD 2: billed 100.00 open 50.00 overdue 0.00 collected 50.00 next 2026-12-01"
std::string shown(const std::vector<RollUp>& sums) {
  std::vector<std::string> lines;
  for (const RollUp& one : sums) {
    lines.push_back(std::string(one.currency.code()) + " " + std::to_string(one.count) + ": billed " +
                    amount_text(one.billed) + " open " + amount_text(one.open) + " overdue " +
                    amount_text(one.overdue) + " collected " + amount_text(one.collected) + " next " +
                    (one.next_due ? to_text(*one.next_due) : "none"));
  }
  return join(lines, "\n");
}

std::vector<Invoice> random_invoices(std::mt19937& random) {
  std::uniform_int_distribution<int> count(0, 12), kind(0, 5), days(-60, 60), cents(0, 200'000);
  const std::string codes[] = {"USD", "EUR", "JPY"};
  std::vector<Invoice> invoices;
  for (int left = count(random); left > 0; --left) {
    Invoice one = invoice(std::to_string(left), "0", "0", "", codes[kind(random) % 3]);
    one.total.minor = cents(random);
    one.balance.minor = kind(random) == 0 ? 0 : cents(random) % (one.total.minor + 1);
    one.due_date = add_days(today, days(random));
    one.deleted = kind(random) == 0;
    one.updated_ms = days(random);
    invoices.push_back(one);
  }
  return invoices;
}

}  // namespace

TEST_CASE("roll-up: two currencies are two sums, and voided or deleted documents count nothing") {
  std::vector<Invoice> invoices = {
      invoice("1", "100", "100", "2026-12-22"), invoice("2", "200", "50", "2026-11-01"),
      invoice("3", "80", "0", "2026-10-01"),    invoice("4", "70", "70", "2026-12-01", "EUR"),
      invoice("5", "0", "0", "2026-01-01"),     invoice("6", "999", "999", "2026-01-01"),
  };
  invoices[4].memo = "Voided";
  invoices[5].deleted = true;
  CHECK(shown(roll_up(invoices, today)) ==
        "EUR 1: billed 70.00 open 70.00 overdue 0.00 collected 0.00 next 2026-12-01\n"
        "USD 3: billed 380.00 open 150.00 overdue 50.00 collected 230.00 next 2026-11-01");
  CHECK(roll_up({}, today).empty());
}

TEST_CASE("roll-up: all currencies come to one sum in that of the books, each at its own rate") {
  std::vector<Invoice> invoices = {invoice("1", "100.00", "0", "2026-12-22", "CAD"),
                                   invoice("2", "200.01", "0", "2026-12-22", "USD"),
                                   invoice("3", "5000", "0", "2026-12-22", "JPY")};
  for (Invoice& one : invoices) one.home_currency = "CAD";
  invoices[1].exchange_rate = sample::decimal("1.38");
  invoices[2].exchange_rate = sample::decimal("0.0094");
  const auto shown_sum = [&] {
    const auto sum = billed_at_home(invoices, today);
    return sum ? amount_text(*sum) + " " + std::string(sum->currency.code()) : "none";
  };
  CHECK(shown_sum() == "423.01 CAD");
  invoices.push_back(invoice("4", "1.00", "0", "2026-12-22", "EUR"));
  CHECK(shown_sum() == "none");
  invoices.back().deleted = true;
  CHECK(shown_sum() == "423.01 CAD");
  invoices[0].home_currency = "USD";
  CHECK(shown_sum() == "none");
  CHECK(!billed_at_home({}, today));
}

TEST_CASE("roll-up: a sales receipt was billed and paid, an estimate neither") {
  std::vector<Invoice> forms = {invoice("1", "100.00", "40.00", "2026-12-22"),
                                invoice("2", "50.00", "0", "2026-12-22"),
                                invoice("3", "900.00", "0", "2026-12-22")};
  forms[1].type = "SalesReceipt";
  forms[2].type = "Estimate";
  forms[2].updated_ms = 99;
  CHECK(shown(roll_up(forms, today)) ==
        "USD 2: billed 150.00 open 40.00 overdue 0.00 collected 110.00 next 2026-12-22");
  CHECK(newest(forms)->id == "2");
  CHECK(roll_up({forms[2]}, today).empty());
}

TEST_CASE("roll-up: a document due today is open, not overdue") {
  CHECK(shown(roll_up({invoice("1", "10", "0.01", "2026-11-22")}, today)) ==
        "USD 1: billed 10.00 open 0.01 overdue 0.00 collected 9.99 next 2026-11-22");
}

TEST_CASE("roll-up: absurd amounts stay at the end of the range instead of wrapping") {
  std::vector<Invoice> invoices(3, invoice("1", "1", "1", "2026-12-22"));
  for (Invoice& one : invoices) one.total.minor = one.balance.minor = INT64_MAX;
  const RollUp sums = roll_up(invoices, today).front();
  CHECK(sums.billed.minor == INT64_MAX);
  CHECK(sums.collected.minor == 0);
}

TEST_CASE("roll-up: the order of the documents changes nothing") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<Invoice> invoices = random_invoices(random);
    const std::string sums = shown(roll_up(invoices, today));
    const Invoice* last = newest(invoices);
    const std::string last_id = last == nullptr ? "none" : last->id;
    std::shuffle(invoices.begin(), invoices.end(), random);
    CAPTURE(round);
    REQUIRE(shown(roll_up(invoices, today)) == sums);
    last = newest(invoices);
    REQUIRE((last == nullptr ? "none" : last->id) == last_id);
  }
}

TEST_CASE("roll-up: what is billed is what is open and what is collected") {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    for (const RollUp& sums : roll_up(random_invoices(random), today)) {
      CAPTURE(round);
      REQUIRE(sums.billed.minor == sums.open.minor + sums.collected.minor);
      REQUIRE(sums.overdue.minor <= sums.open.minor);
    }
  }
}

TEST_CASE("newest: the document changed last, of two the one with the higher id") {
  std::vector<Invoice> invoices = {invoice("9", "1", "1", ""), invoice("10", "1", "1", ""),
                                   invoice("8", "1", "1", "")};
  CHECK(newest(invoices)->id == "10");
  invoices[2].updated_ms = 5;
  CHECK(newest(invoices)->id == "8");
  invoices[2].deleted = true;
  CHECK(newest(invoices)->id == "10");
  CHECK(newest({}) == nullptr);
}

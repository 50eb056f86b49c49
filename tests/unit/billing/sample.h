// A small deal, the company that bills it and what is known: valid as it stands, so that a test changes one
// thing.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/billing/compose.h"
#include "core/billing/preflight.h"
#include "core/billing/totals.h"

namespace sample {

using namespace sidebill;

inline Decimal decimal(const std::string& text) { return parse_decimal(text).value(); }
inline Date date(const std::string& text) { return parse_date(text).value(); }
inline Currency currency(const std::string& code) { return find_currency(code).value(); }
inline Money money(const std::string& amount, const std::string& code = "USD") {
  return money_from(decimal(amount), currency(code), Rounding::half_up).value();
}

inline Customer customer() {
  Customer acme;
  acme.id = "20";
  acme.display_name = "Acme Ltd";
  acme.company_name = "Acme Ltd";
  acme.emails = {"billing@acme.example"};
  return acme;
}

inline Item item() {
  Item consulting;
  consulting.id = "11";
  consulting.name = "Consulting";
  consulting.sku = "CONS";
  consulting.type = "Service";
  consulting.taxable = true;
  return consulting;
}

inline SaleLine sale_line() {
  SaleLine line;
  line.source_id = "501";
  line.name = "Consulting";
  line.quantity = decimal("2");
  line.unit_price = decimal("100.00");
  return line;
}

inline Sale sale() {
  Sale deal;
  deal.source = {"0-3", "9001"};
  deal.name = "Acme, spring";
  deal.currency = "USD";
  CrmCompany company;
  company.id = "700";
  company.name = "Acme Ltd";
  company.is_primary = true;
  deal.companies = {company};
  deal.lines = {sale_line()};
  return deal;
}

inline Company company() {
  Company books;
  books.realm = "4620";
  books.name = "Books Inc";
  books.country = "US";
  books.us_latin1 = true;
  books.tax_regime = UsAutomatedTax{};
  books.default_term_id = "3";
  books.terms = {Term{"3", "Net 30", true, StandardTerm{30}}, Term{"4", "Net 60", true, StandardTerm{60}},
                 Term{"5", "Old", false, StandardTerm{5}}};
  books.accounts = {Account{"79", "Sales", "Income", "", true}, Account{"80", "Bank", "Bank", "", true},
                    Account{"81", "Old sales", "Income", "", false}};
  return books;
}

inline Known known() {
  Known facts;
  facts.today = date("2026-11-22");
  facts.customers = {customer()};
  facts.items = {item()};
  facts.portal_currency = "USD";
  return facts;
}

inline LineChoice line() {
  LineChoice choice;
  choice.source_id = "501";
  choice.item = ExistingItem{"11"};
  choice.description = "Consulting";
  choice.quantity = "2";
  choice.unit_price = "100.00";
  choice.taxable = true;
  return choice;
}

inline Choices choices() {
  Choices chosen;
  chosen.customer = ExistingCustomer{"20"};
  chosen.lines = {line()};
  chosen.date = "2026-11-22";
  chosen.email = "billing@acme.example";
  return chosen;
}

/// Everything a draft is made of.
struct World {
  Sale sale = sample::sale();
  Company company = sample::company();
  Known known = sample::known();
  Choices choices = sample::choices();

  Drafted draft() const { return draft_invoice(sale, company, known, choices); }
  Issues issues() const {
    Drafted drafted = draft();
    preflight(drafted.draft, sale, company, known, drafted.issues);
    return drafted.issues;
  }
  Totals totals() const { return sidebill::totals(draft().draft, company).value(); }
};

/// "error line-quantity-negative /lines/0/quantity", sorted, tax notice left out unless asked for.
inline std::vector<std::string> told(const Issues& issues, bool with_tax_notice = false) {
  std::vector<std::string> lines;
  for (const Issue& issue : issues) {
    if (issue.code == Code::tax_decided_by_quickbooks && !with_tax_notice) continue;
    const std::string severity = issue.severity == Severity::error ? "error " : "warning ";
    lines.push_back(severity + std::string(code_text(issue.code)) + " " + issue.path);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

inline std::string told_text(const Issues& issues) { return join(told(issues), "\n"); }

/// The facts of the first issue with this code; an empty map when there is none.
inline std::map<std::string, std::string> facts_of(const Issues& issues, Code code) {
  for (const Issue& issue : issues) {
    if (issue.code == code) return issue.args;
  }
  return {};
}

}  // namespace sample

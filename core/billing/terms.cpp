#include "core/billing/terms.h"

namespace sidebill {

namespace {

constexpr StandardTerm quickbooks_default{30};

const Term* active_term(const Company& company, const std::string& id) {
  if (id.empty()) return nullptr;
  for (const Term& term : company.terms) {
    if (term.id == id && term.active) return &term;
  }
  return nullptr;
}

const Term* default_term(const Customer* customer, const Company& company) {
  const Term* own = customer == nullptr ? nullptr : active_term(company, customer->term_id);
  return own == nullptr ? active_term(company, company.default_term_id) : own;
}

}  // namespace

const Term* choose_term(const std::string& chosen_id, const Customer* customer, const Company& company,
                        Issues& issues) {
  if (chosen_id.empty()) return default_term(customer, company);
  const Term* chosen = active_term(company, chosen_id);
  if (chosen == nullptr) issues.push_back(error(Code::term_unknown, "/term_id", {{"id", chosen_id}}));
  return chosen;
}

Date due_date_by(const Term* term, Date issued) {
  const auto due = term == nullptr
                       ? due_date(issued, quickbooks_default)
                       : std::visit([&](const auto& rule) { return due_date(issued, rule); }, term->rule);
  // Only the last days of the year 9999 have no later date.
  return due.value_or(issued);
}

}  // namespace sidebill

#include "core/billing/checks.h"
#include "core/billing/emails.h"
#include "core/billing/preflight_text.h"

namespace sidebill::checks {

namespace {

const Customer* existing_customer(const Subject& subject) {
  const auto* chosen = std::get_if<ExistingCustomer>(&subject.draft.customer);
  if (chosen == nullptr) return nullptr;
  for (const Customer& customer : subject.known.customers) {
    if (customer.id == chosen->id) return &customer;
  }
  return nullptr;
}

const NewCustomer* new_customer(const Subject& subject) {
  return std::get_if<NewCustomer>(&subject.draft.customer);
}

/// The currency of the customer; without one of its own it is that of the books.
std::string customer_currency(const Subject& subject, const std::string& own) {
  return own.empty() ? std::string(subject.company.home_currency.code()) : own;
}

struct Limit {
  std::string NewCustomer::*field;
  std::size_t limit;
  const char* path;
};

// Source: reference/quickbooks.md 3.1
constexpr Limit limits[] = {
    {&NewCustomer::display_name, 500, "/customer/display_name"},
    {&NewCustomer::company_name, 100, "/customer/company_name"},
    {&NewCustomer::given_name, 100, "/customer/given_name"},
    {&NewCustomer::family_name, 100, "/customer/family_name"},
    {&NewCustomer::email, 100, "/customer/email"},
    {&NewCustomer::phone, 30, "/customer/phone"},
};

constexpr Limit names[] = {
    {&NewCustomer::display_name, 0, "/customer/display_name"},
    {&NewCustomer::given_name, 0, "/customer/given_name"},
    {&NewCustomer::family_name, 0, "/customer/family_name"},
};

}  // namespace

void customer_is_decided(const Subject& subject, Issues& issues) {
  if (!std::holds_alternative<Undecided>(subject.draft.customer)) return;
  const std::size_t count = subject.known.customer_candidates;
  if (count > 1) {
    issues.push_back(error(Code::customer_ambiguous, "/customer", {{"count", std::to_string(count)}}));
  } else {
    issues.push_back(error(Code::customer_undecided, "/customer"));
  }
}

void customer_is_known(const Subject& subject, Issues& issues) {
  const auto* chosen = std::get_if<ExistingCustomer>(&subject.draft.customer);
  if (chosen == nullptr || existing_customer(subject) != nullptr) return;
  issues.push_back(error(Code::customer_unknown, "/customer", {{"id", chosen->id}}));
}

/// Source: reference/quickbooks.md 4.1 (6250)
void customer_is_active(const Subject& subject, Issues& issues) {
  const Customer* customer = existing_customer(subject);
  if (customer == nullptr || customer->active) return;
  issues.push_back(error(Code::customer_inactive, "/customer", {{"name", customer->display_name}}));
}

/// Source: reference/quickbooks.md 4.9: the invoice's currency is the customer's
void customer_has_currency(const Subject& subject, Issues& issues) {
  const Customer* existing = existing_customer(subject);
  const NewCustomer* created = new_customer(subject);
  if (existing == nullptr && created == nullptr) return;
  const std::string customer =
      customer_currency(subject, existing == nullptr ? created->currency : existing->currency);
  const std::string deal(subject.draft.currency.code());
  if (customer == deal) return;
  issues.push_back(error(Code::currency_differs, "/customer", {{"deal", deal}, {"customer", customer}}));
}

/// Without a company and a billing contact the first of several contacts is as good as any other.
void contact_is_one(const Subject& subject, Issues& issues) {
  const auto& contacts = subject.sale.contacts;
  if (!subject.sale.companies.empty() || contacts.size() < 2 || contacts.front().is_billing_contact) return;
  issues.push_back(warning(Code::contact_many, "/customer", {{"count", std::to_string(contacts.size())}}));
}

void new_customer_has_name(const Subject& subject, Issues& issues) {
  const NewCustomer* customer = new_customer(subject);
  if (customer == nullptr) return;
  if (customer->display_name.empty())
    issues.push_back(error(Code::customer_name_missing, "/customer/display_name"));
  for (const Limit& row : names) check_name_characters(customer->*row.field, row.path, issues);
}

void new_customer_fits(const Subject& subject, Issues& issues) {
  const NewCustomer* customer = new_customer(subject);
  if (customer == nullptr) return;
  for (const Limit& row : limits)
    check_text(customer->*row.field, row.limit, subject.company, row.path, issues);
  check_emails(customer->email, "/customer/email", issues);
}

}  // namespace sidebill::checks

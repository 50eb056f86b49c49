#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/base/text.h"
#include "core/billing/compose.h"
#include "core/billing/draft_line.h"
#include "core/billing/preflight_existing.h"
#include "core/billing/read_choice.h"
#include "core/billing/terms.h"

namespace sidebill {

namespace {

/// The currency that the sale's prices are in: the deal's, else the portal's, else the books'.
Currency sale_currency(const Sale& sale, const Company& company, const Known& known, Issues& issues) {
  const std::string& code = sale.currency.empty() ? known.portal_currency : sale.currency;
  if (code.empty()) return company.home_currency;
  if (const auto currency = find_currency(code)) return *currency;
  issues.push_back(error(Code::currency_unknown, "/currency", {{"currency", code}}));
  return company.home_currency;
}

const Customer* chosen_customer(const Choices& choices, const Known& known) {
  const auto* existing = std::get_if<ExistingCustomer>(&choices.customer);
  if (existing == nullptr) return nullptr;
  const auto found = std::find_if(known.customers.begin(), known.customers.end(),
                                  [&](const Customer& customer) { return customer.id == existing->id; });
  return found == known.customers.end() ? nullptr : &*found;
}

Address sale_address(const Sale& sale) {
  if (!sale.companies.empty()) return sale.companies.front().address;
  return sale.contacts.empty() ? Address{} : sale.contacts.front().address;
}

bool is_empty(const Address& address) {
  return address.line1.empty() && address.line2.empty() && address.city.empty() && address.region.empty() &&
         address.postal_code.empty() && address.country.empty();
}

/// The page edits names and e-mail of a customer to be created; address and currency come with the sale.
CustomerChoice carried_customer(const Choices& choices, const Sale& sale, const Company& company,
                                Currency currency) {
  const auto* created = std::get_if<NewCustomer>(&choices.customer);
  if (created == nullptr) return choices.customer;
  NewCustomer customer = *created;
  for (std::string* text : {&customer.display_name, &customer.company_name, &customer.given_name,
                            &customer.family_name, &customer.email, &customer.phone}) {
    *text = trim(*text);
  }
  if (is_empty(customer.billing_address)) customer.billing_address = sale_address(sale);
  if (customer.currency.empty() && company.multicurrency) customer.currency = std::string(currency.code());
  return customer;
}

OrderDiscount invalid_discount(const DiscountChoice& choice, Issues& issues) {
  issues.push_back(error(Code::discount_invalid, "/discount/value", {{"text", choice.value}}));
  return NoDiscount{};
}

/// QuickBooks keeps two decimals of a discount's percent. Source: reference/quickbooks.md 4.3
OrderDiscount percent_discount(const DiscountChoice& choice, Decimal percent, Issues& issues) {
  const bool in_range = percent >= Decimal{} && percent <= Decimal{100, 0};
  if (!in_range || normalized(percent).scale() > 2) return invalid_discount(choice, issues);
  return PercentDiscount{normalized(percent)};
}

OrderDiscount amount_discount(const DiscountChoice& choice, Decimal amount, Currency currency,
                              Issues& issues) {
  const auto money = money_from(amount, currency, Rounding::half_up);
  if (!money || money->minor < 0 || amount_of(*money) != amount) return invalid_discount(choice, issues);
  return AmountDiscount{*money};
}

OrderDiscount draft_discount(const DiscountChoice& choice, Currency currency, Issues& issues) {
  if (choice.kind == DiscountChoice::Kind::none) return NoDiscount{};
  const auto value = read_decimal(choice.value, "/discount/value", issues);
  if (!value || value->is_zero()) return NoDiscount{};
  if (choice.kind == DiscountChoice::Kind::percent) return percent_discount(choice, *value, issues);
  return amount_discount(choice, *value, currency, issues);
}

Date draft_date(const Choices& choices, const Known& known, Issues& issues) {
  if (trim(choices.date).empty()) return known.today;
  return read_date(choices.date, "/date", issues).value_or(known.today);
}

Date draft_due_date(const Choices& choices, Date date, const Term* term, Issues& issues) {
  if (!trim(choices.due_date).empty()) {
    if (const auto due = read_date(choices.due_date, "/due_date", issues)) return *due;
  }
  return due_date_by(term, date);
}

/// The estimate that the person chose to close: one of the same customer.
std::string closed_estimate(const Choices& choices, const Known& known) {
  const auto* customer = std::get_if<ExistingCustomer>(&choices.customer);
  for (const Invoice& estimate : known.estimates) {
    const bool same = customer != nullptr && estimate.customer_id == customer->id;
    if (estimate.id == choices.estimate_id && same) return estimate.id;
  }
  return "";
}

/// What only one of the forms has.
void draft_form(const Choices& choices, const Known& known, Draft& draft, Issues& issues) {
  if (draft.type == "Invoice") draft.estimate_id = closed_estimate(choices, known);
  if (draft.type == "Estimate" && !trim(choices.expiration).empty())
    draft.expiration = read_date(choices.expiration, "/expiration", issues);
  if (draft.type != "SalesReceipt") return;
  draft.payment_method_id = choices.payment_method_id;
  draft.deposit_account_id = choices.deposit_account_id;
  draft.payment_reference = trim(choices.payment_reference);
}

/// None for the home currency, whose rate is 1.
std::optional<Decimal> draft_exchange_rate(const Choices& choices, const Company& company, Currency currency,
                                           Issues& issues) {
  if (currency == company.home_currency || trim(choices.exchange_rate).empty()) return std::nullopt;
  const auto rate = read_decimal(choices.exchange_rate, "/exchange_rate", issues);
  return rate ? std::optional(normalized(*rate)) : std::nullopt;
}

/// Records by their id: a deal may have thousands of lines.
template <class Record>
class ById {
 public:
  ById(const std::vector<Record>& records, std::string Record::*id) {
    for (const Record& record : records) by_id_.emplace(record.*id, &record);
  }
  const Record* find(std::string_view id) const {
    const auto found = id.empty() ? by_id_.end() : by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string_view, const Record*> by_id_;
};

std::string_view item_id(const ItemChoice& choice) {
  const auto* existing = std::get_if<ExistingItem>(&choice);
  return existing == nullptr ? std::string_view() : existing->id;
}

void draft_lines(const Choices& choices, const LineContext& context, Drafted& drafted) {
  const ById<SaleLine> origins(context.sale.lines, &SaleLine::source_id);
  const ById<Item> items(context.known.items, &Item::id);
  std::vector<std::string> paths;
  for (std::size_t index = 0; index < choices.lines.size(); ++index) {
    const LineChoice& choice = choices.lines[index];
    if (!choice.include) continue;
    paths.push_back("/lines/" + std::to_string(index));
    drafted.draft.lines.push_back(draft_line(choice, paths.back(), context.currency, drafted.issues));
    const LineSubject subject{context,
                              choice,
                              drafted.draft.lines.back(),
                              origins.find(choice.source_id),
                              items.find(item_id(choice.item)),
                              paths.back()};
    check_line(subject, drafted.issues);
  }
  check_lines_together(drafted.draft, paths, drafted.issues);
}

}  // namespace

Drafted draft_invoice(const Sale& sale, const Company& company, const Known& known, const Choices& choices) {
  Drafted drafted;
  Draft& draft = drafted.draft;
  Issues& issues = drafted.issues;
  draft.type = known.type;
  draft.realm = company.realm;
  draft.source = sale.source;
  draft.currency = sale_currency(sale, company, known, issues);
  draft.exchange_rate = draft_exchange_rate(choices, company, draft.currency, issues);
  draft.customer = carried_customer(choices, sale, company, draft.currency);
  draft.date = draft_date(choices, known, issues);
  const Term* term = choose_term(choices.term_id, chosen_customer(choices, known), company, issues);
  draft.term_id = term == nullptr ? "" : term->id;
  draft.due_date = draft_due_date(choices, draft.date, term, issues);
  draft_form(choices, known, draft, issues);
  draft_lines(choices, LineContext{sale, company, known, draft.currency, draft.date}, drafted);
  draft.discount_after_tax =
      choices.discount.after_tax && !std::holds_alternative<LineTax>(company.tax_regime);
  draft.discount = draft_discount(choices.discount, draft.currency, issues);
  draft.message = trim(choices.message);
  draft.memo = trim(choices.memo);
  draft.email = trim(choices.email);
  draft.cc = trim(choices.cc);
  // Where QuickBooks numbers, a number of ours would be given out a second time later.
  if (company.custom_numbers) draft.number = trim(choices.number);
  check_existing_documents(known, choices.another, issues);
  return drafted;
}

}  // namespace sidebill

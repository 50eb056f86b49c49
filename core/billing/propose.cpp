#include <algorithm>

#include "core/base/text.h"
#include "core/billing/compose.h"
#include "core/billing/emails.h"
#include "core/billing/price.h"

namespace sidebill {

namespace {

template <class Record>
const Record* record_with(const std::vector<Record>& records, const std::string& id) {
  const auto found =
      std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.id == id; });
  return found == records.end() ? nullptr : &*found;
}

const Customer* known_customer(const CustomerChoice& choice, const Known& known) {
  const auto* existing = std::get_if<ExistingCustomer>(&choice);
  return existing == nullptr ? nullptr : record_with(known.customers, existing->id);
}

const Item* known_item(const ItemChoice& choice, const Known& known) {
  const auto* existing = std::get_if<ExistingItem>(&choice);
  return existing == nullptr ? nullptr : record_with(known.items, existing->id);
}

/// Where nothing is known about a line or customer, US sales tax is left for QuickBooks to decide.
bool proposed_taxable(const Company& company, const Customer* customer, const Item* item) {
  if (std::holds_alternative<NoTax>(company.tax_regime)) return false;
  return (customer == nullptr || customer->taxable) && (item == nullptr || item->taxable);
}

bool is_usable(const Company& company, const std::string& code_id) {
  const TaxCode* code = record_with(company.tax_codes, code_id);
  return code != nullptr && code->active;
}

/// The only code that there is, "" of several.
std::string only_code(const Company& company) {
  std::string only;
  for (const TaxCode& code : company.tax_codes) {
    if (!code.active || code.sales_rates.empty()) continue;
    if (!only.empty()) return "";
    only = code.id;
  }
  return only;
}

/// Outside the US: how the customer is taxed, else how the product is.
std::string proposed_tax_code(const Company& company, const Customer* customer, const Item* item) {
  if (!std::holds_alternative<LineTax>(company.tax_regime)) return "";
  if (customer != nullptr && is_usable(company, customer->tax_code_id)) return customer->tax_code_id;
  if (item != nullptr && is_usable(company, item->tax_code_id)) return item->tax_code_id;
  return only_code(company);
}

/// QuickBooks prints the item's name beside the description, so an equal name is not said twice.
std::string proposed_description(const SaleLine& line, const Item* item) {
  std::string name = trim(line.name);
  std::string description = trim(line.description);
  if (description.empty() || fold(description) == fold(name)) return name;
  const bool item_says_it = item != nullptr && fold(item->name) == fold(name);
  return name.empty() || item_says_it ? description : name + "\n" + description;
}

/// Money off each unit has no place among the choices: it goes into the price, and the description says so.
void take_off_per_unit(LineChoice& choice, const SaleLine& line, Currency currency) {
  if (!line.discount_per_unit || line.discount_per_unit->is_zero()) return;
  const auto net = subtract(line.unit_price, *line.discount_per_unit);
  if (!net) return;
  const std::string words = per_unit_words(*line.discount_per_unit, line.unit_price, *net, currency);
  choice.unit_price = to_text(*net);
  choice.description = choice.description.empty() ? words : choice.description + "\n" + words;
}

std::string proposed_percent(const SaleLine& line) {
  const bool none = !line.discount_percent || line.discount_percent->is_zero();
  return none ? "" : to_text(normalized(*line.discount_percent));
}

LineChoice proposed_line(const SaleLine& line, const ItemChoice& choice, const Company& company,
                         const Known& known, const Customer* customer, Currency currency) {
  const Item* item = known_item(choice, known);
  LineChoice proposed;
  proposed.source_id = line.source_id;
  proposed.item = choice;
  proposed.item_name = item == nullptr ? "" : item->name;
  proposed.description = proposed_description(line, item);
  proposed.quantity = to_text(line.quantity);
  proposed.unit_price = to_text(line.unit_price);
  proposed.discount_percent = proposed_percent(line);
  proposed.taxable = proposed_taxable(company, customer, item);
  proposed.tax_code_id = proposed_tax_code(company, customer, item);
  take_off_per_unit(proposed, line, currency);
  return proposed;
}

/// A deal without line items still has a name and an amount: one line to start from, its item to be chosen.
LineChoice line_for_deal(const Sale& sale, const Company& company, const Customer* customer) {
  LineChoice proposed;
  proposed.description = trim(sale.name);
  proposed.quantity = "1";
  proposed.unit_price = to_text(*sale.stated_amount);
  proposed.taxable = proposed_taxable(company, customer, nullptr);
  proposed.tax_code_id = proposed_tax_code(company, customer, nullptr);
  return proposed;
}

std::string contact_email(const Sale& sale) {
  for (const CrmContact& contact : sale.contacts) {
    if (!trim(contact.email).empty()) return trim(contact.email);
  }
  return "";
}

/// The customer's own addresses, as QuickBooks fills them in itself; else the first contact that has one.
std::string proposed_email(const Sale& sale, const Customer* customer) {
  const std::string own = customer == nullptr ? "" : email_field(customer->emails);
  return own.empty() ? contact_email(sale) : own;
}

DiscountChoice proposed_discount(const Sale& sale) {
  const auto& percent = sale.order_discount_percent;
  if (!percent || percent->is_zero()) return {};
  return {DiscountChoice::Kind::percent, to_text(normalized(*percent)), false};
}

/// The estimate of this customer that an invoice would close; nullptr where there is none, or several.
const Invoice* only_open_estimate(const Known& known, const CustomerChoice& customer) {
  const auto* chosen = std::get_if<ExistingCustomer>(&customer);
  const Invoice* only = nullptr;
  for (const Invoice& estimate : known.estimates) {
    if (chosen == nullptr || estimate.customer_id != chosen->id) continue;
    if (only != nullptr) return nullptr;
    only = &estimate;
  }
  return only;
}

Currency words_currency(const Sale& sale, const Company& company, const Known& known) {
  const std::string& code = sale.currency.empty() ? known.portal_currency : sale.currency;
  return find_currency(code).value_or(company.home_currency);
}

}  // namespace

Choices propose_choices(const Sale& sale, const Company& company, const Known& known,
                        const CustomerChoice& customer, const std::vector<ItemChoice>& items) {
  const Customer* chosen = known_customer(customer, known);
  const Currency currency = words_currency(sale, company, known);
  Choices choices;
  choices.customer = customer;
  for (std::size_t index = 0; index < sale.lines.size(); ++index) {
    const ItemChoice item = index < items.size() ? items[index] : ItemChoice{};
    choices.lines.push_back(proposed_line(sale.lines[index], item, company, known, chosen, currency));
  }
  if (sale.lines.empty() && sale.stated_amount) choices.lines.push_back(line_for_deal(sale, company, chosen));
  choices.discount = proposed_discount(sale);
  choices.date = to_text(known.today);
  choices.email = proposed_email(sale, chosen);
  if (const Invoice* open = only_open_estimate(known, customer)) choices.estimate_id = open->id;
  if (known.exchange) choices.exchange_rate = to_text(normalized(known.exchange->rate));
  if (company.custom_numbers) choices.number = known.numbers.next;
  return choices;
}

}  // namespace sidebill

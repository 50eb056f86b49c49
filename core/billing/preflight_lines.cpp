#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/billing/draft_line.h"
#include "core/billing/preflight_text.h"
#include "core/billing/recurrence.h"

namespace sidebill {

namespace {

using LineCheck = void (*)(const LineSubject&, Issues&);

/// How many known items have the SKU or the name of what the CRM sells here.
std::size_t resembling_items(const LineSubject& subject) {
  if (subject.origin == nullptr) return 0;
  const std::string sku = fold(subject.origin->sku);
  const std::string name = fold(subject.origin->name);
  const auto& items = subject.context.known.items;
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](const Item& item) {
    return (!sku.empty() && fold(item.sku) == sku) || (!name.empty() && fold(item.name) == name);
  }));
}

void undecided_item(const LineSubject& subject, Issues& issues) {
  const std::size_t resembling = resembling_items(subject);
  if (resembling > 1) {
    issues.push_back(
        error(Code::line_item_ambiguous, subject.path + "/item", {{"count", std::to_string(resembling)}}));
  } else {
    issues.push_back(error(Code::line_item_undecided, subject.path + "/item"));
  }
}

void item_is_decided(const LineSubject& subject, Issues& issues) {
  if (std::holds_alternative<NewItem>(subject.line.item) || subject.item != nullptr) return;
  undecided_item(subject, issues);
}

void item_is_active(const LineSubject& subject, Issues& issues) {
  const Item* item = subject.item;
  if (item == nullptr || item->active) return;
  issues.push_back(error(Code::line_item_inactive, subject.path + "/item", {{"name", item->name}}));
}

/// Source: reference/quickbooks.md 3.2 (a category cannot be sold), 3.3 (a group stands in a line of its own
/// kind)
void item_is_sold(const LineSubject& subject, Issues& issues) {
  const Item* item = subject.item;
  if (item == nullptr || (item->type != "Category" && item->type != "Group")) return;
  issues.push_back(
      error(Code::line_item_not_sold, subject.path + "/item", {{"name", item->name}, {"type", item->type}}));
}

/// Source: reference/quickbooks.md 4.1 (6270)
void item_has_begun(const LineSubject& subject, Issues& issues) {
  const Item* item = subject.item;
  if (item == nullptr || !item->inventory_start || subject.context.date >= *item->inventory_start) return;
  issues.push_back(error(Code::line_item_before_start, subject.path + "/item",
                         {{"name", item->name}, {"start", to_text(*item->inventory_start)}}));
}

/// Source: reference/quickbooks.md 3.2
void new_item_has_name(const LineSubject& subject, Issues& issues) {
  const auto* item = std::get_if<NewItem>(&subject.line.item);
  if (item == nullptr) return;
  const std::string path = subject.path + "/item/name";
  if (item->name.empty()) issues.push_back(error(Code::field_missing, path, {{"field", "name"}}));
  check_name_characters(item->name, path, issues);
  check_text(item->name, 100, subject.context.company, path, issues);
  check_text(item->sku, 100, subject.context.company, subject.path + "/item/sku", issues);
}

void new_item_name_is_free(const LineSubject& subject, Issues& issues) {
  const auto* item = std::get_if<NewItem>(&subject.line.item);
  if (item == nullptr || item->name.empty()) return;
  const std::string name = fold(item->name);
  for (const Item& known : subject.context.known.items) {
    if (fold(known.name) != name) continue;
    issues.push_back(error(Code::line_item_name_taken, subject.path + "/item/name",
                           {{"name", item->name}, {"id", known.id}, {"holder", known.name}}));
    return;
  }
}

void new_item_has_account(const LineSubject& subject, Issues& issues) {
  const auto* item = std::get_if<NewItem>(&subject.line.item);
  if (item == nullptr) return;
  const auto& accounts = subject.context.company.accounts;
  const bool known = std::any_of(accounts.begin(), accounts.end(), [&](const Account& account) {
    return account.id == item->income_account_id && account.active && account.type == "Income";
  });
  if (!known)
    issues.push_back(error(Code::line_income_account_missing, subject.path + "/item/income_account_id"));
}

/// A quantity that cannot be read stands as zero in the draft, and has been told already.
void quantity_is_positive(const LineSubject& subject, Issues& issues) {
  const auto quantity = parse_decimal(trim(subject.choice.quantity));
  if (!quantity) return;
  if (quantity->is_negative()) {
    issues.push_back(error(Code::line_quantity_negative, subject.path + "/quantity"));
  } else if (quantity->is_zero()) {
    issues.push_back(warning(Code::line_quantity_zero, subject.path + "/quantity"));
  }
}

/// A negative line is common practice for adjustments. Source: reference/quickbooks.md 4.7
void price_is_not_negative(const LineSubject& subject, Issues& issues) {
  if (!subject.line.unit_price.is_negative()) return;
  issues.push_back(warning(Code::line_price_negative, subject.path + "/unit_price"));
}

void price_is_one(const LineSubject& subject, Issues& issues) {
  if (subject.origin == nullptr || !subject.origin->tiered_price) return;
  issues.push_back(
      error(Code::line_tiered_price, subject.path + "/unit_price", {{"name", subject.origin->name}}));
}

void recurrence_is_stated(const LineSubject& subject, Issues& issues) {
  if (subject.origin == nullptr || !is_recurring(*subject.origin)) return;
  issues.push_back(
      warning(Code::line_recurring, subject.path + "/quantity",
              {{"frequency", billing_period(*subject.origin)}, {"text", recurrence_text(*subject.origin)}}));
}

void currency_agrees(const LineSubject& subject, Issues& issues) {
  if (subject.origin == nullptr || !subject.origin->currency || subject.origin->currency->empty()) return;
  const std::string deal(subject.context.currency.code());
  if (*subject.origin->currency == deal) return;
  issues.push_back(error(Code::line_currency_differs, subject.path + "/unit_price",
                         {{"line", *subject.origin->currency}, {"deal", deal}}));
}

void amount_agrees(const LineSubject& subject, Issues& issues) {
  if (subject.origin == nullptr || !subject.origin->stated_amount) return;
  const auto stated = money_from(*subject.origin->stated_amount, subject.context.currency, Rounding::half_up);
  if (stated && *stated == subject.line.amount) return;
  const std::string shown = stated ? amount_text(*stated) : to_text(*subject.origin->stated_amount);
  issues.push_back(warning(Code::line_amount_differs, subject.path,
                           {{"stated", shown},
                            {"computed", amount_text(subject.line.amount)},
                            {"currency", std::string(subject.context.currency.code())}}));
}

bool is_us(const TaxRegime& regime) {
  return std::holds_alternative<UsAutomatedTax>(regime) || std::holds_alternative<UsManualTax>(regime);
}

/// Billing a taxable product as not taxable, or the reverse, is allowed but should be meant.
void taxable_as_its_item(const LineSubject& subject, Issues& issues) {
  const Item* item = subject.item;
  if (item == nullptr || !is_us(subject.context.company.tax_regime) || item->taxable == subject.line.taxable)
    return;
  issues.push_back(warning(Code::line_taxable_differs, subject.path + "/taxable",
                           {{"name", item->name}, {"item", item->taxable ? "taxable" : "not taxable"}}));
}

/// Source: reference/quickbooks.md 8, non-US: missing on one line -> 6000
void tax_code_is_there(const LineSubject& subject, Issues& issues) {
  if (!std::holds_alternative<LineTax>(subject.context.company.tax_regime)) return;
  const std::string& id = subject.line.tax_code_id;
  const auto& codes = subject.context.company.tax_codes;
  if (id.empty()) {
    issues.push_back(error(Code::line_tax_code_missing, subject.path + "/tax_code"));
    return;
  }
  const auto known =
      std::find_if(codes.begin(), codes.end(), [&](const TaxCode& code) { return code.id == id; });
  if (known != codes.end() && known->active) return;
  issues.push_back(error(Code::line_tax_code_unknown, subject.path + "/tax_code",
                         {{"name", known == codes.end() ? id : known->name}}));
}

/// Source: reference/quickbooks.md 3.3
void description_fits(const LineSubject& subject, Issues& issues) {
  check_text(subject.line.description, 4000, subject.context.company, subject.path + "/description", issues);
}

/// QuickBooks counts every currency in hundredths here, so that yen and dinars have to come out even.
/// Source: reference/quickbooks.md 4.1 (6070)
void amount_is_even(const LineSubject& subject, Issues& issues) {
  constexpr int places = 2;
  const DraftLine& line = subject.line;
  const auto product = multiply_rounded(line.quantity, line.unit_price, places, Rounding::half_up);
  if (!product || *product == amount_of(line.amount)) return;
  issues.push_back(error(Code::line_amount_uneven, subject.path + "/unit_price",
                         {{"product", to_text(*product)},
                          {"amount", amount_text(line.amount)},
                          {"currency", std::string(line.amount.currency.code())}}));
}

/// Where revenue is recognised over time, it starts on this day.
void service_date_is_there(const LineSubject& subject, Issues& issues) {
  const bool demanded = subject.context.company.revenue_recognition;
  if (!demanded || subject.line.service_date || !trim(subject.choice.service_date).empty()) return;
  issues.push_back(error(Code::line_service_date_missing, subject.path + "/service_date"));
}

/// A text that says nothing but a tax, with or without its percent: "Sales tax", "VAT 20 %".
bool names_a_tax(std::string_view text) {
  constexpr std::string_view taxes[] = {"tax", "taxes", "vat",  "gst", "hst", "pst",
                                        "qst", "tva",   "mwst", "ust", "iva", "moms"};
  constexpr std::string_view beside[] = {"sales", "state", "county", "city", "local", "value", "added"};
  bool any = false;
  for (const std::string& word : words_of(text)) {
    const bool is_tax = std::find(std::begin(taxes), std::end(taxes), word) != std::end(taxes);
    const bool is_number = word.find_first_not_of("0123456789") == std::string::npos;
    const bool may_stand = std::find(std::begin(beside), std::end(beside), word) != std::end(beside);
    if (!is_tax && !is_number && !may_stand) return false;
    any = any || is_tax;
  }
  return any;
}

/// It would be income in the books, and missing in the tax reports.
void line_is_no_tax(const LineSubject& subject, Issues& issues) {
  if (std::holds_alternative<NoTax>(subject.context.company.tax_regime)) return;
  const bool of_item = subject.item != nullptr && names_a_tax(subject.item->name);
  const bool of_deal = subject.origin != nullptr && names_a_tax(subject.origin->name);
  if (!of_item && !of_deal && !names_a_tax(subject.line.description)) return;
  issues.push_back(warning(Code::line_is_tax, subject.path + "/item"));
}

constexpr LineCheck line_checks[] = {
    amount_is_even,        service_date_is_there, line_is_no_tax,       item_is_decided,
    item_is_active,        item_is_sold,          item_has_begun,       new_item_has_name,
    new_item_name_is_free, new_item_has_account,  quantity_is_positive, price_is_not_negative,
    price_is_one,          recurrence_is_stated,  currency_agrees,      amount_agrees,
    taxable_as_its_item,   tax_code_is_there,     description_fits,
};

/// Whether two lines mean the same new item: then it is made once.
bool same_item(const NewItem& left, const NewItem& right) {
  return left.name == right.name && left.sku == right.sku &&
         left.income_account_id == right.income_account_id && left.taxable == right.taxable;
}

}  // namespace

void check_line(const LineSubject& subject, Issues& issues) {
  for (const LineCheck check : line_checks) check(subject, issues);
}

void check_lines_together(const Draft& draft, const std::vector<std::string>& paths, Issues& issues) {
  std::map<std::string, const NewItem*> first_of_name;
  for (std::size_t index = 0; index < draft.lines.size(); ++index) {
    const auto* item = std::get_if<NewItem>(&draft.lines[index].item);
    if (item == nullptr || item->name.empty()) continue;
    const auto [first, is_first] = first_of_name.emplace(fold(item->name), item);
    if (is_first || same_item(*first->second, *item)) continue;
    issues.push_back(error(Code::line_item_name_taken, paths[index] + "/item/name", {{"name", item->name}}));
  }
}

}  // namespace sidebill

#include "core/operations/compare_invoice.h"

#include "core/base/json.h"
#include "core/operations/values.h"

namespace sidebill {

namespace {

Issue differs(const std::string& path, const std::string& approved, const std::string& returned) {
  return warning(Code::document_differs, path, {{"approved", approved}, {"returned", returned}});
}

/// Fields of invoices and lines in our own words, as core/model/fields.h names them.
constexpr const char* fields[] = {"currency",      "date",  "due_date", "term_id", "number",
                                  "exchange_rate", "email", "message",  "memo",    "discount"};
constexpr const char* line_fields[] = {"amount",     "item_id",     "description", "quantity",
                                       "unit_price", "tax_code_id", "service_date"};

/// However a number is written: 2 is 2.0.
bool is_same(const std::string& sent, const std::string& returned) {
  if (sent == returned) return true;
  const auto left = parse_decimal(sent), right = parse_decimal(returned);
  return left && right && *left == *right;
}

/// What was left open is nothing that could differ.
template <std::size_t count>
void compare_fields(const char* const (&names)[count], const std::string& place, const Json& sent,
                    const Json& returned, Issues& issues) {
  for (const char* name : names) {
    const std::string &is = sent.find(name)->text, &was = returned.find(name)->text;
    if (!is.empty() && !is_same(is, was)) issues.push_back(differs(place + name, is, was));
  }
}

void compare_lines(const std::vector<Json>& sent, const std::vector<Json>& returned, Issues& issues) {
  if (sent.size() != returned.size()) {
    issues.push_back(differs("/lines", std::to_string(sent.size()), std::to_string(returned.size())));
    return;
  }
  for (std::size_t index = 0; index < sent.size(); ++index) {
    compare_fields(line_fields, "/lines/" + std::to_string(index) + "/", sent[index], returned[index],
                   issues);
  }
}

/// The approved total with the tax that QuickBooks returned, where none had been predicted.
std::optional<Money> expected_total(const Totals& approved, const Invoice& returned) {
  if (!std::holds_alternative<TaxByQuickBooks>(approved.tax) || !returned.tax) return approved.total;
  return add(approved.total, *returned.tax);
}

void compare_total(const Totals& approved, const Invoice& returned, Issues& issues) {
  const auto expected = expected_total(approved, returned);
  if (expected && *expected == returned.total) return;
  issues.push_back(warning(Code::document_total_differs, "/total",
                           {{"approved", expected ? amount_text(*expected) : ""},
                            {"returned", amount_text(returned.total)},
                            {"currency", std::string(returned.currency.code())}}));
}

}  // namespace

Issues compare_invoice(const Invoice& sent, const Totals& approved, const Invoice& returned) {
  Issues issues;
  if (sent.customer_id != returned.customer_id)
    issues.push_back(differs("/customer", sent.customer_id, returned.customer_name));
  const Json ours = to_json(sent), theirs = to_json(returned);
  compare_fields(fields, "/", ours, theirs, issues);
  compare_lines(ours.find("lines")->items, theirs.find("lines")->items, issues);
  compare_total(approved, returned, issues);
  return issues;
}

}  // namespace sidebill

#include "core/operations/compare_invoice.h"

namespace sidebill {

namespace {

Issue differs(const std::string& path, const std::string& approved, const std::string& returned) {
  return warning(Code::document_differs, path, {{"approved", approved}, {"returned", returned}});
}

std::string customer_id(const Draft& draft) {
  const auto* existing = std::get_if<ExistingCustomer>(&draft.customer);
  return existing == nullptr ? "" : existing->id;
}

void compare_lines(const Draft& draft, const Invoice& returned, Issues& issues) {
  if (draft.lines.size() != returned.lines.size()) {
    issues.push_back(
        differs("/lines", std::to_string(draft.lines.size()), std::to_string(returned.lines.size())));
    return;
  }
  for (std::size_t index = 0; index < draft.lines.size(); ++index) {
    const std::string path = "/lines/" + std::to_string(index);
    const DraftLine& line = draft.lines[index];
    const InvoiceLine& booked = returned.lines[index];
    if (amount_of(line.amount) != booked.amount) {
      issues.push_back(differs(path + "/amount", amount_text(line.amount), to_text(booked.amount)));
    }
    const auto* item = std::get_if<ExistingItem>(&line.item);
    if (item != nullptr && item->id != booked.item_id)
      issues.push_back(differs(path + "/item", item->id, booked.item_id));
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

Issues compare_invoice(const Draft& draft, const Totals& approved, const Invoice& returned) {
  Issues issues;
  if (customer_id(draft) != returned.customer_id) {
    issues.push_back(differs("/customer", customer_id(draft), returned.customer_name));
  }
  if (draft.date != returned.date)
    issues.push_back(differs("/date", to_text(draft.date), to_text(returned.date)));
  compare_lines(draft, returned, issues);
  compare_total(approved, returned, issues);
  return issues;
}

}  // namespace sidebill

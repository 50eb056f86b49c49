#include "tests/bench/rules/invoice-rules.h"

#include "core/billing/preflight.h"
#include "core/billing/totals.h"
#include "core/operations/choices_json.h"

namespace sidebill::bench {

namespace {

std::int64_t work_out(const Basis& basis, const Choices& choices) {
  Drafted drafted = draft_invoice(basis.sale, basis.company, basis.known, choices);
  const auto sum = totals(drafted.draft, basis.company);
  preflight(drafted.draft, basis.sale, basis.company, basis.known, drafted.issues);
  return (sum ? sum->total.minor : 0) + static_cast<std::int64_t>(drafted.issues.size());
}

}  // namespace

std::size_t InvoiceRules::add(const std::string& request) {
  Issues issues;
  const auto json = parse_json(request, issues);
  const Json* given = json ? json->find("basis") : nullptr;
  const Json* chosen = json ? json->find("choices") : nullptr;
  if (given == nullptr || chosen == nullptr) return 0;
  auto basis = read_basis(*given, issues);
  auto choices = read_choices(*chosen, "/choices", issues);
  if (!basis || !choices || !issues.empty()) return 0;
  invoices_.push_back({std::move(*basis), std::move(*choices)});
  return invoices_.size();
}

double InvoiceRules::work(int times) const {
  std::int64_t sum = 0;
  for (int time = 0; time < times; ++time) {
    sum = 0;
    for (const Kept& invoice : invoices_) sum += work_out(invoice.basis, invoice.choices);
  }
  return static_cast<double>(sum);
}

}  // namespace sidebill::bench

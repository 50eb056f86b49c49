#include "core/billing/existing_documents.h"

#include "core/billing/status.h"

namespace sidebill {

namespace {

bool is_living(const Invoice& invoice, Date today) {
  const Status status = statuses(invoice, today).front();
  return status != Status::deleted && status != Status::voided;
}

}  // namespace

void check_existing_documents(const Known& known, bool another_is_wanted, Issues& issues) {
  for (const Invoice& invoice : known.existing) {
    if (!is_living(invoice, known.today)) continue;
    const std::string total = amount_text(invoice.total) + " " + std::string(invoice.currency.code());
    Issue issue = error(Code::document_exists, "/another",
                        {{"number", invoice.number.empty() ? invoice.id : invoice.number}, {"total", total}});
    if (another_is_wanted) issue.severity = Severity::warning;
    issues.push_back(std::move(issue));
  }
}

}  // namespace sidebill

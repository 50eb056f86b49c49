#include "core/billing/preflight_existing.h"

#include "core/billing/status.h"

namespace sidebill {

namespace {

bool is_living(const Invoice& invoice, Date today) {
  const Status status = statuses(invoice, today).front();
  return status != Status::deleted && status != Status::voided;
}

/// Of a document that is linked but was not read, only the id is known.
std::map<std::string, std::string> facts(const Invoice& invoice) {
  if (invoice.number.empty()) return {{"id", invoice.id}};
  const std::string total = amount_text(invoice.total) + " " + std::string(invoice.currency.code());
  return {{"id", invoice.id}, {"number", invoice.number}, {"total", total}};
}

}  // namespace

void check_existing_documents(const Known& known, bool another_is_wanted, Issues& issues) {
  for (const Invoice& invoice : known.existing) {
    if (!is_living(invoice, known.today)) continue;
    Issue issue = error(Code::document_exists, "/another", facts(invoice));
    if (another_is_wanted) issue.severity = Severity::warning;
    issues.push_back(std::move(issue));
  }
}

}  // namespace sidebill

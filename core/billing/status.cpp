#include "core/billing/status.h"

namespace sidebill {

namespace {

bool is_overdue(const Invoice& invoice, Date today) { return invoice.due_date && *invoice.due_date < today; }

bool is_sent(const Invoice& invoice) { return invoice.delivered || invoice.email_status == "EmailSent"; }

}  // namespace

std::string_view status_text(Status status) {
  switch (status) {
    case Status::draft: return "draft";
    case Status::open: return "open";
    case Status::awaiting_send: return "awaiting-send";
    case Status::sent: return "sent";
    case Status::overdue: return "overdue";
    case Status::partially_paid: return "partially-paid";
    case Status::paid: return "paid";
    case Status::voided: return "voided";
    case Status::deleted: return "deleted";
  }
  return "";
}

std::vector<Status> statuses(const Invoice& invoice, Date today) {
  if (invoice.deleted) return {Status::deleted};
  if (invoice.id.empty()) return {Status::draft};
  if (is_voided(invoice)) return {Status::voided};
  if (invoice.balance.minor <= 0) return {Status::paid};
  const bool partly_paid = invoice.balance.minor < invoice.total.minor;
  if (is_overdue(invoice, today)) {
    return partly_paid ? std::vector{Status::overdue, Status::partially_paid} : std::vector{Status::overdue};
  }
  if (partly_paid) return {Status::partially_paid};
  if (is_sent(invoice)) return {Status::sent};
  return {invoice.email_status == "NeedToSend" ? Status::awaiting_send : Status::open};
}

}  // namespace sidebill

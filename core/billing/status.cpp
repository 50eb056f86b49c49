#include "core/billing/status.h"

namespace sidebill {

namespace {

bool is_overdue(const Invoice& invoice, Date today) { return invoice.due_date && *invoice.due_date < today; }

bool is_sent(const Invoice& invoice) { return invoice.delivered || invoice.email_status == "EmailSent"; }

/// Converted is another word for closed: an invoice was made of it.
Status estimate_status(const Invoice& estimate, Date today) {
  const std::string& said = estimate.txn_status;
  if (said == "Closed" || said == "Converted") return Status::closed;
  if (said == "Rejected") return Status::rejected;
  if (said == "Accepted") return Status::accepted;
  return is_overdue(estimate, today) ? Status::expired : Status::pending;
}

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
    case Status::pending: return "pending";
    case Status::accepted: return "accepted";
    case Status::expired: return "expired";
    case Status::closed: return "closed";
    case Status::rejected: return "rejected";
  }
  return "";
}

std::vector<Status> statuses(const Invoice& invoice, Date today) {
  if (invoice.deleted) return {Status::deleted};
  if (invoice.id.empty()) return {Status::draft};
  if (invoice.type == "Estimate") return {estimate_status(invoice, today)};
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

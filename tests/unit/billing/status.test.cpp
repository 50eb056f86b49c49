#include "core/billing/status.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace sidebill;

namespace {

const Date today = sample::date("2026-11-22");

struct Row {
  std::string what, total, balance, due, email;
  bool delivered;
  std::string memo, expected;
};

Invoice invoice_of(const Row& row) {
  Invoice invoice;
  invoice.id = "130";
  invoice.total = sample::money(row.total);
  invoice.balance = sample::money(row.balance);
  if (!row.due.empty()) invoice.due_date = sample::date(row.due);
  invoice.email_status = row.email;
  invoice.delivered = row.delivered;
  invoice.memo = row.memo;
  return invoice;
}

std::string badges(const Invoice& invoice) {
  std::vector<std::string> texts;
  for (const Status status : statuses(invoice, today)) texts.emplace_back(status_text(status));
  return join(texts, " ");
}

}  // namespace

TEST_CASE("status: balance, due date and e-mail status give one badge, or two where a fact would be lost") {
  const Row rows[] = {
      {"nothing happened", "100", "100", "2026-12-22", "NotSet", false, "", "open"},
      {"no due date", "100", "100", "", "NotSet", false, "", "open"},
      {"queued", "100", "100", "2026-12-22", "NeedToSend", false, "", "awaiting-send"},
      {"mailed", "100", "100", "2026-12-22", "EmailSent", false, "", "sent"},
      {"delivered", "100", "100", "2026-12-22", "NotSet", true, "", "sent"},
      {"delivered although queued again", "100", "100", "2026-12-22", "NeedToSend", true, "", "sent"},
      {"due today", "100", "100", "2026-11-22", "EmailSent", false, "", "sent"},
      {"due yesterday", "100", "100", "2026-11-21", "EmailSent", false, "", "overdue"},
      {"due yesterday, never sent", "100", "100", "2026-11-21", "NotSet", false, "", "overdue"},
      {"part paid", "100", "99.99", "2026-12-22", "EmailSent", false, "", "partially-paid"},
      {"one cent open", "100", "0.01", "2026-12-22", "NotSet", false, "", "partially-paid"},
      {"one cent open, overdue", "100", "0.01", "2026-11-21", "NotSet", false, "", "overdue partially-paid"},
      {"part paid, due today", "100", "50", "2026-11-22", "NeedToSend", false, "", "partially-paid"},
      {"paid", "100", "0", "2026-11-21", "EmailSent", false, "", "paid"},
      {"paid too much", "100", "-5", "2026-11-21", "EmailSent", false, "", "paid"},
      {"a genuine free invoice", "0", "0", "2026-11-21", "NotSet", false, "", "paid"},
      {"voided", "0", "0", "2026-11-21", "EmailSent", false, "Voided - by mistake", "voided"},
      {"voided, lower case", "0", "0", "2026-11-21", "EmailSent", false, " voided", "voided"},
      {"only the memo says so", "100", "100", "2026-12-22", "NotSet", false, "Voided", "open"},
      {"not at the start", "0", "0", "2026-12-22", "NotSet", false, "Not voided", "paid"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(badges(invoice_of(row)) == row.expected);
  }
}

TEST_CASE("status: a deleted document is deleted whatever it was, one that was never written is a draft") {
  Invoice invoice = invoice_of({"", "100", "0", "", "EmailSent", true, "", ""});
  invoice.deleted = true;
  CHECK(badges(invoice) == "deleted");
  invoice.deleted = false;
  invoice.id = "";
  CHECK(badges(invoice) == "draft");
}

TEST_CASE("status: every status has its word") {
  for (const Status status :
       {Status::draft, Status::open, Status::awaiting_send, Status::sent, Status::overdue,
        Status::partially_paid, Status::paid, Status::voided, Status::deleted}) {
    CHECK_FALSE(status_text(status).empty());
  }
}

TEST_CASE("status: an estimate says what became of it, and expires while nobody answered") {
  struct Row {
    std::string said, until;
    Status expected;
  };
  const Row rows[] = {
      {"Pending", "2026-11-22", Status::pending},
      {"Pending", "2026-11-21", Status::expired},
      {"Pending", "", Status::pending},
      {"Accepted", "2026-11-21", Status::accepted},
      {"Closed", "", Status::closed},
      {"Converted", "", Status::closed},
      {"Rejected", "", Status::rejected},
  };
  for (const Row& row : rows) {
    CAPTURE(row.said);
    Invoice estimate;
    estimate.type = "Estimate";
    estimate.id = "7";
    estimate.txn_status = row.said;
    estimate.due_date = parse_date(row.until);
    CHECK(statuses(estimate, sample::date("2026-11-22")) == std::vector{row.expected});
  }
}

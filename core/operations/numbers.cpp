#include "core/operations/numbers.h"

#include <algorithm>

#include "core/billing/numbering.h"
#include "core/mapping/documents.h"
#include "core/operations/documents.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"
#include "core/quickbooks/write.h"

namespace sidebill {

namespace {

constexpr int newest = 100, most_shared = 10;
/// Somebody may take the next number again at the same moment.
constexpr int most_renumberings = 5;

/// nullopt and the reasons when QuickBooks cannot say.
std::optional<std::vector<Invoice>> ask_invoices(Io& io, const Company& company,
                                                 const quickbooks::Query& query, const char* purpose,
                                                 Issues& issues) {
  const auto statement = quickbooks::statement(query);
  // A number that its language cannot ask for, nobody else has typed.
  if (!statement) return std::vector<Invoice>{};
  const Reply reply =
      io.send(quickbooks::query(company.realm, *statement, purpose, keep_documents(company.home_currency)));
  if (!reply.ok() || !quickbooks::answers_query(reply.response.body)) {
    const Issues& why = reply.ok() ? unreadable_answer() : reply.issues;
    issues.insert(issues.end(), why.begin(), why.end());
    return std::nullopt;
  }
  std::vector<Invoice> invoices;
  for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(reply.response.body, issues)) {
    if (auto invoice = map_invoice(company.realm, record, company.home_currency, issues))
      invoices.push_back(std::move(*invoice));
  }
  return invoices;
}

/// Every number with this beginning that was read here, of documents that are gone too.
std::vector<std::string> look_numbers(Io& io, const InvoiceJob& job, const std::string& prefix) {
  const Json found = io.look("numbers", Json::object()
                                            .set("realm", Json::string(job.company.realm))
                                            .set("entity", Json::string(job.type))
                                            .set("prefix", Json::string(prefix)));
  Issues unread;  // our own store has texts
  return Reader(Json::object().set("numbers", found), "", unread).texts("numbers");
}

/// QuickBooks counts its ids up: the longer one is later.
bool is_later(const Invoice& one, const Invoice& other) {
  return one.id.size() != other.id.size() ? one.id.size() > other.id.size() : one.id > other.id;
}

/// A reply with the document under its new number; nullopt, and why, when it stays as it is.
std::optional<Invoice> renumbered(Io& io, const InvoiceJob& job, const Invoice& made,
                                  const std::string& number, Issues& issues) {
  const RequestIdOf identity{job.portal.id,      job.company.realm, job.type, made.id,
                             "number:" + number, made.sync_token,   0,        0};
  const Reply reply = io.send(quickbooks::update(
      job.company.realm, job.type, quickbooks::renumbered_text(made.id, made.sync_token, number),
      request_id(identity), "update-" + form_word(job.type), keep_documents(job.company.home_currency)));
  if (reply.ok()) return invoice_in(job, reply, issues);
  issues.insert(issues.end(), reply.issues.begin(), reply.issues.end());
  return std::nullopt;
}

}  // namespace

Numbering read_numbers(Io& io, const InvoiceJob& job, Issues& issues) {
  const Company& company = job.company;
  Numbering numbers;
  if (!company.custom_numbers) return numbers;
  const auto made =
      ask_invoices(io, company, quickbooks::forms_made_last(job.type, newest), "read-numbers", issues);
  if (!made) return numbers;
  for (const Invoice& invoice : *made) {
    if (!invoice.number.empty()) numbers.taken.push_back(invoice.number);
  }
  const NumberSeries series = series_of(numbers.taken).value_or(NumberSeries{});
  numbers.taken.insert(numbers.taken.end(), job.refused_numbers.begin(), job.refused_numbers.end());
  std::vector<std::string> used = look_numbers(io, job, series.prefix);
  used.insert(used.end(), numbers.taken.begin(), numbers.taken.end());
  numbers.next = next_number(series, used);
  return numbers;
}

void settle_number(Io& io, const InvoiceJob& job, Invoice& made, Issues& issues) {
  if (!job.company.custom_numbers) return;
  for (int attempt = 0; attempt < most_renumberings; ++attempt) {
    auto others =
        ask_invoices(io, job.company, quickbooks::forms_with_number(job.type, made.number, most_shared),
                     "check-number", issues);
    if (!others) return;
    others->erase(
        std::remove_if(others->begin(), others->end(), [&](const Invoice& one) { return one.id == made.id; }),
        others->end());
    if (others->empty()) return;
    const bool is_last = std::all_of(others->begin(), others->end(),
                                     [&](const Invoice& other) { return is_later(made, other); });
    const Numbering numbers = is_last ? read_numbers(io, job, issues) : Numbering{};
    auto changed = numbers.next.empty() ? std::nullopt : renumbered(io, job, made, numbers.next, issues);
    if (!changed) {
      issues.push_back(warning(Code::number_shared, "/number", {{"number", made.number}}));
      return;
    }
    issues.push_back(
        warning(Code::number_changed, "/number", {{"number", made.number}, {"new", changed->number}}));
    made = std::move(*changed);
  }
}

}  // namespace sidebill

#include "core/billing/preflight_existing.h"
#include "core/operations/create_invoice.h"
#include "core/operations/documents.h"
#include "core/operations/invoice_job.h"
#include "core/operations/load_deal.h"
#include "core/operations/server_time.h"
#include "core/quickbooks/judge.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

using Past = Io::PastWrite;

/// As long as an evening's outage; the trust in the key ends it before that.
constexpr int patience = 800;

void append(Issues& issues, const Issues& more) { issues.insert(issues.end(), more.begin(), more.end()); }

/// The sendings of the last invoice that was to be made: the same path is the same request id.
std::vector<Past> last_creates(const std::vector<Past>& writes, const InvoiceJob& job) {
  std::vector<Past> creates;
  for (const Past& write : writes) {
    if (write.purpose != "create-" + form_word(job.type)) continue;
    if (!creates.empty() && creates.back().request.path != write.request.path) creates.clear();
    creates.push_back(write);
  }
  return creates;
}

/// What the last sending came to. Who was turned away without an answer of QuickBooks knows nothing.
Reply last_reply(const Past& last) {
  if (!last.answer || last.answer->failure != Failure::none) return {Verdict::uncertain, {}, {}};
  const Judgement judgement = quickbooks::judge(last.request, *last.answer);
  const bool decided = judgement.verdict == Verdict::done || judgement.verdict == Verdict::refused;
  const bool at_the_door = last.answer->status == 401 || last.answer->status == 403;
  if (!decided || at_the_door) return {Verdict::uncertain, *last.answer, {}};
  return {judgement.verdict, *last.answer, judgement.issues};
}

/// The same bytes under the same request id: QuickBooks answers with what it made, or makes it now. Uncertain
/// when the id is too old to be trusted.
Reply send_again(Io& io, const InvoiceJob& job, const Past& last, std::int64_t age_ms) {
  Call call = quickbooks::create(job.company.realm, job.type, last.request.body, "settled", last.purpose,
                                 keep_documents(job.company.home_currency));
  call.request = last.request;
  call.patience = patience;
  call.trust_ms -= age_ms;
  if (call.trust_ms <= 0) return {Verdict::uncertain, {}, {}};
  return io.send(call);
}

/// The invoice that an old create in doubt has made, looked for by what it holds. Ends the run when
/// QuickBooks cannot say.
std::optional<Invoice> search(Io& io, const InvoiceJob& job, const Sale& sale,
                              const std::vector<Past>& creates, Issues& issues) {
  const auto sent = sent_invoice(job, creates.back().request.body);
  if (!sent) io.fail({error(Code::write_uncertain, "", {{"service", "quickbooks"}})});
  auto made = made_since(io, job, sale, sent->customer_id, creates.front().sent_ms, issues);
  if (!made) io.fail(issues);
  const Invoice* same = surely_sent(*sent, *made);
  if (same != nullptr) return *same;
  Known known;
  known.existing = std::move(*made);
  check_existing_documents(known, true, issues);
  return std::nullopt;
}

/// The answer tells of an invoice that the deal knew before this run sent anything: one that is gone, whose
/// place the approved one was to take.
bool is_the_one_before(const InvoiceJob& job, const Sale& sale, const Made& made, const Reply& reply,
                       const std::vector<Past>& creates) {
  const std::int64_t since_first_ms = reply.response.sent_ms - creates.front().sent_ms;
  return knows(job, sale, *made.invoice) &&
         is_before_sending(made.invoice->created_ms + since_first_ms, reply.response);
}

/// The invoice that the earlier revision made, if it made one that still exists.
Made settled_invoice(Io& io, const InvoiceJob& job, const Sale& sale, std::int64_t now_ms) {
  Made made;
  made.generation = sale.generation;
  const std::vector<Past> creates = last_creates(io.past_writes(), job);
  if (creates.empty()) return made;
  Reply reply = last_reply(creates.back());
  if (reply.verdict == Verdict::uncertain)
    reply = send_again(io, job, creates.back(), now_ms - creates.front().sent_ms);
  if (reply.verdict == Verdict::refused) append(made.issues, reply.issues);
  if (reply.verdict == Verdict::uncertain) made.invoice = search(io, job, sale, creates, made.issues);
  if (!reply.ok()) return made;
  made.invoice = invoice_in(job, reply, made.issues);
  if (!made.invoice) io.fail(made.issues);
  const bool before = is_the_one_before(job, sale, made, reply, creates);
  if (!still_exists(io, job, made.invoice, made.issues)) {
    made.issues.push_back(warning(Code::document_deleted, "", {{"number", made.invoice->number}}));
    made.invoice.reset();
  } else if (before) {
    made.invoice.reset();
  }
  return made;
}

Json settle(Io& io, const Json& value, const char* type) {
  const InvoiceJob job = invoice_job(io, value, type);
  const std::int64_t now_ms = io.now();
  const Date today = local_date(now_ms, job.company.time_zone);
  const LoadedDeal deal = load_deal(io, job.portal, job.input.source, {outage_patience, std::nullopt});
  const Made made = settled_invoice(io, job, deal.sale, now_ms);
  Issues issues = {warning(Code::run_settled, "")};
  append(issues, made.issues);
  if (made.invoice) append(issues, tell_hubspot(io, job, deal.sale, made, today));
  return invoice_report(job, made.invoice ? "created" : "cancelled", made, "", today, now_ms, issues);
}

}  // namespace

Json settle_create_invoice(Io& io, const Json& value) { return settle(io, value, "Invoice"); }
Json settle_create_estimate(Io& io, const Json& value) { return settle(io, value, "Estimate"); }
Json settle_create_sales_receipt(Io& io, const Json& value) { return settle(io, value, "SalesReceipt"); }

}  // namespace sidebill

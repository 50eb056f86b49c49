#include "core/operations/create_invoice.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/mapping/customers.h"
#include "core/mapping/documents.h"
#include "core/mapping/drafts.h"
#include "core/mapping/items.h"
#include "core/mapping/mirror.h"
#include "core/operations/choices_json.h"
#include "core/operations/compare_invoice.h"
#include "core/operations/compose.h"
#include "core/operations/create_document.h"
#include "core/operations/documents.h"
#include "core/operations/follow_source.h"
#include "core/operations/invoice_job.h"
#include "core/operations/load_basis.h"
#include "core/operations/server_time.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

void append(Issues& issues, const Issues& more) { issues.insert(issues.end(), more.begin(), more.end()); }

RequestIdOf identity_of(const InvoiceJob& job, const RecordRef& record, const std::string& kind) {
  return {job.portal.id, job.company.realm, record.type, record.id, kind, "", 0, 0};
}

/// Creates the new customer and puts its id into the draft. False: refused, with the reason.
bool make_customer(Io& io, InvoiceJob& job, const Sale& sale, Draft& draft, Issues& issues) {
  const auto* wanted = std::get_if<NewCustomer>(&draft.customer);
  if (wanted == nullptr) return true;
  const std::string approved_name = wanted->display_name;
  const Reply reply = create_once(io,
                                  {"customer",
                                   customer_body(*wanted, job.company),
                                   identity_of(job, buyer_of(sale), "customer"),
                                   {"customers", true, ""}},
                                  job.customer_refusals);
  if (!reply.ok()) {
    append(issues, reply.issues);
    return false;
  }
  const auto created = quickbooks::record_in<quickbooks::Customer>(reply.response.body, issues);
  if (!created) return false;
  draft.customer = ExistingCustomer{created->identity.id};
  if (fold(created->display_name) == fold(approved_name)) return true;
  // Replayed: an earlier customer of this buyer. The person approved another name, so they are asked.
  issues.push_back(warning(Code::document_differs, "/customer",
                           {{"approved", approved_name}, {"returned", created->display_name}}));
  return false;
}

/// Creates each new item once and puts its id into all lines that use it.
bool make_items(Io& io, InvoiceJob& job, const Sale& sale, Draft& draft, Issues& issues) {
  for (DraftLine& line : draft.lines) {
    const auto* wanted = std::get_if<NewItem>(&line.item);
    if (wanted == nullptr) continue;
    const std::string name = wanted->name;
    const Reply reply = create_once(io,
                                    {"item",
                                     item_body(*wanted, job.company),
                                     identity_of(job, sale.source, "item:" + name),
                                     {"items", true, ""}},
                                    job.item_refusals);
    if (!reply.ok()) {
      append(issues, reply.issues);
      return false;
    }
    const auto created = quickbooks::record_in<quickbooks::Item>(reply.response.body, issues);
    if (!created) return false;
    for (DraftLine& other : draft.lines) {
      const auto* same = std::get_if<NewItem>(&other.item);
      if (same != nullptr && same->name == name) other.item = ExistingItem{created->identity.id};
    }
  }
  return true;
}

/// The generation that this creation belongs to: the one recorded, or the next when another is wanted.
int generation_of(const Sale& sale, bool another) { return another ? sale.generation + 1 : sale.generation; }

/// The invoice that is in doubt, looked for by what it holds. Nothing found: the doubt is over. Nobody could
/// say: it stays, with the reasons.
std::optional<Invoice> find_made(Io& io, InvoiceJob& job, const Sale& sale, Issues& issues) {
  const Doubt doubt = *job.doubt;
  const auto* customer = std::get_if<ExistingCustomer>(&doubt.draft.customer);
  const auto made = made_since(io, job, sale, customer == nullptr ? "" : customer->id, doubt.draft.date,
                               doubt.since_ms, issues);
  if (!made) return std::nullopt;
  job.doubt.reset();
  for (const Invoice& invoice : *made) {
    if (compare_invoice(doubt.draft, doubt.totals, invoice).empty()) return invoice;
  }
  return std::nullopt;
}

bool knows(const Sale& sale, const Invoice& invoice) {
  return std::find(sale.links.begin(), sale.links.end(), link_of(invoice)) != sale.links.end();
}

/// The approved draft, and when the deal was read to it.
struct Approved {
  const Sale& sale;
  const Draft& draft;
  const Totals& totals;
  bool another;
  std::int64_t read_ms;
};

/// Sends the create until it is done or refused. nullopt: in doubt, and now noted in the job.
std::optional<Reply> send_create(Io& io, InvoiceJob& job, const Approved& approved, int generation) {
  RequestIdOf identity = identity_of(job, approved.sale.source, "invoice");
  identity.generation = generation;
  Reply reply = create_once(io,
                            {"invoice", invoice_body(approved.draft, job.company), identity,
                             keep_documents(job.company.home_currency)},
                            job.invoice_refusals);
  if (reply.verdict != Verdict::uncertain) return reply;
  job.doubt = Doubt{approved.draft, approved.totals, approved.read_ms};
  return std::nullopt;
}

Made make_invoice(Io& io, InvoiceJob& job, const Approved& approved) {
  Made made;
  made.generation = generation_of(approved.sale, approved.another);
  for (;;) {
    if (job.doubt) {
      made.invoice = find_made(io, job, approved.sale, made.issues);
      made.was_there = true;
      if (made.invoice || job.doubt) return made;
    }
    const auto reply = send_create(io, job, approved, made.generation);
    if (!reply) continue;
    if (!reply->ok()) {
      append(made.issues, reply->issues);
      return made;
    }
    made.invoice = invoice_in(job, *reply, made.issues);
    if (!made.invoice) {
      made.issues.push_back(error(Code::service_answer_unreadable, "", {{"service", "quickbooks"}}));
      return made;
    }
    const bool was_known = knows(approved.sale, *made.invoice);
    made.was_there = was_known || is_before_sending(made.invoice->created_ms, reply->response);
    if (!made.was_there) return made;
    if (!was_known && still_exists(io, job, made.invoice, made.issues)) return made;
    // What this id once made was deleted, or the person knows it and approved a new one: the next generation.
    made.invoice.reset();
    made.generation += 1;
    job.invoice_refusals = {};
  }
}

Json question_of(const LoadedBasis& loaded, Composition composition, const Issues& notes) {
  Issues all = notes;
  append(all, loaded.issues);
  append(all, composition.issues);
  composition.issues = std::move(all);
  return Json::object()
      .set("basis", basis_json(loaded.basis))
      .set("view", compose_view(loaded.basis, composition));
}

/// What the person said: choices and the hash they approved, or nothing when they left.
struct Approval {
  Choices choices;
  std::string hash;
};
std::optional<Approval> read_approval(const Json& answer, Issues& issues) {
  const Reader reader(answer, "", issues);
  const Json* chosen = answer.find("choices");
  if (reader.text_or("kind") != "approve" || chosen == nullptr) return std::nullopt;
  auto choices = read_choices(*chosen, "", issues);
  if (!choices) return std::nullopt;
  return Approval{std::move(*choices), reader.text_or("approved_hash")};
}

/// The choices after a refusal half way: what was created before it exists now and is not created again.
Choices with_created(Choices choices, const Draft& draft) {
  choices.customer = draft.customer;
  std::size_t drafted = 0;
  for (LineChoice& line : choices.lines) {
    if (line.include && drafted < draft.lines.size()) line.item = draft.lines[drafted++].item;
  }
  return choices;
}

/// The choices, where nobody touched them, as the deal and the day propose them now.
Choices followed(const Choices& choices, const Basis& seen, const Basis& now) {
  Basis then = now;
  then.sale = seen.sale;
  then.known.today = seen.known.today;
  return follow_source(choices, compose(then, std::nullopt).choices, compose(now, std::nullopt).choices);
}

/// The person lets it be. An invoice in doubt is looked for first: it may have been made.
Json cancelled(Io& io, InvoiceJob& job, const LoadedBasis& loaded, Issues issues) {
  const Date today = loaded.basis.known.today;
  if (!job.doubt) return invoice_report(job, "cancelled", {}, "", today, loaded.now_ms, issues);
  const Sale& sale = loaded.basis.sale;
  const std::string approved_total = amount_text(job.doubt->totals.total);
  Made made;
  made.generation = sale.generation;
  made.invoice = find_made(io, job, sale, issues);
  if (job.doubt) issues.push_back(warning(Code::write_uncertain, "", {{"service", "quickbooks"}}));
  if (!made.invoice) return invoice_report(job, "cancelled", made, "", today, loaded.now_ms, issues);
  append(issues, tell_hubspot(io, job, sale, made, today));
  return invoice_report(job, "created", made, approved_total, today, loaded.now_ms, issues);
}

std::optional<Choices> wanting_another(const LoadedBasis& loaded, bool another) {
  if (!another) return std::nullopt;
  Choices choices = compose(loaded.basis, std::nullopt).choices;
  choices.another = true;
  return choices;
}

}  // namespace

Json create_invoice(Io& io, const Json& value) {
  InvoiceJob job = invoice_job(io, value);
  LoadedBasis loaded = load_basis(io, job.portal, job.company, job.input.source, std::nullopt);
  Composition composition = compose(loaded.basis, wanting_another(loaded, job.input.another));
  Issues notes;
  for (;;) {
    const Json answer = io.ask("compose-invoice", question_of(loaded, composition, notes));
    notes.clear();
    const auto approval = read_approval(answer, notes);
    if (!approval) return cancelled(io, job, loaded, notes);
    const Basis seen = std::move(loaded.basis);
    loaded = load_basis(io, job.portal, job.company, job.input.source, approval->choices);
    composition = compose(loaded.basis, followed(approval->choices, seen, loaded.basis));
    // Who wants a further invoice wants it beside those that were shown.
    const bool another_appeared = approval->choices.another && loaded.basis.sale.links != seen.sale.links;
    if (!composition.ready || composition.hash != approval->hash || another_appeared) {
      notes.push_back(warning(Code::source_changed, ""));
      continue;
    }
    const Sale& sale = loaded.basis.sale;
    Draft draft = composition.draft;
    Made made;
    if (make_customer(io, job, sale, draft, notes) && make_items(io, job, sale, draft, notes)) {
      made =
          make_invoice(io, job, {sale, draft, *composition.totals, approval->choices.another, loaded.now_ms});
    }
    if (!made.invoice) {
      append(notes, made.issues);
      const Choices kept = with_created(approval->choices, draft);
      loaded = load_basis(io, job.portal, job.company, job.input.source, kept);
      composition = compose(loaded.basis, kept);
      continue;
    }
    const Date today = loaded.basis.known.today;
    Issues issues = made.issues;
    const Issues differences = compare_invoice(draft, *composition.totals, *made.invoice);
    const bool is_other = made.was_there && !differences.empty();
    if (is_other)
      issues.push_back(warning(Code::document_is_colleagues, "", {{"number", made.invoice->number}}));
    append(issues, differences);
    append(issues, tell_hubspot(io, job, sale, made, today));
    return invoice_report(job, is_other ? "existing" : "created", made,
                          amount_text(composition.totals->total), today, loaded.now_ms, issues);
  }
}

}  // namespace sidebill

#include "core/operations/create_invoice.h"

#include <algorithm>

#include "core/hubspot/object_types.h"
#include "core/mapping/customers.h"
#include "core/mapping/documents.h"
#include "core/mapping/drafts.h"
#include "core/mapping/items.h"
#include "core/operations/choices_json.h"
#include "core/operations/compare_invoice.h"
#include "core/operations/compose.h"
#include "core/operations/create_document.h"
#include "core/operations/documents.h"
#include "core/operations/inputs.h"
#include "core/operations/load_basis.h"
#include "core/operations/mirror.h"
#include "core/operations/server_time.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

/// What the run is about, and what it has learned on the way.
struct Job {
  CreateInvoiceInput input;
  Portal portal;
  Company company;
  Refusals customer_refusals, item_refusals, invoice_refusals;
};

/// A document that exists, or why there is none.
struct Made {
  std::optional<Invoice> invoice;
  bool was_there = false;  // QuickBooks replayed an earlier create
  int generation = 0;
  Issues issues;
};

void append(Issues& issues, const Issues& more) { issues.insert(issues.end(), more.begin(), more.end()); }

RequestIdOf identity_of(const Job& job, const RecordRef& record, const std::string& kind) {
  return {job.portal.id, job.company.realm, record.type, record.id, kind, "", 0, 0};
}

/// A customer stands for the company that buys, else for the person.
RecordRef buyer_of(const Sale& sale) {
  if (!sale.companies.empty()) return {object_type::company, sale.companies.front().id};
  if (!sale.contacts.empty()) return {object_type::contact, sale.contacts.front().id};
  return sale.source;
}

/// Creates the new customer and puts its id into the draft. False: refused, with the reason.
bool make_customer(Io& io, Job& job, const Sale& sale, Draft& draft, Issues& issues) {
  const auto* wanted = std::get_if<NewCustomer>(&draft.customer);
  if (wanted == nullptr) return true;
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
  return true;
}

/// Creates each new item once and puts its id into all lines that use it.
bool make_items(Io& io, Job& job, const Sale& sale, Draft& draft, Issues& issues) {
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

std::optional<Invoice> invoice_in(const Job& job, const Reply& reply, Issues& issues) {
  const auto record = quickbooks::record_in<quickbooks::Invoice>(reply.response.body, issues);
  return record ? map_invoice(job.company.realm, *record, job.company.home_currency, issues) : std::nullopt;
}

/// A replayed answer tells of the past: whether the document still exists takes one read.
bool still_exists(Io& io, const Job& job, const std::string& id, std::optional<Invoice>& invoice,
                  Issues& issues) {
  const Reply reply = io.send(quickbooks::read(job.company.realm, "Invoice", id, "check-replay",
                                               keep_documents(job.company.home_currency)));
  if (reply.ok()) {
    if (auto current = invoice_in(job, reply, issues)) invoice = std::move(current);
    return true;
  }
  const bool gone = std::any_of(reply.issues.begin(), reply.issues.end(), [](const Issue& issue) {
    return issue.code == Code::record_not_found || issue.code == Code::document_not_found;
  });
  if (!gone) append(issues, reply.issues);
  return !gone;
}

/// After long doubt: an invoice of this customer, date and total that was made since.
std::optional<Invoice> find_made(Io& io, const Job& job, const Draft& draft, const Totals& approved,
                                 Issues& issues) {
  const auto* customer = std::get_if<ExistingCustomer>(&draft.customer);
  if (customer == nullptr) return std::nullopt;
  const auto statement = quickbooks::statement(quickbooks::invoices_of_customer_on(customer->id, draft.date));
  const Reply reply = io.send(quickbooks::query(job.company.realm, statement.value_or(""), "find-invoices",
                                                keep_documents(job.company.home_currency)));
  if (!reply.ok()) io.fail(reply.issues);
  for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(reply.response.body, issues)) {
    auto invoice = map_invoice(job.company.realm, record, job.company.home_currency, issues);
    if (invoice && compare_invoice(draft, approved, *invoice).empty()) return invoice;
  }
  return std::nullopt;
}

Made make_invoice(Io& io, Job& job, const Sale& sale, const Draft& draft, const Totals& approved,
                  bool another) {
  Made made;
  made.generation = generation_of(sale, another);
  for (;;) {
    RequestIdOf identity = identity_of(job, sale.source, "invoice");
    identity.generation = made.generation;
    const Reply reply = create_once(
        io,
        {"invoice", invoice_body(draft, job.company), identity, keep_documents(job.company.home_currency)},
        job.invoice_refusals);
    if (reply.verdict == Verdict::uncertain) {
      made.invoice = find_made(io, job, draft, approved, made.issues);
      if (made.invoice) return made;
      continue;
    }
    if (!reply.ok()) {
      append(made.issues, reply.issues);
      return made;
    }
    made.invoice = invoice_in(job, reply, made.issues);
    if (!made.invoice) {
      made.issues.push_back(error(Code::service_answer_unreadable, "", {{"service", "quickbooks"}}));
      return made;
    }
    made.was_there = is_before_sending(made.invoice->created_ms, reply.response);
    if (!made.was_there || still_exists(io, job, made.invoice->id, made.invoice, made.issues)) return made;
    // The document that this id once made was deleted: the next generation makes a new one.
    made.generation += 1;
    job.invoice_refusals = {};
  }
}

/// Ties the invoice to deal, company and contact, and writes what they remember.
Issues tell_hubspot(Io& io, const Job& job, const Sale& sale, const Made& made, Date today) {
  const Invoice& invoice = *made.invoice;
  std::vector<RecordRef> records = {sale.source};
  if (!sale.companies.empty()) records.push_back({object_type::company, sale.companies.front().id});
  if (!sale.contacts.empty()) records.push_back({object_type::contact, sale.contacts.front().id});
  // Read again: a colleague may have written to the deal while this run was waiting.
  const LoadedRecord deal = load_record(io, job.portal, sale.source);
  Issues issues = mirror_invoices(io, job.portal, {{invoice, records, deal.mirrored}});
  RecordMemory memory{
      sale.source, with_link(deal.links, {invoice.realm, "Invoice", invoice.id}), {}, made.generation};
  const LoadedInvoices known = load_invoices(
      io, look_companies(io), with_link(deal.documents, {invoice.realm, "Invoice", invoice.id}), false);
  for (const CachedInvoice& one : known.invoices) memory.invoices.push_back(one.invoice);
  append(issues, known.issues);
  append(issues, write_memory(io, job.portal, memory, &deal.record, today));

  const Link customer{invoice.realm, "Customer", invoice.customer_id};
  const auto& buyer_links = !sale.companies.empty()  ? sale.companies.front().links
                            : !sale.contacts.empty() ? sale.contacts.front().links
                                                     : sale.links;
  const RecordRef buyer = buyer_of(sale);
  const bool known_customer =
      std::find(buyer_links.begin(), buyer_links.end(), customer) != buyer_links.end();
  if (!known_customer && !(buyer == sale.source)) {
    append(issues, write_memory(io, job.portal, {buyer, with_link(buyer_links, customer), {}, std::nullopt},
                                nullptr, today));
  }
  return issues;
}

Json report_json(const Job& job, const std::string& outcome, const Made& made,
                 const std::string& approved_total, Date today, std::int64_t now_ms, const Issues& issues) {
  Json report = Json::object().set("outcome", Json::string(outcome));
  const bool exists = made.invoice.has_value();
  report.set("document", exists ? document_view({*made.invoice, now_ms}, job.company.name, today) : Json{});
  report.set("approved_total", Json::string(approved_total));
  report.set("returned_total", Json::string(exists ? amount_text(made.invoice->total) : ""));
  report.set("returned_tax",
             exists && made.invoice->tax ? Json::string(amount_text(*made.invoice->tax)) : Json{});
  report.set("issues", issues_json(issues));
  return report;
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

Job job_of(Io& io, const Json& value) {
  Job job;
  job.input = read_create_invoice(io, value);
  job.portal = need_portal(io, job.input.portal);
  job.company = need_company(io, job.input.realm);
  return job;
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

std::optional<Choices> wanting_another(const LoadedBasis& loaded, bool another) {
  if (!another) return std::nullopt;
  Choices choices = compose(loaded.basis, std::nullopt).choices;
  choices.another = true;
  return choices;
}

}  // namespace

Json create_invoice(Io& io, const Json& value) {
  Job job = job_of(io, value);
  LoadedBasis loaded = load_basis(io, job.portal, job.company, job.input.source, std::nullopt);
  Composition composition = compose(loaded.basis, wanting_another(loaded, job.input.another));
  Issues notes;
  for (;;) {
    const Json answer = io.ask("compose-invoice", question_of(loaded, composition, notes));
    notes.clear();
    const auto approval = read_approval(answer, notes);
    if (!approval)
      return report_json(job, "cancelled", {}, "", loaded.basis.known.today, loaded.now_ms, notes);

    loaded = load_basis(io, job.portal, job.company, job.input.source, approval->choices);
    composition = compose(loaded.basis, approval->choices);
    if (!composition.ready || composition.hash != approval->hash) {
      notes.push_back(warning(Code::source_changed, ""));
      continue;
    }
    const Sale& sale = loaded.basis.sale;
    Draft draft = composition.draft;
    Made made;
    if (make_customer(io, job, sale, draft, notes) && make_items(io, job, sale, draft, notes)) {
      made = make_invoice(io, job, sale, draft, *composition.totals, approval->choices.another);
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
    return report_json(job, is_other ? "existing" : "created", made, amount_text(composition.totals->total),
                       today, loaded.now_ms, issues);
  }
}

Json settle_create_invoice(Io& io, const Json& value) {
  Job job = job_of(io, value);
  Issues issues = {warning(Code::run_settled, "")};
  const std::int64_t now_ms = io.now();
  const Date today = local_date(now_ms, job.company.time_zone);
  const Io::PastWrite* create = nullptr;
  for (const Io::PastWrite& write : io.past_writes()) {
    if (write.purpose == "create-invoice") create = &write;
  }
  if (create == nullptr) return report_json(job, "cancelled", {}, "", today, now_ms, issues);

  // The same bytes under the same request id: QuickBooks answers with what it made, or makes it now.
  Call call = quickbooks::create(job.company.realm, "invoice", create->request.body, "settled",
                                 create->purpose, keep_documents(job.company.home_currency));
  call.request = create->request;
  const Reply reply = io.send(call);
  if (!reply.ok()) {
    append(issues, reply.issues);
    io.fail(issues);
  }
  const LoadedDeal deal = load_deal(io, job.portal, job.input.source);
  Made made;
  made.generation = deal.sale.generation;
  made.invoice = invoice_in(job, reply, issues);
  if (!made.invoice) io.fail(issues);
  still_exists(io, job, made.invoice->id, made.invoice, issues);
  append(issues, tell_hubspot(io, job, deal.sale, made, today));
  return report_json(job, "created", made, "", today, now_ms, issues);
}

}  // namespace sidebill

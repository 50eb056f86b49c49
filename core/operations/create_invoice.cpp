#include "core/operations/create_invoice.h"

#include <algorithm>
#include <cassert>

#include "core/base/text.h"
#include "core/billing/preflight_existing.h"
#include "core/mapping/customers.h"
#include "core/mapping/documents.h"
#include "core/mapping/drafts.h"
#include "core/mapping/items.h"
#include "core/mapping/mirror.h"
#include "core/operations/choices_json.h"
#include "core/operations/compare_invoice.h"
#include "core/operations/compose.h"
#include "core/operations/create_document.h"
#include "core/operations/customer_documents.h"
#include "core/operations/documents.h"
#include "core/operations/exchange.h"
#include "core/operations/follow_source.h"
#include "core/operations/invoice_job.h"
#include "core/operations/load_basis.h"
#include "core/operations/missing_products.h"
#include "core/operations/numbers.h"
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

/// What was tried for one company and then for its contact are not the same thing.
std::string attempts_key(const RequestIdOf& identity) {
  return identity.record_type + ':' + identity.record_id + ':' + identity.kind;
}

/// However often what an id once made is gone: then the person is asked again.
constexpr int most_lives = 20;

/// A customer or item as far as making one goes.
struct Listed {
  quickbooks::Identity identity;
  bool active = true;
  std::string name, currency;
};
using ReadListed = std::optional<Listed> (*)(const std::string& body, Issues& issues);

std::optional<Listed> read_customer(const std::string& body, Issues& issues) {
  const auto read = quickbooks::record_in<quickbooks::Customer>(body, issues);
  if (!read) return std::nullopt;
  return Listed{read->identity, read->active.value_or(true), read->display_name, read->currency};
}

std::optional<Listed> read_item(const std::string& body, Issues& issues) {
  const auto read = quickbooks::record_in<quickbooks::Item>(body, issues);
  if (!read) return std::nullopt;
  return Listed{read->identity, read->active.value_or(true), read->name, ""};
}

/// Creates a customer or item once. What the id once made may be gone or inactive by now: then the next
/// generation is made. nullopt and the reasons when there is none.
std::optional<Listed> make_listed(Io& io, InvoiceJob& job, const Creation& creation, ReadListed read,
                                  Issues& issues) {
  Attempts& attempts = job.attempts[attempts_key(creation.identity)];
  for (int life = 0; life < most_lives; ++life) {
    Reply reply = create_once(io, creation, attempts);
    auto record = reply.ok() ? read(reply.response.body, issues) : std::nullopt;
    if (record && is_before_sending(record->identity.created_ms, reply.response)) {
      reply = io.send(quickbooks::read(job.company.realm, creation.entity, record->identity.id,
                                       "check-replay", creation.keep));
      record = reply.ok() ? read(reply.response.body, issues) : std::nullopt;
    }
    if (record && record->active) return record;
    if (!record && !says_not_found(reply)) {
      append(issues, reply.issues);
      return std::nullopt;
    }
    attempts = {attempts.generation + 1};
  }
  issues.push_back(error(Code::record_not_found, "", {{"service", "quickbooks"}}));
  return std::nullopt;
}

/// QuickBooks may name none where the company has but one.
bool is_in(const Listed& created, const std::string& currency) {
  return created.currency.empty() || currency.empty() || created.currency == currency;
}

/// A customer for a company or contact, and its id; '' where it is refused, or another one than was approved.
struct MadeCustomer {
  std::string id;
  bool as_approved = false;
};
MadeCustomer make_one_customer(Io& io, InvoiceJob& job, const RecordRef& party, const NewCustomer& wanted,
                               Issues& issues) {
  const RequestIdOf identity = identity_of(job, party, "customer");
  const auto created = make_listed(
      io, job, {"customer", customer_body(wanted, job.company), identity, {"customers", true, ""}},
      read_customer, issues);
  if (!created) return {};
  if (fold(created->name) == fold(wanted.display_name) && is_in(*created, wanted.currency))
    return {created->identity.id, true};
  // Replayed: an earlier customer of this party. The person approved another one, so they are asked; who then
  // still wants a new one gets it.
  Attempts& attempts = job.attempts[attempts_key(identity)];
  attempts = {attempts.generation + 1};
  issues.push_back(warning(Code::document_differs, "/customer",
                           {{"approved", wanted.display_name}, {"returned", created->name}}));
  return {created->identity.id, false};
}

/// Creates the customer above, if there is to be one, and puts its id into the new customer.
bool make_parent(Io& io, InvoiceJob& job, const RecordRef& company, Draft& draft, Issues& issues) {
  if (!draft.parent) return true;
  const MadeCustomer made = make_one_customer(io, job, company, *draft.parent, issues);
  if (!made.as_approved) return false;
  std::get<NewCustomer>(draft.customer).parent_id = job.parent_id = made.id;
  draft.parent.reset();
  return true;
}

/// Creates the new customer and puts its id into the draft. False: refused, with the reason.
bool make_customer(Io& io, InvoiceJob& job, const RecordRef& buyer, Draft& draft, Issues& issues) {
  const auto* wanted = std::get_if<NewCustomer>(&draft.customer);
  if (wanted == nullptr) return true;
  const MadeCustomer made = make_one_customer(io, job, buyer, *wanted, issues);
  if (!made.id.empty()) draft.customer = ExistingCustomer{made.id};
  return made.as_approved;
}

/// The product that stands in for others is one for the company, whichever deal needs it first.
RecordRef asks_for(const Sale& sale, const InvoiceJob& job, const std::string& item_name) {
  return item_name == stand_in_name ? RecordRef{"company", job.company.realm} : sale.source;
}

/// Creates each new item once and puts its id into all lines that use it.
bool make_items(Io& io, InvoiceJob& job, const Sale& sale, Draft& draft, Issues& issues) {
  for (DraftLine& line : draft.lines) {
    const auto* wanted = std::get_if<NewItem>(&line.item);
    if (wanted == nullptr) continue;
    const std::string name = wanted->name;
    const auto created = make_listed(io, job,
                                     {"item",
                                      item_body(*wanted, job.company),
                                      identity_of(job, asks_for(sale, job, name), "item:" + name),
                                      {"items", true, ""}},
                                     read_item, issues);
    if (!created) return false;
    for (DraftLine& other : draft.lines) {
      const auto* same = std::get_if<NewItem>(&other.item);
      if (same != nullptr && same->name == name) other.item = ExistingItem{created->identity.id};
    }
  }
  return true;
}

/// How many forms of this kind the deal has, and had.
int count_of(const Sale& sale, const InvoiceJob& job) {
  const auto is_one = [&](const Link& link) {
    return link.realm == job.company.realm && link.type == job.type;
  };
  return static_cast<int>(std::count_if(sale.links.begin(), sale.links.end(), is_one) +
                          std::count_if(sale.removed.begin(), sale.removed.end(), is_one));
}

/// The generation that this creation belongs to: the one recorded, or the next when another is wanted. It is
/// recorded for invoices only; of the other forms each that was made counts.
int generation_of(const Sale& sale, const InvoiceJob& job, bool another) {
  if (job.type != "Invoice") return count_of(sale, job);
  return another ? sale.generation + 1 : sale.generation;
}

/// The invoice that is in doubt, looked for among all that the customer got since. Nothing new there: the
/// doubt is over. Others there, or nobody could say: it stays, the others are shown and the reasons told.
void find_made(Io& io, InvoiceJob& job, const Sale& sale, Made& made) {
  const Doubt& doubt = *job.doubt;
  auto since = made_since(io, job, sale, doubt.sent.customer_id, doubt.since_ms, made.issues);
  if (!since) return;
  const Invoice* sent = surely_sent(doubt.sent, *since);
  if (sent != nullptr) {
    made.invoice = *sent;
    made.was_there = made.own = true;
  } else {
    for (Invoice& other : *since) job.shown.push_back(std::move(other));
  }
  if (sent != nullptr || since->empty()) job.doubt.reset();
}

/// The approved draft, and when the deal was read to it.
struct Approved {
  const Sale& sale;
  const std::string& body;
  const Invoice& sent;
  const Totals& totals;
  bool another;
  std::int64_t read_ms;
};

/// Sends the create until it is done or refused. nullopt: in doubt, and now noted in the job.
std::optional<Reply> send_create(Io& io, InvoiceJob& job, const Approved& approved, int generation) {
  Attempts& attempts =
      job.attempts[attempts_key(identity_of(job, approved.sale.source, form_word(job.type)))];
  if (attempts.generation != generation) attempts = {generation};
  Reply reply = create_once(
      io,
      {form_word(job.type), approved.body, identity_of(job, approved.sale.source, form_word(job.type)),
       keep_documents(job.company.home_currency)},
      attempts);
  if (reply.verdict != Verdict::uncertain) return reply;
  job.doubt = Doubt{approved.sent, approved.totals, approved.read_ms};
  return std::nullopt;
}

Made make_invoice(Io& io, InvoiceJob& job, const Approved& approved) {
  Made made;
  made.generation = generation_of(approved.sale, job, approved.another);
  for (;;) {
    if (job.doubt) {
      find_made(io, job, approved.sale, made);
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
      append(made.issues, unreadable_answer());
      return made;
    }
    const bool was_known = knows(job, approved.sale, *made.invoice);
    made.was_there = was_known || is_before_sending(made.invoice->created_ms, reply->response);
    made.own = !was_known && !is_before_first_sending(made.invoice->created_ms, *reply);
    if (!made.was_there) return made;
    if (!was_known && still_exists(io, job, made.invoice, made.issues)) return made;
    // What this id once made was deleted, or the person knows it and approved a new one: the next generation.
    made.invoice.reset();
    made.generation += 1;
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

/// The customer as chosen, or as proposed while nobody has; none for one that does not exist yet.
std::vector<std::string> customer_ids(const LoadedBasis& loaded, const std::optional<Choices>& choices) {
  const Match& match = loaded.basis.matches.customer;
  if (!choices) {
    return match.outcome == Outcome::link ? std::vector<std::string>{match.candidates.front().id}
                                          : std::vector<std::string>{};
  }
  const auto* chosen = std::get_if<ExistingCustomer>(&choices->customer);
  return chosen == nullptr ? std::vector<std::string>{} : std::vector<std::string>{chosen->id};
}

/// QuickBooks' rate for what the sale is in, read once; nothing where that is the home currency, or no
/// currency of the company.
std::optional<ExchangeRate> exchange_rate(Io& io, InvoiceJob& job, LoadedBasis& loaded) {
  const Basis& basis = loaded.basis;
  const std::string& code = basis.sale.currency.empty() ? basis.known.portal_currency : basis.sale.currency;
  const auto& enabled = job.company.currencies;
  const bool foreign = code != job.company.home_currency.code() &&
                       std::find(enabled.begin(), enabled.end(), code) != enabled.end();
  if (!job.company.multicurrency || !foreign) return std::nullopt;
  if (!job.exchange)
    job.exchange = read_exchange_rate(io, job.company, code, basis.known.today, loaded.issues);
  return job.exchange;
}

/// All that a question rests on; what was found in doubt stands beside what the deal knows.
LoadedBasis load(Io& io, InvoiceJob& job, const std::optional<Choices>& choices) {
  LoadedBasis loaded =
      load_basis(io, job.portal, job.company, {job.input.source, true, job.input.quote, job.type}, choices);
  const auto ids = customer_ids(loaded, choices);
  for (CachedInvoice& one : kept_documents(io, job.company.realm, ids).invoices) {
    loaded.basis.known.recent.push_back(std::move(one.invoice));
  }
  for (const Invoice& shown : job.shown) loaded.basis.known.existing.push_back(shown);
  loaded.basis.known.exchange = exchange_rate(io, job, loaded);
  loaded.basis.known.numbers = read_numbers(io, job, loaded.issues);
  return loaded;
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

void add_missing(std::vector<Item>& items, const std::vector<Item>& others) {
  for (const Item& other : others) {
    const bool known =
        std::any_of(items.begin(), items.end(), [&](const Item& one) { return one.id == other.id; });
    if (!known) items.push_back(other);
  }
}

/// The choices, where nobody touched them, as the deal and the day propose them now.
Choices followed(const Choices& choices, const Basis& seen, const Basis& now) {
  Basis then = now;
  then.sale = seen.sale;
  then.matches = seen.matches;
  add_missing(then.known.items, seen.known.items);  // of lines that are gone
  then.known.today = seen.known.today;
  then.known.numbers = seen.known.numbers;
  return follow_source(choices, compose(then, std::nullopt).choices, compose(now, std::nullopt).choices);
}

/// What became of the estimate that the invoice was to close; the card shows it as it is from now on.
void follow_estimate(Io& io, const InvoiceJob& job, const std::string& id, const Invoice& made,
                     Issues& issues) {
  if (id.empty()) return;
  const Reply reply = io.send(quickbooks::read(job.company.realm, "Estimate", id, "read-estimate",
                                               keep_documents(job.company.home_currency)));
  Issues unread;
  const auto estimate = reply.ok() ? invoice_in(job, reply, unread) : std::nullopt;
  if (!estimate) return append(issues, as_warnings(reply.ok() ? unread : reply.issues));
  const bool closed =
      std::any_of(estimate->linked.begin(), estimate->linked.end(),
                  [&](const LinkedTransaction& one) { return one.type == made.type && one.id == made.id; });
  if (!closed) issues.push_back(warning(Code::estimate_not_closed, "", {{"number", estimate->number}}));
}

bool has(const Issues& issues, Code code) {
  return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) { return issue.code == code; });
}

/// A number that QuickBooks refused is in use, on whatever document.
void note_refused_number(InvoiceJob& job, const std::string& number, const Issues& refusal) {
  if (has(refusal, Code::number_duplicate)) job.refused_numbers.push_back(number);
}

/// Who took the number that was proposed gets the one that is proposed now; one that was typed stays.
Choices with_next_number(Choices choices, const Basis& sent_from, const Basis& now) {
  if (choices.number == sent_from.known.numbers.next) choices.number = now.known.numbers.next;
  return choices;
}

/// The person lets it be. An invoice in doubt is looked for first: it may have been made.
Json cancelled(Io& io, InvoiceJob& job, const LoadedBasis& loaded, Issues issues) {
  const Date today = loaded.basis.known.today;
  if (!job.doubt) return invoice_report(job, "cancelled", {}, "", today, loaded.now_ms, issues);
  const Sale& sale = loaded.basis.sale;
  const std::string approved_total = amount_text(job.doubt->totals.total);
  Made made;
  made.generation = sale.generation;
  find_made(io, job, sale, made);
  append(issues, made.issues);
  if (job.doubt) {
    issues.push_back(warning(Code::write_uncertain, "", {{"service", "quickbooks"}}));
    Known known;
    known.today = today;
    known.existing = std::move(job.shown);
    check_existing_documents(known, true, issues);
  }
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

Json create_form(Io& io, const Json& value, const char* type) {
  InvoiceJob job = invoice_job(io, value, type);
  LoadedBasis loaded = load(io, job, std::nullopt);
  Composition composition = compose(loaded.basis, wanting_another(loaded, job.input.another));
  Issues notes;
  for (;;) {
    const Json answer = io.ask("compose-invoice", question_of(loaded, composition, notes));
    notes.clear();
    const auto approval = read_approval(answer, notes);
    if (!approval) return cancelled(io, job, loaded, notes);
    const Basis seen = std::move(loaded.basis);
    loaded = load(io, job, approval->choices);
    composition = compose(loaded.basis, followed(approval->choices, seen, loaded.basis));
    // Who wants a further invoice wants it beside those that were shown.
    const bool another_appeared = approval->choices.another && loaded.basis.sale.links != seen.sale.links;
    if (!composition.ready || composition.hash != approval->hash || another_appeared) {
      notes.push_back(warning(Code::source_changed, ""));
      continue;
    }
    const Naming& naming = composition.choices.naming;
    const Sale sale = with_billed_contact(loaded.basis.sale, naming.contact_id);
    const bool is_new = std::holds_alternative<NewCustomer>(composition.draft.customer);
    const RecordRef buyer = is_new ? buyer_of(sale, naming.policy) : buyer_of(sale);
    Draft draft = composition.draft;
    Made made;
    std::optional<Invoice> sent;
    if (make_parent(io, job, buyer_of(sale), draft, notes) && make_customer(io, job, buyer, draft, notes) &&
        make_items(io, job, sale, draft, notes)) {
      const std::string body = form_body(draft, job.company);
      sent = sent_invoice(job, body);
      assert(sent);  // our own bytes
      made = make_invoice(io, job,
                          {sale, body, *sent, *composition.totals, approval->choices.another, loaded.now_ms});
    }
    if (!made.invoice) {
      append(notes, made.issues);
      note_refused_number(job, composition.draft.number, notes);
      const Choices kept = with_created(approval->choices, draft);
      const Basis sent_from = std::move(loaded.basis);
      loaded = load(io, job, kept);
      composition = compose(loaded.basis, with_next_number(kept, sent_from, loaded.basis));
      continue;
    }
    made.buyer = buyer;
    const Date today = loaded.basis.known.today;
    Issues issues = made.issues;
    if (!made.was_there || made.own) settle_number(io, job, *made.invoice, issues);
    follow_estimate(io, job, draft.estimate_id, *made.invoice, issues);
    if (has(issues, Code::number_changed)) sent->number = made.invoice->number;
    const Issues differences = compare_invoice(*sent, *composition.totals, *made.invoice);
    const bool is_other = made.was_there && !made.own && !differences.empty();
    if (is_other)
      issues.push_back(warning(Code::document_is_colleagues, "", {{"number", made.invoice->number}}));
    append(issues, differences);
    append(issues, tell_hubspot(io, job, sale, made, today));
    return invoice_report(job, is_other ? "existing" : "created", made,
                          amount_text(composition.totals->total), today, loaded.now_ms, issues);
  }
}

}  // namespace

Json create_invoice(Io& io, const Json& value) { return create_form(io, value, "Invoice"); }
Json create_estimate(Io& io, const Json& value) { return create_form(io, value, "Estimate"); }
Json create_sales_receipt(Io& io, const Json& value) { return create_form(io, value, "SalesReceipt"); }

}  // namespace sidebill

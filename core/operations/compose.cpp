#include "core/operations/compose.h"

#include <algorithm>

#include "core/base/sha256.h"
#include "core/billing/preflight.h"
#include "core/billing/propose_customer.h"
#include "core/mapping/drafts.h"
#include "core/matching/shelf.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

/// With its indexes: every line of a deal asks about every item.
Shelf shelf_of(const Known& known) {
  Shelf shelf;
  for (const Customer& customer : known.customers) shelf.put(customer);
  for (const Item& item : known.items) shelf.put(item);
  return shelf;
}

CustomerChoice certain_customer(const Match& match) {
  if (match.outcome != Outcome::link) return Undecided{};
  return ExistingCustomer{match.candidates.front().id};
}

ItemChoice certain_item(const Match& match) {
  if (match.outcome != Outcome::link) return Undecided{};
  return ExistingItem{match.candidates.front().id};
}

std::vector<ItemChoice> certain_items(const Sale& sale, const std::string& realm, const KnownRecords& known) {
  std::vector<ItemChoice> items;
  for (const SaleLine& line : sale.lines) items.push_back(certain_item(match_item(line, realm, known)));
  return items;
}

const SaleLine* sale_line(const Sale& sale, const std::string& source_id) {
  const auto line = std::find_if(sale.lines.begin(), sale.lines.end(),
                                 [&](const SaleLine& candidate) { return candidate.source_id == source_id; });
  return source_id.empty() || line == sale.lines.end() ? nullptr : &*line;
}

std::vector<Match> match_lines(const Basis& basis, const Choices& choices, const KnownRecords& known) {
  std::vector<Match> matches;
  for (const LineChoice& choice : choices.lines) {
    const SaleLine* line = sale_line(basis.sale, choice.source_id);
    matches.push_back(line == nullptr ? Match{} : match_item(*line, basis.company.realm, known));
  }
  return matches;
}

/// The draft with every record that does not exist yet replaced by the placeholder.
Draft with_placeholders(Draft draft) {
  if (std::holds_alternative<NewCustomer>(draft.customer)) draft.customer = ExistingCustomer{new_record};
  for (DraftLine& line : draft.lines) {
    if (std::holds_alternative<NewItem>(line.item)) line.item = ExistingItem{new_record};
  }
  return draft;
}

std::vector<NewItem> new_items(const Draft& draft) {
  std::vector<NewItem> items;
  for (const DraftLine& line : draft.lines) {
    const auto* item = std::get_if<NewItem>(&line.item);
    if (item == nullptr) continue;
    const bool known =
        std::any_of(items.begin(), items.end(), [&](const NewItem& one) { return one.name == item->name; });
    if (!known) items.push_back(*item);
  }
  return items;
}

/// Document and entity have the same word in QuickBooks' paths.
Payload payload_of(const std::string& document, const std::string& name, const Draft& draft,
                   const std::string& body) {
  const Request request = quickbooks::create(draft.realm, document, body, "", "", {}).request;
  return {document, name, request.method, request.path, request.body};
}

std::string customer_name(const Draft& draft, const KnownRecords& known) {
  if (const auto* created = std::get_if<NewCustomer>(&draft.customer)) return created->display_name;
  const auto* existing = std::get_if<ExistingCustomer>(&draft.customer);
  const Customer* customer = existing == nullptr ? nullptr : known.customer(existing->id);
  return customer == nullptr ? "" : customer->display_name;
}

std::vector<Payload> payloads_of(const Draft& draft, const Company& company, const KnownRecords& known) {
  std::vector<Payload> payloads;
  if (const auto* customer = std::get_if<NewCustomer>(&draft.customer)) {
    payloads.push_back(
        payload_of("customer", customer->display_name, draft, customer_body(*customer, company)));
  }
  for (const NewItem& item : new_items(draft)) {
    payloads.push_back(payload_of("item", item.name, draft, item_body(item, company)));
  }
  const std::string invoice = invoice_body(with_placeholders(draft), company);
  payloads.push_back(payload_of("invoice", customer_name(draft, known), draft, invoice));
  return payloads;
}

std::string hash_of(const std::vector<Payload>& payloads) {
  std::string bytes;
  for (const Payload& payload : payloads)
    bytes += payload.method + ' ' + payload.path + '\n' + payload.body + '\n';
  return sha256_hex(bytes);
}

}  // namespace

Composition compose(const Basis& basis, const std::optional<Choices>& choices) {
  const Shelf known = shelf_of(basis.known);
  Composition result;
  result.customer_match = match_customer(basis.sale, basis.company.realm, known);
  result.choices = choices ? *choices
                           : propose_choices(basis.sale, basis.company, basis.known,
                                             certain_customer(result.customer_match),
                                             certain_items(basis.sale, basis.company.realm, known));
  const auto* created = std::get_if<NewCustomer>(&result.choices.customer);
  if (created != nullptr && is_blank(*created)) result.choices.customer = propose_customer(basis.sale);
  result.item_matches = match_lines(basis, result.choices, known);
  Drafted drafted = draft_invoice(basis.sale, basis.company, basis.known, result.choices);
  result.draft = std::move(drafted.draft);
  result.issues = std::move(drafted.issues);
  result.totals = totals(result.draft, basis.company);
  preflight(result.draft, basis.sale, basis.company, basis.known, result.issues);
  result.payloads = payloads_of(result.draft, basis.company, known);
  result.hash = hash_of(result.payloads);
  result.ready = result.totals.has_value() && !has_errors(result.issues);
  return result;
}

}  // namespace sidebill

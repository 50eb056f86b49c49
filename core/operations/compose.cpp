#include "core/operations/compose.h"

#include <algorithm>

#include "core/base/sha256.h"
#include "core/billing/preflight.h"
#include "core/mapping/drafts.h"
#include "core/operations/duplicates.h"
#include "core/operations/missing_products.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

/// Who is looked for by the contact alone, and is nobody, is made.
CustomerChoice proposed_customer(const Basis& basis) {
  const Match& match = basis.matches.customer;
  if (match.outcome == Outcome::link) return ExistingCustomer{match.candidates.front().id};
  const bool is_new = match.outcome == Outcome::none &&
                      basis.preferences.customers == CustomerMatching::same_contact &&
                      !basis.sale.contacts.empty();
  if (is_new) return NewCustomer{};
  return Undecided{};
}

ItemChoice proposed_item(const Basis& basis, const SaleLine& line, const Match& match) {
  if (match.outcome == Outcome::link) return ExistingItem{match.candidates.front().id};
  return match.outcome == Outcome::none ? item_for_missing(basis, line) : ItemChoice{Undecided{}};
}

const Match& line_match(const SaleMatches& matches, const std::string& source_id) {
  static const Match none;
  const auto found = matches.lines.find(source_id);
  return found == matches.lines.end() ? none : found->second;
}

std::vector<ItemChoice> proposed_items(const Basis& basis) {
  std::vector<ItemChoice> items;
  for (const SaleLine& line : basis.sale.lines)
    items.push_back(proposed_item(basis, line, line_match(basis.matches, line.source_id)));
  return items;
}

Choices proposed_choices(const Basis& basis) {
  Choices choices = propose_choices(basis.sale, basis.company, basis.known, proposed_customer(basis),
                                    proposed_items(basis));
  choices.naming.policy = basis.preferences.naming;
  return choices;
}

std::vector<Match> match_lines(const Basis& basis, const Choices& choices) {
  std::vector<Match> matches;
  for (const LineChoice& choice : choices.lines)
    matches.push_back(line_match(basis.matches, choice.source_id));
  return matches;
}

NewCustomer with_placeholder(NewCustomer customer, bool beneath_new) {
  if (beneath_new) customer.parent_id = new_record;
  return customer;
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

std::string customer_name(const Draft& draft, const std::vector<Customer>& known) {
  if (const auto* created = std::get_if<NewCustomer>(&draft.customer)) return created->display_name;
  const auto* existing = std::get_if<ExistingCustomer>(&draft.customer);
  if (existing == nullptr) return "";
  const auto customer =
      std::find_if(known.begin(), known.end(), [&](const Customer& one) { return one.id == existing->id; });
  return customer == known.end() ? "" : customer->display_name;
}

std::vector<Payload> payloads_of(const Draft& draft, const Company& company,
                                 const std::vector<Customer>& known) {
  std::vector<Payload> payloads;
  if (const auto* customer = std::get_if<NewCustomer>(&draft.customer)) {
    if (draft.parent)
      payloads.push_back(
          payload_of("customer", draft.parent->display_name, draft, customer_body(*draft.parent, company)));
    payloads.push_back(
        payload_of("customer", customer->display_name, draft,
                   customer_body(with_placeholder(*customer, draft.parent.has_value()), company)));
  }
  for (const NewItem& item : new_items(draft)) {
    payloads.push_back(payload_of("item", item.name, draft, item_body(item, company)));
  }
  const std::string form = form_body(with_placeholders(draft), company);
  payloads.push_back(payload_of(form_word(draft.type), customer_name(draft, known), draft, form));
  return payloads;
}

std::string hash_of(const std::vector<Payload>& payloads) {
  std::string bytes;
  for (const Payload& payload : payloads)
    bytes += payload.method + ' ' + payload.path + '\n' + payload.body + '\n';
  return sha256_hex(bytes);
}

/// One that was there when the page opened may have expired or been taken back since.
void check_quote(const Sale& sale, Issues& issues) {
  if (sale.quote_id.empty()) return;
  const auto quote = std::find_if(sale.quotes.begin(), sale.quotes.end(),
                                  [&](const SaleQuote& one) { return one.id == sale.quote_id; });
  const bool known = quote != sale.quotes.end();
  if (known && quote->can_be_billed()) return;
  issues.push_back(error(Code::quote_unusable, "/lines",
                         {{"name", known ? quote->name : ""}, {"state", known ? quote->state : "unknown"}}));
}

}  // namespace

Composition compose(const Basis& basis, const std::optional<Choices>& choices) {
  Composition result;
  result.customer_match = basis.matches.customer;
  result.choices = choices ? *choices : proposed_choices(basis);
  result.customer_plan = plan_new_customer(basis, result.choices.naming);
  propose_new_customer(result.customer_plan, result.choices);
  result.item_matches = match_lines(basis, result.choices);
  Drafted drafted = draft_invoice(basis.sale, basis.company, basis.known, result.choices);
  result.draft = std::move(drafted.draft);
  result.draft.parent = planned_parent(result.customer_plan, result.choices, result.draft);
  result.issues = std::move(drafted.issues);
  result.totals = totals(result.draft, basis.company);
  preflight(result.draft, basis.sale, basis.company, basis.known, result.issues);
  check_quote(basis.sale, result.issues);
  check_new_name(basis, result.draft, result.issues);
  if (basis.known.type != "Estimate") result.duplicates = duplicates_in(basis, result.draft, result.totals);
  check_duplicates(basis, result.choices, result.duplicates, result.issues);
  result.payloads = payloads_of(result.draft, basis.company, basis.known.customers);
  result.hash = hash_of(result.payloads);
  result.ready = result.totals.has_value() && !has_errors(result.issues);
  return result;
}

}  // namespace sidebill

#include <cctype>

#include "core/billing/line_tax.h"
#include "core/billing/price.h"
#include "core/operations/choices_json.h"
#include "core/operations/compose.h"
#include "core/operations/duplicates.h"
#include "core/operations/match_json.h"
#include "core/operations/missing_products.h"
#include "core/operations/values.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

Json text(std::string_view value) { return Json::string(value); }

template <class Record>
const Record* record_with(const std::vector<Record>& records, const std::string& id) {
  for (const Record& record : records) {
    if (record.id == id) return &record;
  }
  return nullptr;
}

Json items_json(const Match& match, const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Candidate& candidate : match.candidates) {
    if (const Item* item = record_with(items, candidate.id))
      list.items.push_back(item_candidate_json(candidate, *item));
  }
  return list;
}

Json customers_json(const Match& match, const std::vector<Customer>& customers) {
  Json list = Json::array();
  for (const Candidate& candidate : match.candidates) {
    if (const Customer* customer = record_with(customers, candidate.id)) {
      list.items.push_back(customer_candidate_json(candidate, *customer));
    }
  }
  return list;
}

std::string recurrence_of(const Sale& sale, const std::string& source_id) {
  for (const SaleLine& line : sale.lines) {
    if (line.source_id == source_id && line.recurrence) return recurrence_text(line);
  }
  return "";
}

/// Where a sale of it is booked; "" where only QuickBooks knows.
std::string income_account(const DraftLine& line, const Basis& basis) {
  if (const auto* existing = std::get_if<ExistingItem>(&line.item)) {
    const Item* item = record_with(basis.known.items, existing->id);
    return item == nullptr ? "" : item->income_account_name;
  }
  const auto* created = std::get_if<NewItem>(&line.item);
  const Account* account =
      created == nullptr ? nullptr : record_with(basis.company.accounts, created->income_account_id);
  return account == nullptr ? "" : account->name;
}

/// Draft lines are the included choices in their order.
Json lines_json(const Basis& basis, const Composition& composition) {
  Json list = Json::array();
  std::size_t drafted = 0;
  for (std::size_t index = 0; index < composition.choices.lines.size(); ++index) {
    const LineChoice& choice = composition.choices.lines[index];
    const DraftLine* line = nullptr;
    if (choice.include && drafted < composition.draft.lines.size())
      line = &composition.draft.lines[drafted++];
    list.items.push_back(
        Json::object()
            .set("amount", text(line == nullptr ? "" : amount_text(line->amount)))
            .set("net_unit_price", text(line == nullptr ? "" : to_text(normalized(line->unit_price))))
            .set("account", text(line == nullptr ? "" : income_account(*line, basis)))
            .set("candidates", items_json(composition.item_matches[index], basis.known.items))
            .set("recurrence", text(recurrence_of(basis.sale, choice.source_id))));
  }
  return list;
}

Json terms_json(const Company& company) {
  Json list = Json::array();
  for (const Term& term : company.terms) {
    if (term.active)
      list.items.push_back(Json::object().set("id", text(term.id)).set("name", text(term.name)));
  }
  return list;
}

/// Outside the US; a code with its whole percent on the day of the document, null where it has none then.
Json tax_codes_json(const Company& company, Date day) {
  Json list = Json::array();
  if (!std::holds_alternative<LineTax>(company.tax_regime)) return list;
  for (const TaxCode& code : company.tax_codes) {
    if (!code.active || code.sales_rates.empty()) continue;
    const auto percent = percent_of_code(company, code.id, day);
    list.items.push_back(Json::object()
                             .set("id", text(code.id))
                             .set("name", text(code.name))
                             .set("percent", percent ? text(to_text(*percent)) : Json{}));
  }
  return list;
}

struct TaxToJson {
  Json operator()(const TaxNone&) const { return Json::object().set("kind", text("none")); }
  Json operator()(const TaxByQuickBooks&) const { return Json::object().set("kind", text("quickbooks")); }
  Json operator()(const TaxPredicted& tax) const {
    return Json::object()
        .set("kind", text("predicted"))
        .set("amount", text(amount_text(tax.amount)))
        .set("percent", text(to_text(normalized(tax.percent))))
        .set("basis", text(tax.basis));
  }
  Json operator()(const TaxByRates& tax) const {
    Json parts = Json::array();
    for (const TaxPart& part : tax.parts) {
      parts.items.push_back(Json::object()
                                .set("name", text(part.name))
                                .set("percent", text(to_text(part.percent)))
                                .set("base", text(amount_text(part.base)))
                                .set("amount", text(amount_text(part.amount))));
    }
    return Json::object()
        .set("kind", text("rates"))
        .set("amount", text(amount_text(tax.amount)))
        .set("parts", std::move(parts));
  }
};

Json totals_json(const std::optional<Totals>& totals) {
  const auto amount = [&](Money Totals::*part) { return text(totals ? amount_text((*totals).*part) : ""); };
  return Json::object()
      .set("subtotal", amount(&Totals::subtotal))
      .set("discount", amount(&Totals::discount))
      .set("taxable", amount(&Totals::taxable))
      .set("tax", totals ? std::visit(TaxToJson{}, totals->tax) : TaxToJson{}(TaxByQuickBooks{}))
      .set("total", amount(&Totals::total));
}

/// What the document adds to an account; nullopt when the sum leaves 64 bits.
struct Posting {
  std::string account;  // "" where only QuickBooks knows which
  std::optional<Money> amount;
};

/// Each account once, in the order of the lines.
std::vector<Posting> income_postings(const Basis& basis, const Draft& draft) {
  std::vector<Posting> postings;
  for (const DraftLine& line : draft.lines) {
    const std::string account = income_account(line, basis);
    Posting* known = nullptr;
    for (Posting& posting : postings) {
      if (posting.account == account) known = &posting;
    }
    if (known == nullptr) {
      postings.push_back({account, line.amount});
    } else if (known->amount) {
      known->amount = add(*known->amount, line.amount);
    }
  }
  return postings;
}

/// The only one there is; with several, QuickBooks takes the one of the currency.
std::string receivable_account(const Company& company) {
  std::string name;
  for (const Account& account : company.accounts) {
    if (!account.active || account.type != "Accounts Receivable") continue;
    if (!name.empty()) return "";
    name = account.name;
  }
  return name;
}

Json posting_json(std::string_view kind, const Posting& posting) {
  return Json::object()
      .set("kind", text(kind))
      .set("account", text(posting.account))
      .set("amount", text(posting.amount ? amount_text(*posting.amount) : ""));
}

/// Where the money lies, of a sales receipt.
std::string deposit_account(const Company& company, const std::string& id) {
  for (const Account& account : company.accounts) {
    if (account.active && (id.empty() ? account.sub_type == "UndepositedFunds" : account.id == id))
      return account.name;
  }
  return "";
}

/// What is owed and given away on one side, what is earned and collected for the state on the other.
Json postings_json(const Basis& basis, const Composition& composition) {
  Json list = Json::array();
  const Draft& draft = composition.draft;
  // An estimate is booked nowhere.
  if (!composition.totals || draft.type == "Estimate") return list;
  const Totals& sums = *composition.totals;
  if (draft.type == "SalesReceipt") {
    list.items.push_back(
        posting_json("deposit", {deposit_account(basis.company, draft.deposit_account_id), sums.total}));
  } else {
    list.items.push_back(posting_json("receivable", {receivable_account(basis.company), sums.total}));
  }
  if (sums.discount.minor != 0) list.items.push_back(posting_json("discount", {"", sums.discount}));
  for (const Posting& posting : income_postings(basis, draft)) {
    list.items.push_back(posting_json("income", posting));
  }
  const auto tax = known_tax(sums.tax, sums.total.currency);
  if (tax && tax->minor != 0) list.items.push_back(posting_json("tax", {"", *tax}));
  return list;
}

const char* service_dates(const Company& company) {
  if (company.revenue_recognition) return "demanded";
  return company.allow_service_date ? "allowed" : "off";
}

/// What the document comes to in the home currency; null where it is in that.
Json exchange_json(const Basis& basis, const Composition& composition) {
  const Draft& draft = composition.draft;
  const Currency home = basis.company.home_currency;
  if (draft.currency == home) return {};
  const auto& read = basis.known.exchange;
  const bool is_read = read && draft.exchange_rate && *draft.exchange_rate == read->rate;
  const auto worth = composition.totals && draft.exchange_rate
                         ? in_home_currency(composition.totals->total, *draft.exchange_rate, home)
                         : std::nullopt;
  return Json::object()
      .set("home_currency", text(home.code()))
      .set("rate", text(draft.exchange_rate ? to_text(*draft.exchange_rate) : ""))
      .set("date", is_read ? text(to_text(read->date)) : Json{})
      .set("total", worth ? text(amount_text(*worth)) : Json{});
}

/// What can be billed: the deal's own lines, and its quotes, also those that cannot be and why.
Json sources_json(const Sale& sale) {
  Json list = Json::array();
  const auto add = [&](const SaleQuote& quote) {
    list.items.push_back(Json::object()
                             .set("quote", text(quote.id))
                             .set("name", text(quote.name))
                             .set("state", text(quote.state))
                             .set("expires", quote.expires ? text(to_text(*quote.expires)) : Json{})
                             .set("chosen", Json::boolean(quote.id == sale.quote_id)));
  };
  add({"", sale.name, "good", std::nullopt, std::nullopt});
  for (const SaleQuote& quote : sale.quotes) add(quote);
  return list;
}

/// Estimates that the invoice may close.
Json estimates_json(const std::vector<Invoice>& estimates) {
  Json list = Json::array();
  for (const Invoice& estimate : estimates) {
    list.items.push_back(Json::object()
                             .set("id", text(estimate.id))
                             .set("number", text(estimate.number))
                             .set("total", text(amount_text(estimate.total)))
                             .set("customer_id", text(estimate.customer_id)));
  }
  return list;
}

Json payment_methods_json(const Company& company) {
  Json list = Json::array();
  for (const PaymentMethod& method : company.payment_methods)
    list.items.push_back(Json::object().set("id", text(method.id)).set("name", text(method.name)));
  return list;
}

/// Where money that was received may lie. Source: reference/quickbooks.md 3.5
Json deposit_accounts_json(const Company& company) {
  Json list = Json::array();
  for (const Account& account : company.accounts) {
    const bool takes = account.type == "Bank" || account.sub_type == "UndepositedFunds";
    if (account.active && takes)
      list.items.push_back(Json::object().set("id", text(account.id)).set("name", text(account.name)));
  }
  return list;
}

Json effect_json(std::string_view service, std::string_view action, Json args) {
  return Json::object()
      .set("service", text(service))
      .set("action", text(action))
      .set("args", std::move(args));
}

Json effects_json(const Basis& basis, const Composition& composition) {
  Json list = Json::array();
  const Draft& draft = composition.draft;
  for (const Payload& payload : composition.payloads) {
    Json args = Json::object().set("name", text(payload.name));
    if (payload.document == form_word(draft.type)) {
      args.set("total", text(composition.totals ? amount_text(composition.totals->total) : ""));
      args.set("currency", text(draft.currency.code()));
    }
    list.items.push_back(effect_json("quickbooks", "create-" + payload.document, std::move(args)));
  }
  const Json deal = Json::object().set("name", text(basis.sale.name));
  if (draft.type == "Invoice") {
    list.items.push_back(effect_json("hubspot", "mirror-invoice", Json::object()));
    list.items.push_back(effect_json("hubspot", "associate", deal));
  }
  list.items.push_back(effect_json("hubspot", "update-deal", deal));
  return list;
}

/// "UnitPrice" -> "unit-price": the catalogue has the words.
std::string label_of(std::string_view member) {
  std::string label;
  for (const char letter : member) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    if (upper && !label.empty()) label += '-';
    label += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return label;
}

void add_rows(const std::string& document, const std::string& field, const std::string& label,
              const Json& value, Json& rows) {
  const std::string inside = field.empty() ? "" : field + ".";
  for (const auto& [name, member] : value.members) {
    std::string path = inside;
    path += name;
    add_rows(document, path, name == "value" ? label : label_of(name), member, rows);
  }
  for (std::size_t index = 0; index < value.items.size(); ++index) {
    add_rows(document, field + "[" + std::to_string(index) + "]", label, value.items[index], rows);
  }
  if (value.is_object() || value.is_array() || value.is_null()) return;
  const std::string shown = value.kind == Json::Kind::boolean ? (value.truth ? "true" : "false") : value.text;
  rows.items.push_back(Json::object()
                           .set("document", text(document))
                           .set("field", text(field))
                           .set("label", text(label))
                           .set("before", Json{})
                           .set("after", text(shown)));
}

Json rows_json(const std::vector<Payload>& payloads) {
  Json rows = Json::array();
  for (const Payload& payload : payloads) {
    Issues unread;
    if (const auto body = parse_json(payload.body, unread)) add_rows(payload.document, "", "", *body, rows);
  }
  return rows;
}

Json payloads_json(const std::vector<Payload>& payloads) {
  Json list = Json::array();
  for (const Payload& payload : payloads) {
    list.items.push_back(Json::object()
                             .set("method", text(payload.method))
                             .set("path", text(payload.path))
                             .set("body", text(payload.body)));
  }
  return list;
}

}  // namespace

Json customer_candidate_json(const Candidate& candidate, const Customer& customer) {
  return Json::object()
      .set("id", text(customer.id))
      .set("display_name", text(customer.display_name))
      .set("company_name", text(customer.company_name))
      .set("email", text(customer.emails.empty() ? "" : customer.emails.front()))
      .set("currency", text(customer.currency))
      .set("active", Json::boolean(customer.active))
      .set("score", text(std::to_string(candidate.score)))
      .set("evidence", evidence_json(candidate.evidence))
      .set("record", to_json(customer));
}

Json item_candidate_json(const Candidate& candidate, const Item& item) {
  return Json::object()
      .set("id", text(item.id))
      .set("name", text(item.name))
      .set("sku", text(item.sku))
      .set("type", text(item.type))
      .set("unit_price", item.unit_price ? text(to_text(*item.unit_price)) : Json{})
      .set("active", Json::boolean(item.active))
      .set("score", text(std::to_string(candidate.score)))
      .set("evidence", evidence_json(candidate.evidence))
      .set("record", to_json(item));
}

Json compose_view(const Basis& basis, const Composition& composition) {
  return Json::object()
      .set("choices", choices_json(composition.choices))
      .set("customer_candidates", customers_json(composition.customer_match, basis.known.customers))
      .set("customer_plan", customer_plan_json(composition.customer_plan))
      .set("next_number", basis.company.custom_numbers ? Json::string(basis.known.numbers.next) : Json{})
      .set("document", text(form_word(basis.known.type)))
      .set("estimates", estimates_json(basis.known.estimates))
      .set("payment_methods", payment_methods_json(basis.company))
      .set("deposit_accounts", deposit_accounts_json(basis.company))
      .set("service_dates", text(service_dates(basis.company)))
      .set("exchange", exchange_json(basis, composition))
      .set("lines", lines_json(basis, composition))
      .set("term_id", text(composition.draft.term_id))
      .set("terms", terms_json(basis.company))
      .set("tax_codes", tax_codes_json(basis.company, composition.draft.date))
      .set("income_accounts", income_accounts_json(basis.company))
      .set("currency", text(composition.draft.currency.code()))
      .set("due_date", text(to_text(composition.draft.due_date)))
      .set("totals", totals_json(composition.totals))
      .set("issues", issues_json(composition.issues))
      .set("duplicates", duplicates_json(basis, composition))
      .set("sources", sources_json(basis.sale))
      .set("effects", effects_json(basis, composition))
      .set("postings", postings_json(basis, composition))
      .set("rows", rows_json(composition.payloads))
      .set("payloads", payloads_json(composition.payloads))
      .set("hash", text(composition.hash))
      .set("ready", Json::boolean(composition.ready));
}

}  // namespace sidebill

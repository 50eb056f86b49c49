#include "core/matching/document_facts.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/words.h"

namespace sidebill {

namespace {

/// More words and lines than these tell nothing more, and keep the time of a comparison within bounds.
constexpr std::size_t most_words = 48, most_lines = 60, most_text = 2000;

using Words = std::vector<std::string>;

void sort_once(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

void add_words(Words& words, const std::string& text) {
  for (std::string& word : words_of(first_code_points(text, most_text))) {
    if (words.size() == most_words) return;
    if (!is_connector(word)) words.push_back(std::move(word));
  }
}

Words words_once(const std::string& left, const std::string& right) {
  Words words;
  add_words(words, left);
  add_words(words, right);
  sort_once(words);
  return words;
}

/// Far above what QuickBooks takes, and sums and products of a few still fit.
constexpr std::int64_t most_minor = 1'000'000'000'000'000;

std::int64_t held(std::int64_t minor) { return std::clamp(minor, -most_minor, most_minor); }

/// An amount beyond money compares with nothing.
std::int64_t minor_of(Decimal amount, Currency currency) {
  const auto money = money_from(amount, currency, Rounding::half_up);
  return money ? held(money->minor) : 0;
}

std::int64_t line_amount(const SaleLine& line, Currency currency) {
  if (line.stated_amount) return minor_of(*line.stated_amount, currency);
  auto price = std::optional<Decimal>(line.unit_price);
  if (line.discount_per_unit) price = subtract(*price, *line.discount_per_unit);
  auto amount = price ? multiply(*price, line.quantity) : std::nullopt;
  if (amount && line.discount_percent) {
    const auto rest = subtract(Decimal{100, 0}, *line.discount_percent);
    amount = rest ? multiply_divide(*amount, *rest, Decimal{100, 0}, 6, Rounding::half_up) : std::nullopt;
  }
  return amount ? minor_of(*amount, currency) : 0;
}

std::string item_id_of(const SaleLine& line, const std::string& realm) {
  for (const Link& link : line.links) {
    if (link.realm == realm && link.type == "Item") return link.id;
  }
  return "";
}

void add_amount(std::vector<std::int64_t>& amounts, std::int64_t amount) {
  const bool known = std::find(amounts.begin(), amounts.end(), amount) != amounts.end();
  if (amount > 0 && !known) amounts.push_back(amount);
}

void add_amounts(const Sale& sale, Currency currency, DealFacts& deal) {
  if (sale.stated_amount) add_amount(deal.amounts, minor_of(*sale.stated_amount, currency));
  std::int64_t sum = 0;
  for (const LineFacts& line : deal.lines) sum = held(sum + line.amount);
  add_amount(deal.amounts, sum);
  if (!sale.order_discount_percent) return;
  const auto rest = subtract(Decimal{100, 0}, *sale.order_discount_percent);
  const auto left =
      rest ? multiply_divide(Decimal{sum, 0}, *rest, Decimal{100, 0}, 0, Rounding::half_up) : std::nullopt;
  if (left) add_amount(deal.amounts, left->coefficient());
}

bool is_year(const std::string& word) {
  return word.size() == 4 && (word.compare(0, 2, "19") == 0 || word.compare(0, 2, "20") == 0);
}

/// "48213", "po-7731a": a number that somebody gave a thing.
bool is_reference(const std::string& word) { return word.size() >= 4 && has_digit(word) && !is_year(word); }

/// A shorter one may be the number of some invoice.
constexpr std::size_t least_record_id = 8;

/// A word of the buyer's own name stands in the names of all its deals.
Words words_of_buyers(const Sale& sale, const std::vector<Buyer>& buyers) {
  Words words;
  for (const CrmCompany& company : sale.companies) add_words(words, company.name);
  for (const CrmContact& contact : sale.contacts) {
    add_words(words, contact.first_name);
    add_words(words, contact.last_name);
  }
  for (const Buyer& buyer : buyers) add_words(words, buyer.name);
  sort_once(words);
  return words;
}

void add_name(const Sale& sale, DealFacts& deal) {
  const Words of_buyers = words_of_buyers(sale, deal.buyers);
  for (const std::string& word : words_once(sale.name, "")) {
    if (is_reference(word)) deal.references.push_back(word);
    if (!std::binary_search(of_buyers.begin(), of_buyers.end(), word)) deal.name_words.push_back(word);
  }
  if (sale.source.id.size() >= least_record_id) deal.references.push_back(sale.source.id);
}

const std::vector<Link>& links_of_buyer(const Sale& sale) {
  static const std::vector<Link> none;
  if (!sale.companies.empty()) return sale.companies.front().links;
  return sale.contacts.empty() ? none : sale.contacts.front().links;
}

std::string display_name(const std::vector<Customer>& known, const std::string& id) {
  for (const Customer& customer : known) {
    if (customer.id == id) return customer.display_name;
  }
  return "";
}

void add_all_words(DocumentFacts& document, const std::string& memo, const std::string& message) {
  add_words(document.words, document.number);
  add_words(document.words, memo);
  add_words(document.words, message);
  for (const LineFacts& line : document.lines) {
    document.words.insert(document.words.end(), line.words.begin(), line.words.end());
  }
  sort_once(document.words);
}

}  // namespace

DocumentFacts document_facts(const Invoice& invoice) {
  DocumentFacts facts;
  facts.key = to_text(Link{invoice.realm, invoice.type, invoice.id});
  facts.customer_id = invoice.customer_id;
  facts.currency = invoice.currency;
  facts.date = invoice.date;
  facts.total = held(invoice.total.minor);
  facts.net = facts.total - (invoice.tax ? held(invoice.tax->minor) : 0);
  facts.number = invoice.number;
  for (const InvoiceLine& line : invoice.lines) {
    if (facts.lines.size() == most_lines) break;
    facts.lines.push_back({line.item_id, words_once(line.item_name, line.description),
                           line.quantity.value_or(Decimal{1, 0}), minor_of(line.amount, invoice.currency)});
  }
  add_all_words(facts, invoice.memo, invoice.message);
  return facts;
}

DocumentFacts document_facts(const Draft& draft, Money net, Money total) {
  DocumentFacts facts;
  if (const auto* customer = std::get_if<ExistingCustomer>(&draft.customer)) facts.customer_id = customer->id;
  facts.currency = draft.currency;
  facts.date = draft.date;
  facts.net = held(net.minor);
  facts.total = held(total.minor);
  facts.number = draft.number;
  for (const DraftLine& line : draft.lines) {
    if (facts.lines.size() == most_lines) break;
    const auto* existing = std::get_if<ExistingItem>(&line.item);
    const auto* created = std::get_if<NewItem>(&line.item);
    facts.lines.push_back({existing == nullptr ? "" : existing->id,
                           words_once(created == nullptr ? "" : created->name, line.description),
                           line.quantity, held(line.amount.minor)});
  }
  add_all_words(facts, draft.memo, draft.message);
  return facts;
}

std::vector<Buyer> buyers_of(const Sale& sale, const std::string& realm, const Match& customers,
                             const std::vector<Customer>& known) {
  std::vector<Buyer> buyers;
  const std::vector<Link>& links = links_of_buyer(sale);
  for (const Candidate& candidate : customers.candidates) {
    const bool linked =
        std::find(links.begin(), links.end(), Link{realm, "Customer", candidate.id}) != links.end();
    const bool matched = buyers.empty() && customers.outcome == Outcome::link;
    const auto standing = linked    ? Buyer::Standing::linked
                          : matched ? Buyer::Standing::matched
                                    : Buyer::Standing::possible;
    buyers.push_back({candidate.id, display_name(known, candidate.id), standing});
  }
  return buyers;
}

DealFacts deal_facts(const Sale& sale, const std::string& realm, std::vector<Buyer> buyers) {
  DealFacts deal;
  deal.id = sale.source.id;
  deal.name = sale.name;
  deal.buyers = std::move(buyers);
  deal.currency = find_currency(sale.currency);
  deal.closed = sale.close_date;
  deal.created = sale.created;
  const Currency currency = deal.currency.value_or(Currency{});
  for (const SaleLine& line : sale.lines) {
    deal.recurring = deal.recurring || (line.recurrence && !line.recurrence->frequency.empty());
    if (deal.lines.size() == most_lines) continue;
    deal.lines.push_back({item_id_of(line, realm), words_once(line.name, line.description), line.quantity,
                          line_amount(line, currency)});
  }
  add_amounts(sale, currency, deal);
  add_name(sale, deal);
  return deal;
}

bool is_living(const Invoice& invoice) { return !invoice.deleted && !is_voided(invoice); }

std::string money_text(std::int64_t minor, Currency currency) {
  return amount_text(Money{minor, currency}) + " " + std::string(currency.code());
}

}  // namespace sidebill

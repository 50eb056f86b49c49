#include "core/operations/documents.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/billing/status.h"
#include "core/mapping/documents.h"
#include "core/operations/document_cache.h"
#include "core/operations/settings.h"
#include "core/operations/values.h"
#include "core/quickbooks/judge.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

Json text(std::string_view value) { return Json::string(value); }

/// With the currency's places; an amount beyond money as QuickBooks wrote it.
Json amount_json(Decimal amount, Currency currency) {
  const auto money = money_from(amount, currency, Rounding::half_up);
  return text(money ? amount_text(*money) : to_text(amount));
}

Json money_or_none(const std::optional<Money>& money) {
  return money && money->minor != 0 ? money_json(*money) : Json{};
}

Json line_json(const InvoiceLine& line, Currency currency) {
  const auto number = [](const std::optional<Decimal>& value) {
    return value ? text(to_text(normalized(*value))) : Json{};
  };
  return Json::object()
      .set("description", text(line.description.empty() ? line.item_name : line.description))
      .set("quantity", number(line.quantity))
      .set("unit_price", number(line.unit_price))
      .set("amount", amount_json(line.amount, currency));
}

std::optional<CachedInvoice> cached_invoice(const CachedRow& row, Issues& issues) {
  auto invoice = from_json<Invoice>(row.value, issues);
  if (!invoice) return std::nullopt;
  return CachedInvoice{std::move(*invoice), row.read_ms};
}

using ByKey = std::map<std::string, CachedInvoice>;

ByKey look_cache(Io& io, const std::vector<Link>& links) {
  ByKey found;
  Issues unreadable;  // a row that cannot be read is read from QuickBooks again
  for (const CachedRow& row : look_documents(io, links)) {
    auto cached = cached_invoice(row, unreadable);
    if (!cached) continue;
    const std::string key = document_key(cached->invoice);
    found[key] = std::move(*cached);
  }
  return found;
}

Call query_page(const IdsOfCompany& page, Currency home) {
  const auto statement = quickbooks::statement(quickbooks::records_with_ids(page.type, page.ids));
  return quickbooks::query(page.realm, statement.value_or(""), "read-invoices", keep_documents(home));
}

/// QuickBooks' own word on one that did not come in a list.
Call read_one(const Link& link, Currency home) {
  Keep keep = keep_documents(home);
  keep.asked_for = {to_text(link)};
  return quickbooks::read(link.realm, link.type, link.id, "read-invoices", keep);
}

void could_not_read(LoadedInvoices& loaded, const Issues& reasons) {
  loaded.issues.insert(loaded.issues.end(), reasons.begin(), reasons.end());
  loaded.complete = false;
}

/// Adds the invoices of an answer. The ids that came, readable or not: what cannot be read is there all the
/// same.
std::set<std::string> take_invoices(const Reply& reply, const std::string& realm, Currency home, ByKey& found,
                                    LoadedInvoices& loaded) {
  loaded.read_any = true;
  std::set<std::string> came;
  for (const auto& record : quickbooks::records_in<quickbooks::Invoice>(reply.response.body, loaded.issues)) {
    came.insert(record.identity.id);
    if (auto invoice = map_invoice(realm, record, home, loaded.issues)) {
      const std::string key = document_key(*invoice);
      found[key] = {std::move(*invoice), reply.response.received_ms};
    } else {
      loaded.complete = false;
    }
  }
  return came;
}

/// Those of the pages that did not come, though QuickBooks answered.
std::vector<Link> read_pages(Io& io, const std::vector<Company>& companies, const std::vector<Link>& missing,
                             ByKey& found, LoadedInvoices& loaded) {
  const std::vector<IdsOfCompany> pages = pages_of(missing);
  std::vector<Call> calls;
  for (const IdsOfCompany& page : pages)
    calls.push_back(query_page(page, home_currency(companies, page.realm)));
  const std::vector<Reply> replies = io.all(calls);
  std::vector<Link> absent;
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const Reply& reply = replies[index];
    const std::string& realm = pages[index].realm;
    if (!reply.ok() || !quickbooks::answers_query(reply.response.body)) {
      could_not_read(loaded, reply.ok() ? unreadable_answer() : reply.issues);
      continue;
    }
    const auto came = take_invoices(reply, realm, home_currency(companies, realm), found, loaded);
    for (const std::string& id : pages[index].ids) {
      if (came.count(id) == 0) absent.push_back({realm, pages[index].type, id});
    }
  }
  return absent;
}

/// Only those are deleted of which QuickBooks says so itself.
void confirm_absence(Io& io, const std::vector<Company>& companies, const std::vector<Link>& absent,
                     ByKey& found, LoadedInvoices& loaded) {
  if (absent.empty()) return;
  std::vector<Call> calls;
  for (const Link& link : absent) calls.push_back(read_one(link, home_currency(companies, link.realm)));
  const std::vector<Reply> replies = io.all(calls);
  for (std::size_t index = 0; index < absent.size(); ++index) {
    const Reply& reply = replies[index];
    const Link& link = absent[index];
    if (says_not_found(reply)) {
      loaded.read_any = true;
      found[to_text(link)] = {deleted_invoice(link), reply.response.received_ms};
    } else if (!reply.ok()) {
      could_not_read(loaded, reply.issues);
    } else if (take_invoices(reply, link.realm, home_currency(companies, link.realm), found, loaded)
                   .count(link.id) == 0) {
      could_not_read(loaded, unreadable_answer());
    }
  }
}

}  // namespace

std::string document_key(const Invoice& invoice) {
  return to_text(Link{invoice.realm, invoice.type, invoice.id});
}

std::vector<Link> payment_links(const Invoice& invoice) {
  std::vector<Link> links;
  for (const LinkedTransaction& linked : invoice.linked) {
    const Link link{invoice.realm, linked.type, linked.id};
    const bool known = std::find(links.begin(), links.end(), link) != links.end();
    if (link.type == "Payment" && !known) links.push_back(link);
  }
  return links;
}

Keep keep_documents(Currency home_currency) {
  return {"documents", true, std::string(home_currency.code()), {}};
}

Issues unreadable_answer() {
  return {error(Code::service_answer_unreadable, "", {{"service", "quickbooks"}})};
}

bool says_not_found(const Reply& reply) {
  return std::any_of(reply.issues.begin(), reply.issues.end(), [](const Issue& issue) {
    return issue.code == Code::record_not_found || issue.code == Code::document_not_found;
  });
}

Invoice deleted_invoice(const Link& link) {
  Invoice invoice;
  invoice.type = link.type;
  invoice.realm = link.realm;
  invoice.id = link.id;
  invoice.deleted = true;
  return invoice;
}

LoadedInvoices load_invoices(Io& io, const std::vector<Company>& companies, const std::vector<Link>& links,
                             bool refresh) {
  LoadedInvoices loaded;
  if (links.empty()) return loaded;
  ByKey found = refresh ? ByKey{} : look_cache(io, links);
  std::vector<Link> missing;
  for (const Link& link : links) {
    if (found.count(to_text(link)) == 0) missing.push_back(link);
  }
  if (!missing.empty())
    confirm_absence(io, companies, read_pages(io, companies, missing, found, loaded), found, loaded);
  // What could not be read again is shown as it was, with its age.
  if (refresh && !loaded.complete) found.merge(look_cache(io, links));
  for (const Link& link : links) {
    const auto invoice = found.find(to_text(link));
    if (invoice != found.end()) loaded.invoices.push_back(invoice->second);
  }
  return loaded;
}

Json document_view(const CachedInvoice& cached, const std::string& company_name, Date today) {
  const Invoice& invoice = cached.invoice;
  Json badges = Json::array();
  for (const Status status : statuses(invoice, today)) badges.items.push_back(text(status_text(status)));
  Json lines = Json::array();
  for (const InvoiceLine& line : invoice.lines) lines.items.push_back(line_json(line, invoice.currency));
  return Json::object()
      .set("key", text(document_key(invoice)))
      .set("realm", text(invoice.realm))
      .set("company_name", text(company_name))
      .set("kind", text(form_word(invoice.type)))
      .set("id", text(invoice.id))
      .set("number", text(invoice.number))
      .set("customer_id", text(invoice.customer_id))
      .set("customer_name", text(invoice.customer_name))
      .set("status", std::move(badges))
      .set("total", money_json(invoice.total))
      .set("balance", money_json(invoice.balance))
      .set("discount", money_or_none(money_from(invoice.discount, invoice.currency, Rounding::half_up)))
      .set("tax", money_or_none(invoice.tax))
      .set("date", text(to_text(invoice.date)))
      .set("due_date", invoice.due_date ? text(to_text(*invoice.due_date)) : Json{})
      .set("url", text(quickbooks_address(form_word(invoice.type), invoice.realm, invoice.id)))
      .set("lines", std::move(lines))
      .set("message", text(invoice.message))
      .set("payments", Json::number(std::int64_t(payment_links(invoice).size())))
      .set("read_ms", Json::number(cached.read_ms));
}

std::optional<Json> document_views(const Reader& request) {
  const auto today = request.date("today");
  if (!today) {
    if (request.issues().empty()) request.note(Code::field_missing, "today");
    return std::nullopt;
  }
  Json views = Json::array();
  request.each("rows", [&](const Reader& row) {
    const auto kept = cached_row(row.value(), request.issues());
    const auto cached = kept ? cached_invoice(*kept, request.issues()) : std::nullopt;
    if (cached) views.items.push_back(document_view(*cached, "", *today));
  });
  return views;
}

}  // namespace sidebill

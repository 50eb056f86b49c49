#include "core/operations/documents.h"

#include <algorithm>
#include <map>

#include "core/billing/status.h"
#include "core/mapping/documents.h"
#include "core/operations/settings.h"
#include "core/operations/values.h"
#include "core/quickbooks/judge.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"

namespace sidebill {

namespace {

constexpr std::size_t ids_of_a_query = 100;

Json text(std::string_view value) { return Json::string(value); }

Json money_json(Money money) {
  return Json::object().set("amount", text(amount_text(money))).set("currency", text(money.currency.code()));
}

Json line_json(const InvoiceLine& line) {
  const auto number = [](const std::optional<Decimal>& value) {
    return value ? text(to_text(normalized(*value))) : Json{};
  };
  return Json::object()
      .set("description", text(line.description.empty() ? line.item_name : line.description))
      .set("quantity", number(line.quantity))
      .set("unit_price", number(line.unit_price))
      .set("amount", text(to_text(line.amount)));
}

std::optional<CachedInvoice> read_cached(const Json& row, Issues& issues) {
  const Reader reader(row, "", issues);
  const auto value = parse_json(reader.text_or("json"), issues);
  auto invoice = value ? from_json<Invoice>(*value, issues) : std::nullopt;
  if (!invoice) return std::nullopt;
  return CachedInvoice{std::move(*invoice), reader.integer("read_ms").value_or(0)};
}

using ByKey = std::map<std::string, CachedInvoice>;

ByKey look_cache(Io& io, const std::vector<Link>& links) {
  Json keys = Json::array();
  for (const Link& link : links) keys.items.push_back(text(to_text(link)));
  const Json rows = io.look("documents", Json::object().set("keys", std::move(keys)));
  ByKey found;
  Issues unreadable;  // a row that cannot be read is read from QuickBooks again
  for (const Json& row : rows.items) {
    auto cached = read_cached(row, unreadable);
    if (!cached) continue;
    const std::string key = document_key(cached->invoice);
    found[key] = std::move(*cached);
  }
  return found;
}

std::map<std::string, std::vector<std::string>> ids_by_realm(const std::vector<Link>& links) {
  std::map<std::string, std::vector<std::string>> ids;
  for (const Link& link : links) ids[link.realm].push_back(link.id);
  return ids;
}

struct Page {
  std::string realm;
  std::vector<std::string> ids;
};

std::vector<Page> pages_of(const std::vector<Link>& links) {
  std::vector<Page> pages;
  for (const auto& [realm, ids] : ids_by_realm(links)) {
    for (std::size_t start = 0; start < ids.size(); start += ids_of_a_query) {
      const std::size_t end = std::min(ids.size(), start + ids_of_a_query);
      pages.push_back({realm, {ids.begin() + std::ptrdiff_t(start), ids.begin() + std::ptrdiff_t(end)}});
    }
  }
  return pages;
}

Currency home_currency(const std::vector<Company>& companies, const std::string& realm) {
  for (const Company& company : companies) {
    if (company.realm == realm) return company.home_currency;
  }
  return Currency{};
}

Call query_page(const Page& page, Currency home) {
  const auto statement = quickbooks::statement(quickbooks::invoices_with_ids(page.ids));
  Keep keep = keep_documents(home);
  keep.asked_for = page.ids;
  return quickbooks::query(page.realm, statement.value_or(""), "read-invoices", keep);
}

/// Reads the pages and adds what came; ids that did not come are deleted there.
void read_pages(Io& io, const std::vector<Company>& companies, const std::vector<Link>& missing, ByKey& found,
                LoadedInvoices& loaded) {
  const std::vector<Page> pages = pages_of(missing);
  std::vector<Call> calls;
  for (const Page& page : pages) calls.push_back(query_page(page, home_currency(companies, page.realm)));
  const std::vector<Reply> replies = io.all(calls);
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const Reply& reply = replies[index];
    if (!reply.ok()) {
      loaded.issues.insert(loaded.issues.end(), reply.issues.begin(), reply.issues.end());
      loaded.complete = false;
      continue;
    }
    loaded.read_any = true;
    const std::string& realm = pages[index].realm;
    for (const std::string& id : pages[index].ids) {
      const Link link{realm, "Invoice", id};
      found[to_text(link)] = {deleted_invoice(link), reply.response.received_ms};
    }
    for (const auto& record :
         quickbooks::records_in<quickbooks::Invoice>(reply.response.body, loaded.issues)) {
      if (auto invoice = map_invoice(realm, record, home_currency(companies, realm), loaded.issues)) {
        const std::string key = document_key(*invoice);
        found[key] = {std::move(*invoice), reply.response.received_ms};
      }
    }
  }
}

}  // namespace

std::string document_key(const Invoice& invoice) {
  return to_text(Link{invoice.realm, "Invoice", invoice.id});
}

Keep keep_documents(Currency home_currency) {
  return {"documents", true, std::string(home_currency.code()), {}};
}

Invoice deleted_invoice(const Link& link) {
  Invoice invoice;
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
  if (!missing.empty()) read_pages(io, companies, missing, found, loaded);
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
  for (const InvoiceLine& line : invoice.lines) lines.items.push_back(line_json(line));
  return Json::object()
      .set("key", text(document_key(invoice)))
      .set("realm", text(invoice.realm))
      .set("company_name", text(company_name))
      .set("kind", text("invoice"))
      .set("id", text(invoice.id))
      .set("number", text(invoice.number))
      .set("customer_id", text(invoice.customer_id))
      .set("customer_name", text(invoice.customer_name))
      .set("status", std::move(badges))
      .set("total", money_json(invoice.total))
      .set("balance", money_json(invoice.balance))
      .set("date", text(to_text(invoice.date)))
      .set("due_date", invoice.due_date ? text(to_text(*invoice.due_date)) : Json{})
      .set("url",
           text("https://qbo.intuit.com/app/invoice?txnId=" + invoice.id + "&companyId=" + invoice.realm))
      .set("lines", std::move(lines))
      .set("message", text(invoice.message))
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
    if (const auto cached = read_cached(row.value(), request.issues())) {
      views.items.push_back(document_view(*cached, "", *today));
    }
  });
  return views;
}

}  // namespace sidebill

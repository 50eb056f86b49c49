#include <algorithm>
#include <map>
#include <utility>

#include "core/mapping/documents.h"
#include "core/operations/document_cache.h"
#include "core/operations/documents.h"
#include "core/operations/inputs.h"
#include "core/operations/records.h"
#include "core/operations/settings.h"
#include "core/operations/values.h"
#include "core/quickbooks/questions.h"
#include "core/quickbooks/read.h"
#include "core/quickbooks/requests.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

Json text(std::string_view value) { return Json::string(value); }

/// By id, all of one company.
using Payments = std::map<std::string, Payment>;

/// Payments are read with an invoice of the same moment: beside an older one they would not add up.
constexpr std::int64_t same_moment_ms = 60'000;

/// What was read before the invoice was may not be what pays it now.
Payments look_payments(Io& io, const std::vector<Link>& links, std::int64_t invoice_read_ms) {
  Payments payments;
  Issues unreadable;  // is read from QuickBooks again
  for (const CachedRow& row : look_documents(io, links)) {
    auto payment = from_json<Payment>(row.value, unreadable);
    if (!payment || row.read_ms < invoice_read_ms) continue;
    const std::string id = payment->id;
    payments[id] = std::move(*payment);
  }
  return payments;
}

void query_payments(Io& io, const std::vector<Link>& links, Currency home, Payments& payments,
                    Issues& issues) {
  std::vector<Call> calls;
  const std::vector<IdsOfCompany> pages = pages_of(links);
  for (const IdsOfCompany& page : pages) {
    const auto statement = quickbooks::statement(quickbooks::payments_with_ids(page.ids));
    calls.push_back(
        quickbooks::query(page.realm, statement.value_or(""), "read-payments", keep_documents(home)));
  }
  const std::vector<Reply> replies = io.all(calls);
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const Reply& reply = replies[index];
    if (!reply.ok()) io.fail(reply.issues);
    for (const auto& record : quickbooks::records_in<quickbooks::Payment>(reply.response.body, issues)) {
      auto payment = map_payment(pages[index].realm, record, home, issues);
      if (payment) payments[record.identity.id] = std::move(*payment);
    }
  }
}

bool has_all(const Payments& payments, const std::vector<Link>& links) {
  return std::all_of(links.begin(), links.end(),
                     [&](const Link& link) { return payments.count(link.id) != 0; });
}

/// An invoice and what paid it, both of one moment.
struct PaidInvoice {
  CachedInvoice cached;
  Payments payments;
  bool read_again = false;  // the invoice is younger than what the card shows
  Issues issues;
};

CachedInvoice load_invoice(Io& io, const Company& company, const Link& link, bool refresh, Issues& issues) {
  LoadedInvoices loaded = load_invoices(io, {company}, {link}, refresh);
  if (loaded.invoices.empty() || (refresh && !loaded.complete)) io.fail(loaded.issues);
  issues.insert(issues.end(), loaded.issues.begin(), loaded.issues.end());
  return std::move(loaded.invoices.front());
}

PaidInvoice load_paid_invoice(Io& io, const Company& company, const Link& link) {
  PaidInvoice paid;
  paid.cached = load_invoice(io, company, link, false, paid.issues);
  std::vector<Link> links = payment_links(paid.cached.invoice);
  if (links.empty()) return paid;
  paid.payments = look_payments(io, links, paid.cached.read_ms);
  if (has_all(paid.payments, links)) return paid;
  paid.read_again = io.now() - paid.cached.read_ms > same_moment_ms;
  if (paid.read_again) {
    paid.cached = load_invoice(io, company, link, true, paid.issues);
    links = payment_links(paid.cached.invoice);
    paid.payments.clear();
  }
  if (!links.empty()) query_payments(io, links, company.home_currency, paid.payments, paid.issues);
  return paid;
}

/// What of the payment went to this invoice.
Money applied_to(const Payment& payment, const Invoice& invoice, Issues& issues) {
  Money applied{0, payment.total.currency};
  for (const Payment::Part& part : payment.parts) {
    if (part.type != "Invoice" || part.id != invoice.id) continue;
    const auto sum = add(applied, part.amount);
    if (!sum) issues.push_back(error(Code::amount_too_large, "/payments", {{"text", amount_text(applied)}}));
    applied = sum.value_or(applied);
  }
  return applied;
}

/// QuickBooks gives the method's id alone as a rule; "" where the company's list does not know it either.
std::string method_name(const Payment& payment, const Company& company) {
  if (!payment.method.empty()) return payment.method;
  for (const PaymentMethod& method : company.payment_methods) {
    if (method.id == payment.method_id) return method.name;
  }
  return "";
}

Json payment_view(const Payment& payment, Money applied, const Company& company) {
  return Json::object()
      .set("key", text(to_text(Link{payment.realm, "Payment", payment.id})))
      .set("id", text(payment.id))
      .set("date", text(to_text(payment.date)))
      .set("method_id", text(payment.method_id))
      .set("method", text(method_name(payment, company)))
      .set("reference", text(payment.reference))
      .set("total", money_json(payment.total))
      .set("applied", money_json(applied))
      .set("unapplied", money_json(payment.unapplied))
      .set("url", text(quickbooks_address("recvpayment", payment.realm, payment.id)));
}

/// What else lowered the balance: a deposit on the invoice, a credit.
Json otherwise_json(const Invoice& invoice, Money applied) {
  const auto paid = subtract(invoice.total, invoice.balance);
  const auto rest = paid ? subtract(*paid, applied) : std::nullopt;
  return rest && rest->minor != 0 ? money_json(*rest) : Json{};
}

}  // namespace

Json read_payments(Io& io, const Json& value) {
  const DocumentInput input = read_document_input(io, value);
  const Company company = need_company(io, input.link.realm);
  PaidInvoice loaded = load_paid_invoice(io, company, input.link);
  const Invoice& invoice = loaded.cached.invoice;
  Json views = Json::array();
  Money paid{0, invoice.currency};
  for (const Link& link : payment_links(invoice)) {
    const auto found = loaded.payments.find(link.id);
    if (found == loaded.payments.end()) {
      loaded.issues.push_back(warning(Code::payment_not_found, "/payments", {{"id", link.id}}));
      continue;
    }
    const Money applied = applied_to(found->second, invoice, loaded.issues);
    paid = add(paid, applied).value_or(paid);
    views.items.push_back(payment_view(found->second, applied, company));
  }
  return Json::object()
      .set("payments", std::move(views))
      .set("otherwise", otherwise_json(invoice, paid))
      .set("balance", money_json(invoice.balance))
      .set("read_again", Json::boolean(loaded.read_again))
      .set("issues", issues_json(loaded.issues));
}

}  // namespace sidebill

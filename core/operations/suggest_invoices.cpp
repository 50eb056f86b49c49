#include <algorithm>
#include <map>
#include <set>

#include "core/base/order.h"
#include "core/hubspot/object_types.h"
#include "core/hubspot/objects.h"
#include "core/hubspot/properties.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/mapping/mirror.h"
#include "core/matching/tie_invoices.h"
#include "core/operations/customer_documents.h"
#include "core/operations/inputs.h"
#include "core/operations/link_documents.h"
#include "core/operations/load_basis.h"
#include "core/operations/match_json.h"
#include "core/operations/records.h"
#include "core/operations/rival_deals.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

namespace object_type = hubspot::object_type;

constexpr std::size_t most_customers = 5, most_checked = 20, most_shown = 5;

/// An invoice that looks like the deal's, and why.
struct Suggestion {
  CachedInvoice document;
  Candidate candidate;
  bool sure = false;  // it would be tied by itself where that is turned on
};

std::vector<std::string> customer_ids(const std::vector<Buyer>& buyers) {
  std::vector<std::string> ids;
  for (const Buyer& buyer : buyers) {
    if (ids.size() < most_customers) ids.push_back(buyer.customer_id);
  }
  return ids;
}

/// What the deal's own invoices bill already, in its currency.
std::int64_t billed(const Known& known, const DealFacts& deal) {
  std::int64_t sum = 0;
  for (const Invoice& invoice : known.existing) {
    const bool counts = is_living(invoice) && !invoice.customer_id.empty() && deal.currency &&
                        invoice.currency == *deal.currency;
    if (counts) sum += document_facts(invoice).net;
  }
  return sum;
}

/// The living ones that are not the deal's already, and that nobody took off it.
std::vector<CachedInvoice> free_documents(const Sale& sale, const std::vector<CachedInvoice>& documents) {
  std::vector<CachedInvoice> free;
  for (const CachedInvoice& one : documents) {
    const Link link{one.invoice.realm, one.invoice.type, one.invoice.id};
    const auto has = [&](const std::vector<Link>& links) {
      return std::find(links.begin(), links.end(), link) != links.end();
    };
    if (is_living(one.invoice) && !has(sale.links) && !has(sale.removed)) free.push_back(one);
  }
  return free;
}

/// Best first, as many as are worth checking.
std::vector<Suggestion> suggestions_of(const DealFacts& deal, const std::vector<CachedInvoice>& documents) {
  std::vector<DocumentFacts> facts;
  for (const CachedInvoice& one : documents) facts.push_back(document_facts(one.invoice));
  std::vector<Suggestion> suggestions;
  for (const Tied& tied : tie_invoices({deal}, facts)) {
    if (tied.match.outcome == Outcome::none) continue;
    suggestions.push_back(
        {documents[tied.invoice], tied.match.candidates.front(), tied.match.outcome == Outcome::link});
  }
  sort_by(suggestions, [](const Suggestion& left, const Suggestion& right) {
    return left.candidate.score > right.candidate.score;
  });
  if (suggestions.size() > most_checked) suggestions.resize(most_checked);
  return suggestions;
}

/// The HubSpot invoices that stand for these documents: by their unique key, or by search, which may lag
/// behind. nullopt when HubSpot did not say.
std::optional<std::vector<hubspot::InvoiceObject>> mirrored_of(Io& io, const Portal& portal,
                                                               const std::vector<std::string>& keys,
                                                               Issues& issues) {
  const auto& properties = hubspot::invoice_properties();
  const hubspot::Search search{{{{hubspot::property::link, "IN", "", keys}}}, properties, "", 100, ""};
  const Reply reply = io.send(
      portal.unique_invoices ? hubspot::batch_read(portal.id, object_type::invoice, keys, properties,
                                                   "read-invoices", hubspot::property::link)
                             : hubspot::search(portal.id, object_type::invoice, search, "read-invoices"));
  if (!reply.ok()) return std::nullopt;
  const auto records = portal.unique_invoices
                           ? hubspot::read_batch(reply.response.body, object_type::invoice, issues).records
                           : hubspot::read_search(reply.response.body, object_type::invoice, issues).records;
  std::vector<hubspot::InvoiceObject> mirrored;
  for (const auto& record : records) mirrored.push_back(hubspot::read_invoice_object(record, issues));
  return mirrored;
}

Json keys_json(const std::vector<Suggestion>& suggestions) {
  Json keys = Json::array();
  for (const Suggestion& one : suggestions)
    keys.items.push_back(Json::string(document_key(one.document.invoice)));
  return keys;
}

/// Leaves out what somebody said is not this record's, and what this browser knows to be another deal's.
void leave_out_known(Io& io, const SuggestInvoicesInput& input, std::vector<Suggestion>& suggestions) {
  if (suggestions.empty()) return;
  const Json others = io.look("not_suggested", Json::object()
                                                   .set("portal", Json::string(input.portal))
                                                   .set("type", Json::string(input.record.type))
                                                   .set("id", Json::string(input.record.id))
                                                   .set("keys", keys_json(suggestions)));
  std::set<std::string> left_out;
  for (const Json& key : others.items) left_out.insert(key.text);
  const auto is_left_out = [&](const Suggestion& one) {
    return left_out.count(document_key(one.document.invoice)) > 0;
  };
  suggestions.erase(std::remove_if(suggestions.begin(), suggestions.end(), is_left_out), suggestions.end());
}

/// Keys of those documents that belong to a deal already, and whether HubSpot said so of all. What it does
/// not say is taken for free where it is only suggested: adding it twice harms nothing.
struct Taken {
  std::set<std::string> keys;
  bool known = false;
};
Taken documents_with_deal(Io& io, const Portal& portal, const std::vector<Suggestion>& suggestions) {
  Taken taken;
  if (portal.properties_ready.count(object_type::invoice) == 0 || suggestions.empty()) return taken;
  std::vector<std::string> wanted, ids;
  for (const Suggestion& one : suggestions) wanted.push_back(document_key(one.document.invoice));
  Issues unread;
  std::map<std::string, std::string> key_of;
  const auto mirrored = mirrored_of(io, portal, wanted, unread);
  if (!mirrored) return taken;
  for (const auto& one : *mirrored) {
    key_of[one.id] = one.link;
    ids.push_back(one.id);
  }
  taken.known = true;
  if (ids.empty()) return taken;
  const Reply ties = io.send(
      hubspot::associations(portal.id, object_type::invoice, ids, object_type::deal, "read-associations"));
  taken.known = taken.known && ties.ok();
  if (!ties.ok()) return taken;
  for (const auto& from : hubspot::read_associations(ties.response.body, unread)) {
    if (!from.to.empty()) taken.keys.insert(key_of[from.from_id]);
  }
  return taken;
}

void leave_out_taken(const Taken& taken, std::vector<Suggestion>& suggestions) {
  const auto is_taken = [&](const Suggestion& one) {
    return taken.keys.count(document_key(one.document.invoice)) > 0;
  };
  suggestions.erase(std::remove_if(suggestions.begin(), suggestions.end(), is_taken), suggestions.end());
}

/// Compared by their words: which products stand behind the lines is only known of this deal.
DealFacts without_items(DealFacts deal) {
  for (LineFacts& line : deal.lines) line.item_id.clear();
  return deal;
}

/// Those of the sure ones that are this deal's beside all other deals of its buyer.
std::vector<Link> certain_links(const DealFacts& deal, const RivalDeals& rivals,
                                const std::vector<Suggestion>& suggestions) {
  std::vector<DealFacts> deals = rivals.deals;
  deals.push_back(without_items(deal));
  std::vector<DocumentFacts> facts;
  for (const Suggestion& one : suggestions) facts.push_back(document_facts(one.document.invoice));
  std::vector<Link> links;
  for (const Tied& tied : tie_invoices(std::move(deals), facts)) {
    const Suggestion& one = suggestions[tied.invoice];
    const bool certain =
        one.sure && tied.match.outcome == Outcome::link && tied.match.candidates.front().id == deal.id;
    const Link link = link_of(one.document.invoice);
    // HubSpot's search may not know yet what a deal got a moment ago; the deal itself does.
    const bool theirs = std::find(rivals.links.begin(), rivals.links.end(), link) != rivals.links.end();
    if (certain && !theirs) links.push_back(link);
  }
  return links;
}

/// Adds what is certain, where people turned that on; the rest stays suggested.
LinkedDocuments add_certain(Io& io, const Portal& portal, const Sale& sale, const Company& company,
                            const DealFacts& deal, const std::vector<Suggestion>& suggestions, Date today) {
  const bool any =
      std::any_of(suggestions.begin(), suggestions.end(), [](const Suggestion& one) { return one.sure; });
  if (!any) return {};
  const auto rivals = rival_deals(io, portal, sale, company.realm, deal.buyers);
  if (!rivals) return {};
  const std::vector<Link> links = certain_links(deal, *rivals, suggestions);
  if (links.empty()) return {};
  // Read again: a colleague may have added it, or taken it off, a moment ago.
  Issues unread;
  const auto record = find_record(io, portal, sale.source, unread, usual_patience);
  if (!record || !record->mirrored_known) return {};
  std::vector<Link> wanted;
  std::copy_if(links.begin(), links.end(), std::back_inserter(wanted), [&](const Link& link) {
    const auto is_in = [&](const std::vector<Link>& known) {
      return std::find(known.begin(), known.end(), link) != known.end();
    };
    return !is_in(record->documents) && !is_in(record->removed);
  });
  return link_documents(io, portal, look_companies(io), *record, wanted, today);
}

Json suggestion_json(const Suggestion& one, const Company& company, Date today) {
  return Json::object()
      .set("document", document_view(one.document, company.name, today))
      .set("sure", Json::boolean(one.sure))
      .set("score", Json::string(std::to_string(one.candidate.score)))
      .set("evidence", evidence_json(one.candidate.evidence));
}

Json documents_json(const std::vector<Suggestion>& suggestions, const std::vector<Link>& links,
                    const Company& company, Date today) {
  Json list = Json::array();
  for (const Suggestion& one : suggestions) {
    const bool wanted = std::find(links.begin(), links.end(), link_of(one.document.invoice)) != links.end();
    if (wanted) list.items.push_back(document_view(one.document, company.name, today));
  }
  return list;
}

}  // namespace

Json suggest_invoices(Io& io, const Json& value) {
  const SuggestInvoicesInput input = read_suggest_invoices(io, value);
  const Portal portal = need_portal(io, input.portal);
  const Company company = need_company(io, input.realm);
  const LoadedBasis loaded = load_basis(io, portal, company, {input.record}, std::nullopt);
  const Basis& basis = loaded.basis;
  DealFacts deal =
      deal_facts(basis.sale, company.realm,
                 buyers_of(basis.sale, company.realm, basis.matches.customer, basis.known.customers));
  deal.billed = billed(basis.known, deal);
  const auto ids = customer_ids(deal.buyers);
  // Who asks in so many words wants to see what was made a moment ago.
  const CustomerDocuments found =
      input.ask ? ask_documents(io, company, ids, 0) : kept_documents(io, company.realm, ids);
  std::vector<Suggestion> suggestions = suggestions_of(deal, free_documents(basis.sale, found.invoices));
  leave_out_known(io, input, suggestions);
  const Taken taken = documents_with_deal(io, portal, suggestions);
  leave_out_taken(taken, suggestions);
  LinkedDocuments added;
  if (taken.known && basis.preferences.add_by_itself)
    added = add_certain(io, portal, basis.sale, company, deal, suggestions, basis.known.today);

  Json shown = Json::array(), customers = Json::array();
  for (const Suggestion& one : suggestions) {
    const Link link = link_of(one.document.invoice);
    const bool is_added = std::find(added.linked.begin(), added.linked.end(), link) != added.linked.end();
    if (!is_added && shown.items.size() < most_shown)
      shown.items.push_back(suggestion_json(one, company, basis.known.today));
  }
  for (const std::string& id : ids) {
    customers.items.push_back(Json::string(to_text(Link{company.realm, "Customer", id})));
  }
  Issues issues = found.issues;
  issues.insert(issues.end(), added.issues.begin(), added.issues.end());
  return Json::object()
      .set("suggestions", std::move(shown))
      .set("added", documents_json(suggestions, added.linked, company, basis.known.today))
      .set("customers", std::move(customers))
      .set("asked_ms", Json::number(found.asked_ms))
      .set("issues", issues_json(issues));
}

}  // namespace sidebill

// Deals and documents as the core compares them, as a program: each line of standard input is a JSON object,
// each line of output its answer.
//
//   {"deals": [{"sale", "buyers": [{"id", "name", "standing"}]}], "invoices": [Invoice]}   what belongs to
//   what
//   {"draft": Invoice, "documents": [Invoice]}                                             what the draft may
//   repeat
//   {"draft", "documents", "compared": true}                                               each of them,
//   compared
//
// Sales and invoices in the shapes of core/model. What the labelled books of tests/property compare
// themselves with.
#include <iostream>
#include <map>
#include <string>

#include "core/base/json.h"
#include "core/matching/duplicate_radar.h"
#include "core/matching/tie_invoices.h"
#include "core/operations/values.h"

using namespace sidebill;

namespace {

DealFacts deal_of(const Reader& in, Issues& issues) {
  static const std::map<std::string, Buyer::Standing> standings = {{"linked", Buyer::Standing::linked},
                                                                   {"matched", Buyer::Standing::matched},
                                                                   {"possible", Buyer::Standing::possible}};
  const auto sale = from_json<Sale>(*in.value().find("sale"), issues);
  std::vector<Buyer> buyers;
  in.each("buyers", [&](const Reader& buyer) {
    buyers.push_back({buyer.text_or("id"), buyer.text_or("name"), standings.at(buyer.text_or("standing"))});
  });
  return deal_facts(sale.value_or(Sale{}), "1", std::move(buyers));
}

std::vector<DocumentFacts> documents_of(const Reader& in, const char* name, Issues& issues) {
  std::vector<DocumentFacts> documents;
  in.each(name, [&](const Reader& one) {
    if (const auto invoice = from_json<Invoice>(one.value(), issues))
      documents.push_back(document_facts(*invoice));
  });
  return documents;
}

Json candidate_json(const Candidate& candidate, const DocumentConfiguration& configuration) {
  Json evidence = Json::array();
  for (const Evidence& one : candidate.evidence) {
    evidence.items.push_back(Json::object()
                                 .set("field", Json::string(one.field))
                                 .set("level", Json::string(one.level))
                                 .set("weight", Json::number(std::int64_t{one.weight})));
  }
  return Json::object()
      .set("id", Json::string(candidate.id))
      .set("score", Json::number(std::int64_t{candidate.score}))
      .set("prior", Json::number(std::int64_t{configuration.prior}))
      .set("evidence", std::move(evidence));
}

const char* text_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::link: return "link";
    case Outcome::ask: return "ask";
    case Outcome::none: return "none";
  }
  return "";
}

Json tied_json(const Reader& in, Issues& issues) {
  std::vector<DealFacts> deals;
  in.each("deals", [&](const Reader& deal) { deals.push_back(deal_of(deal, issues)); });
  const auto documents = documents_of(in, "invoices", issues);
  Json list = Json::array();
  for (const Tied& tied : tie_invoices(std::move(deals), documents)) {
    Json candidates = Json::array();
    for (const Candidate& one : tied.match.candidates)
      candidates.items.push_back(candidate_json(one, tie_configuration()));
    list.items.push_back(Json::object()
                             .set("invoice", Json::string(documents[tied.invoice].key))
                             .set("outcome", Json::string(text_of(tied.match.outcome)))
                             .set("candidates", std::move(candidates)));
  }
  return list;
}

Json duplicate_json(const Duplicate& one) {
  return candidate_json(one.candidate, radar_configuration()).set("exact", Json::boolean(one.exact));
}

Json duplicates_json(const Reader& in, Issues& issues) {
  Json list = Json::array();
  const auto draft = from_json<Invoice>(*in.value().find("draft"), issues);
  if (!draft) return list;
  const DocumentFacts facts = document_facts(*draft);
  const auto documents = documents_of(in, "documents", issues);
  if (in.boolean_or("compared", false)) {
    for (const auto& one : documents) list.items.push_back(duplicate_json(compare_documents(facts, one)));
  } else {
    for (const auto& one : find_duplicates_of(facts, documents)) list.items.push_back(duplicate_json(one));
  }
  return list;
}

Json answer(const std::string& request) {
  Issues issues;
  const auto json = parse_json(request, issues);
  if (!json) return Json::string("unreadable request");
  const Reader in(*json, "", issues);
  Json value = json->find("draft") != nullptr ? duplicates_json(in, issues) : tied_json(in, issues);
  return issues.empty() ? value : Json::string("unreadable at " + issues.front().path);
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) std::cout << to_text(answer(line)) << '\n' << std::flush;
  return 0;
}

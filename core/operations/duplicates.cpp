#include "core/operations/duplicates.h"

#include <algorithm>

#include "core/operations/documents.h"
#include "core/operations/match_json.h"

namespace sidebill {

namespace {

bool is_of_deal(const Basis& basis, const Invoice& invoice) {
  const Link link{invoice.realm, invoice.type, invoice.id};
  const auto& links = basis.sale.links;
  const auto& existing = basis.known.existing;
  return std::find(links.begin(), links.end(), link) != links.end() ||
         std::any_of(existing.begin(), existing.end(),
                     [&](const Invoice& one) { return one.id == invoice.id; });
}

const Invoice& document_of(const Basis& basis, const Duplicate& duplicate) {
  return *std::find_if(basis.known.recent.begin(), basis.known.recent.end(),
                       [&](const Invoice& one) { return document_key(one) == duplicate.candidate.id; });
}

bool stands_beside(const Choices& choices, const Duplicate& duplicate) {
  return std::find(choices.beside.begin(), choices.beside.end(), duplicate.candidate.id) !=
         choices.beside.end();
}

}  // namespace

std::vector<Duplicate> duplicates_in(const Basis& basis, const Draft& draft,
                                     const std::optional<Totals>& totals) {
  const auto net = totals ? subtract(totals->subtotal, totals->discount) : std::nullopt;
  if (!net) return {};
  std::vector<DocumentFacts> documents;
  for (const Invoice& invoice : basis.known.recent) {
    if (is_living(invoice) && !is_of_deal(basis, invoice)) documents.push_back(document_facts(invoice));
  }
  return find_duplicates_of(document_facts(draft, *net, totals->total), documents);
}

void check_duplicates(const Basis& basis, const Choices& choices, const std::vector<Duplicate>& duplicates,
                      Issues& issues) {
  for (const Duplicate& duplicate : duplicates) {
    const Invoice& document = document_of(basis, duplicate);
    Issue issue = error(duplicate.exact ? Code::document_repeated : Code::document_similar, "/beside",
                        {{"id", document.id},
                         {"number", document.number},
                         {"total", amount_text(document.total) + " " + std::string(document.currency.code())},
                         {"date", to_text(document.date)}});
    if (stands_beside(choices, duplicate)) issue.severity = Severity::warning;
    issues.push_back(std::move(issue));
  }
}

Json duplicates_json(const Basis& basis, const Composition& composition) {
  Json list = Json::array();
  for (const Duplicate& duplicate : composition.duplicates) {
    const CachedInvoice document{document_of(basis, duplicate), 0};
    list.items.push_back(Json::object()
                             .set("document", document_view(document, basis.company.name, basis.known.today))
                             .set("exact", Json::boolean(duplicate.exact))
                             .set("beside", Json::boolean(stands_beside(composition.choices, duplicate)))
                             .set("score", Json::string(std::to_string(duplicate.candidate.score)))
                             .set("evidence", evidence_json(duplicate.candidate.evidence)));
  }
  return list;
}

}  // namespace sidebill

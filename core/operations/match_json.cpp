#include "core/operations/match_json.h"

namespace sidebill {

namespace {

struct OutcomeName {
  Outcome outcome;
  const char* name;
};
constexpr OutcomeName outcomes[] = {{Outcome::link, "link"}, {Outcome::ask, "ask"}, {Outcome::none, "none"}};

Json text(std::string_view value) { return Json::string(value); }

Candidate read_candidate(const Reader& reader) {
  Candidate candidate;
  candidate.id = reader.text_or("id");
  candidate.score = static_cast<int>(reader.integer("score").value_or(0));
  reader.each("evidence", [&](const Reader& one) {
    candidate.evidence.push_back({one.text_or("field"), one.text_or("level"), one.text_or("left"),
                                  one.text_or("right"), static_cast<int>(one.integer("weight").value_or(0))});
  });
  return candidate;
}

}  // namespace

Json evidence_json(const std::vector<Evidence>& evidence) {
  Json list = Json::array();
  for (const Evidence& one : evidence) {
    list.items.push_back(Json::object()
                             .set("field", text(one.field))
                             .set("level", text(one.level))
                             .set("left", text(one.left))
                             .set("right", text(one.right))
                             .set("weight", text(std::to_string(one.weight))));
  }
  return list;
}

Json match_json(const Match& match) {
  Json candidates = Json::array();
  for (const Candidate& one : match.candidates) {
    candidates.items.push_back(Json::object()
                                   .set("id", text(one.id))
                                   .set("score", text(std::to_string(one.score)))
                                   .set("evidence", evidence_json(one.evidence)));
  }
  const char* name = "none";
  for (const OutcomeName& one : outcomes) {
    if (one.outcome == match.outcome) name = one.name;
  }
  return Json::object().set("outcome", text(name)).set("candidates", std::move(candidates));
}

Match read_match(const Reader& reader) {
  Match match;
  const std::string name = reader.text_or("outcome", "none");
  for (const OutcomeName& one : outcomes) {
    if (name == one.name) match.outcome = one.outcome;
  }
  reader.each("candidates", [&](const Reader& one) { match.candidates.push_back(read_candidate(one)); });
  // Without candidates nothing can be linked or asked about, whatever the text says.
  if (match.candidates.empty()) match.outcome = Outcome::none;
  return match;
}

Json sale_matches_json(const SaleMatches& matches) {
  Json lines = Json::object();
  for (const auto& [line, match] : matches.lines) lines.set(line, match_json(match));
  return Json::object().set("customer", match_json(matches.customer)).set("lines", std::move(lines));
}

SaleMatches read_sale_matches(const Reader& reader) {
  SaleMatches matches;
  matches.customer = read_match(reader.object("customer"));
  const Reader lines = reader.object("lines");
  for (const auto& [line, match] : lines.value().members) {
    matches.lines.emplace(line, read_match(Reader(match, lines.path_of(line), reader.issues())));
  }
  return matches;
}

}  // namespace sidebill

#include "core/matching/evidence.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/matching/keys.h"

namespace sidebill {

namespace {

bool ranks_before(const Candidate& left, const Candidate& right) {
  return left.score != right.score ? left.score > right.score : id_before(left.id, right.id);
}

/// Whatever else speaks for it: an inactive record or one of another currency needs a person's word.
bool is_barred(const Candidate& candidate) {
  return std::any_of(candidate.evidence.begin(), candidate.evidence.end(), [](const Evidence& one) {
    return one.weight < 0 && (one.field == "active" || one.field == "currency");
  });
}

bool holds_link(const Candidate& candidate) {
  return !is_barred(candidate) &&
         std::any_of(candidate.evidence.begin(), candidate.evidence.end(), [](const Evidence& one) {
           return one.field == "link" && one.weight == points::buyer_link;
         });
}

}  // namespace

void Ballot::add(const std::string& id, Evidence evidence) {
  Candidate& candidate = candidates_[id];
  candidate.id = id;
  candidate.score += evidence.weight;
  candidate.evidence.push_back(std::move(evidence));
}

std::vector<std::string> Ballot::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, candidate] : candidates_) ids.push_back(id);
  return ids;
}

std::vector<Candidate> Ballot::ranked() const {
  std::vector<Candidate> ranked;
  for (const auto& [id, candidate] : candidates_) ranked.push_back(candidate);
  sort_by(ranked, ranks_before);
  return ranked;
}

Outcome outcome_of(const std::vector<Candidate>& ranked) {
  if (ranked.empty()) return Outcome::none;
  const Candidate& best = ranked.front();
  if (best.score < points::enough || is_barred(best)) return Outcome::ask;
  if (std::count_if(ranked.begin(), ranked.end(), holds_link) > 1) return Outcome::ask;
  const bool alone = ranked.size() == 1 || best.score - ranked[1].score >= points::margin;
  return alone ? Outcome::link : Outcome::ask;
}

Evidence name_evidence(const std::string& left, const std::string& right, int same, int folded) {
  const bool equal = trim(left) == trim(right);
  return {"name", equal ? "same" : "same-folded", left, right, equal ? same : folded};
}

}  // namespace sidebill

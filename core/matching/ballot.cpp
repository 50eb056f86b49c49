#include "core/matching/ballot.h"

#include <algorithm>

#include "core/matching/keys.h"

namespace sidebill {

namespace {

/// What no other evidence outweighs.
bool is_bar(const Evidence& evidence) {
  return evidence.weight == points::link_elsewhere || evidence.field == "active" ||
         evidence.weight == points::other_currency;
}

int score_without_bars(const Candidate& candidate) {
  int score = 0;
  for (const Evidence& evidence : candidate.evidence) score += is_bar(evidence) ? 0 : evidence.weight;
  return score;
}

bool speaks_for(const Evidence& evidence) { return evidence.weight > 0; }

/// A link, e-mail address or SKU that leads straight to the candidate.
bool is_key(const Evidence& evidence) {
  return speaks_for(evidence) &&
         (evidence.field == "link" ||
          (evidence.field == "email" && (evidence.level == "same" || evidence.level == "of-other")) ||
          (evidence.field == "sku" && evidence.level == "as-written"));
}

bool has_key(const Candidate& candidate) {
  return std::any_of(candidate.evidence.begin(), candidate.evidence.end(), is_key);
}

bool is_linked(const Candidate& candidate) {
  return std::any_of(candidate.evidence.begin(), candidate.evidence.end(),
                     [](const Evidence& evidence) { return evidence.weight == points::buyer_link; });
}

bool comes_before(const Candidate& left, const Candidate& right) {
  return left.score != right.score ? left.score > right.score : id_before(left.id, right.id);
}

}  // namespace

void Ballot::add(const std::string& id, Evidence evidence) {
  Candidate& candidate = candidates_[id];
  candidate.id = id;
  candidate.score += evidence.weight;
  candidate.evidence.push_back(std::move(evidence));
}

void Ballot::add(const std::string& id, const std::vector<Evidence>& evidence) {
  for (const Evidence& one : evidence) add(id, one);
}

Evidence* Ballot::find(const std::string& id, const std::string& field, const std::string& level) {
  auto& evidence = candidates_[id].evidence;
  const auto found = std::find_if(evidence.begin(), evidence.end(), [&](const Evidence& one) {
    return one.field == field && one.level == level;
  });
  return found == evidence.end() ? nullptr : &*found;
}

bool Ballot::raise(const std::string& id, const std::string& field, const std::string& level,
                   const char* becomes, int by) {
  Evidence* evidence = find(id, field, level);
  if (evidence == nullptr) return false;
  evidence->level = becomes;
  evidence->weight += by;
  candidates_[id].score += by;
  return true;
}

bool Ballot::has(const std::string& id, const std::string& field, const std::string& level) {
  return find(id, field, level) != nullptr;
}

std::vector<Candidate> Ballot::ranked(int ask) const {
  std::vector<Candidate> ranked;
  for (const auto& [id, candidate] : candidates_) {
    const bool any = std::any_of(candidate.evidence.begin(), candidate.evidence.end(), speaks_for);
    if (any && score_without_bars(candidate) >= ask) ranked.push_back(candidate);
  }
  std::sort(ranked.begin(), ranked.end(), comes_before);
  return ranked;
}

bool is_barred(const Candidate& candidate) {
  return std::any_of(candidate.evidence.begin(), candidate.evidence.end(), is_bar);
}

Outcome outcome_of(const std::vector<Candidate>& ranked, const Demands& demands) {
  if (ranked.empty()) return Outcome::none;
  const Candidate& best = ranked.front();
  if (is_barred(best) || best.score < demands.certain) return Outcome::ask;
  if (ranked.size() == 1) return Outcome::link;
  const Candidate& second = ranked[1];
  const bool both_linked = is_linked(best) && is_linked(second);
  const bool key_elsewhere =
      !has_key(best) && std::any_of(ranked.begin() + 1, ranked.end(),
                                    [](const Candidate& one) { return has_key(one) && !is_barred(one); });
  if (both_linked || key_elsewhere) return Outcome::ask;
  return best.score - second.score >= demands.margin ? Outcome::link : Outcome::ask;
}

}  // namespace sidebill

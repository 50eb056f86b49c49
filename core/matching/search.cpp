#include "core/matching/search.h"

#include <algorithm>

#include "core/base/text.h"

namespace sidebill {

namespace {

// Points of a find; sums order the list.
constexpr int name_begins = 30;
constexpr int words_begin = 20;
constexpr int contains = 10;
constexpr int inactive = -100;

struct Query {
  std::string text;
  std::vector<std::string> words;
};

Query query_of(const std::string& typed) {
  Query query{match_key(typed), {}};
  if (!query.text.empty()) query.words = split(query.text, ' ');
  return query;
}

bool contains_all(const std::string& text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool is_word_start(const std::string& text, std::size_t at) {
  constexpr std::string_view separators = " -.,:;/&('\"";
  return at == 0 || separators.find(text[at - 1]) != std::string_view::npos;
}

bool begins_a_word(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    if (is_word_start(text, at)) return true;
  }
  return false;
}

/// How well a name answers, as the level and points of its evidence.
Evidence rank(const std::string& name, const Query& query) {
  if (name.rfind(query.text, 0) == 0) return {"name", "begins", query.text, name, name_begins};
  const bool all_begin = std::all_of(query.words.begin(), query.words.end(),
                                     [&](const std::string& word) { return begins_a_word(name, word); });
  if (all_begin) return {"name", "words-begin", query.text, name, words_begin};
  return {"name", "contains", query.text, name, contains};
}

template <class Record>
struct Hit {
  const Shelved<Record>* shelved;
  Evidence found;
  int score;
};

template <class Record>
bool comes_before(const Hit<Record>& left, const Hit<Record>& right) {
  if (left.score != right.score) return left.score > right.score;
  if (left.shelved->name != right.shelved->name) return left.shelved->name < right.shelved->name;
  return id_before(left.shelved->record.id, right.shelved->record.id);
}

template <class Record>
Candidate candidate_of(const Hit<Record>& hit) {
  Candidate candidate{hit.shelved->record.id, hit.score, {hit.found}};
  if (!hit.shelved->record.active)
    candidate.evidence.push_back({"active", "inactive", "", "inactive", inactive});
  return candidate;
}

}  // namespace

template <class Record>
std::vector<Candidate> search_records(const std::unordered_map<std::string, Shelved<Record>>& records,
                                      const std::string& text, std::size_t limit) {
  const Query query = query_of(text);
  std::vector<Hit<Record>> hits;
  for (const auto& [id, shelved] : records) {
    if (!contains_all(shelved.text, query.words)) continue;
    Evidence found = rank(shelved.name, query);
    const int score = found.weight + (shelved.record.active ? 0 : inactive);
    hits.push_back({&shelved, std::move(found), score});
  }
  const std::size_t count = std::min(limit, hits.size());
  const auto end = hits.begin() + static_cast<std::ptrdiff_t>(count);
  std::partial_sort(hits.begin(), end, hits.end(), comes_before<Record>);
  std::vector<Candidate> candidates;
  for (auto hit = hits.begin(); hit != end; ++hit) candidates.push_back(candidate_of(*hit));
  return candidates;
}

template std::vector<Candidate> search_records(const std::unordered_map<std::string, Shelved<Customer>>&,
                                               const std::string&, std::size_t);
template std::vector<Candidate> search_records(const std::unordered_map<std::string, Shelved<Item>>&,
                                               const std::string&, std::size_t);

}  // namespace sidebill

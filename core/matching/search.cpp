#include "core/matching/search.h"

#include <algorithm>

#include "core/base/text.h"

namespace sidebill {

namespace {

// Points of a find; sums order the list.
constexpr int name_begins = 30;
constexpr int words_begin = 20;
constexpr int name_contains = 10;
constexpr int code_contains = 5;
constexpr int spread = 1;  // some words in a name, some in a code
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

bool contains(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}

bool contains_all(const std::string& text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return contains(text, word); });
}

template <class Record>
bool is_found(const Shelved<Record>& shelved, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return contains(shelved.names, word) || contains(shelved.codes, word);
  });
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

bool all_begin_a_word(const std::string& text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return begins_a_word(text, word); });
}

std::string_view code_field(const Shelved<Customer>&) { return "email"; }
std::string_view code_field(const Shelved<Item>&) { return "sku"; }

/// How well a record answers, as the level and points of its evidence.
template <class Record>
Evidence rank(const Shelved<Record>& shelved, const Query& query) {
  const std::string& name = shelved.name;
  if (name.rfind(query.text, 0) == 0) return {"name", "begins", query.text, name, name_begins};
  if (all_begin_a_word(name, query.words)) return {"name", "words-begin", query.text, name, words_begin};
  if (contains_all(shelved.names, query.words)) return {"name", "contains", query.text, name, name_contains};
  const std::string field(code_field(shelved));
  if (contains_all(shelved.codes, query.words))
    return {field, "contains", query.text, shelved.codes, code_contains};
  return {field, "contains-part", query.text, shelved.codes, spread};
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
    if (!is_found(shelved, query.words)) continue;
    Evidence found = rank(shelved, query);
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

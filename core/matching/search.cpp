#include "core/matching/search.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/matching/find_text.h"
#include "core/matching/keys.h"
#include "core/matching/record_bytes.h"
#include "core/matching/search_text.h"

namespace sidebill {

namespace {

enum class Way { begins, words_begin, contains, code, spread, alike };

/// How each way of being found orders a list.
struct Ranking {
  bool in_code;
  const char* level;
  int weight;
};

Ranking ranking_of(Way way) {
  switch (way) {
    case Way::begins: return {false, "begins", 30};
    case Way::words_begin: return {false, "words-begin", 20};
    case Way::contains: return {false, "contains", 10};
    case Way::code: return {true, "contains", 5};
    case Way::spread: return {true, "contains-part", 1};
    case Way::alike: return {false, "alike", 0};
  }
  return {false, "alike", 0};
}

constexpr int inactive = -100;
constexpr float much_alike = 0.5F;
constexpr std::size_t shortest_alike = 3;

/// A word as it was typed, and the words of it that a name would have.
struct TypedWord {
  std::string code;
  std::vector<std::string> words;
  bool differs = false;  // a name would have it otherwise
};

struct Query {
  explicit Query(const std::string& typed) : name(search_text(typed)) {
    const std::string folded = match_key(typed);
    if (folded.empty()) return;
    for (std::string& code : split(folded, ' ')) add_word(std::move(code));
    // A sign alone ("&" in a name) is looked for only where nothing else was typed.
    const bool any_name = std::any_of(words.begin(), words.end(), is_name_word);
    if (any_name) std::erase_if(words, [](const TypedWord& word) { return !is_name_word(word); });
    // What most records lack is asked first.
    std::stable_sort(words.begin(), words.end(), [](const TypedWord& left, const TypedWord& right) {
      return left.code.size() > right.code.size();
    });
  }

  static bool is_name_word(const TypedWord& word) { return !word.words.empty(); }

  void add_word(std::string code) {
    const std::string text = search_text(code);
    const bool differs = !text.empty() && text != code;
    words.push_back({std::move(code), text.empty() ? std::vector<std::string>{} : split(text, ' '), differs});
  }

  std::string name;  // all of it as a search text
  std::vector<TypedWord> words;
};

bool begins_a_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') return true;
  }
  return false;
}

template <class Test>
bool all_words(const TypedWord& typed, Test test) {
  return !typed.words.empty() && std::all_of(typed.words.begin(), typed.words.end(), test);
}

bool all_in_codes(const StoredEntry& entry, const Query& query) {
  return std::all_of(query.words.begin(), query.words.end(),
                     [&](const TypedWord& typed) { return contains_text(entry.codes, typed.code); });
}

bool all_begin_words(const StoredEntry& entry, const Query& query) {
  return std::all_of(query.words.begin(), query.words.end(), [&](const TypedWord& typed) {
    return all_words(typed, [&](const std::string& word) { return begins_a_word(entry.name, word); });
  });
}

/// Whether the word is anywhere in a record's texts: most records are not looked at further.
bool may_have(std::string_view texts, const TypedWord& typed) {
  return contains_text(texts, typed.code) || (typed.differs && contains_text(texts, typed.words.front()));
}

/// How the record contains every word typed; nullopt when it lacks one. What is found in the names is not
/// looked for in the codes.
std::optional<Way> way_of(const StoredEntry& entry, const Query& query) {
  bool in_names = true;
  for (const TypedWord& typed : query.words) {
    if (all_words(typed, [&](const std::string& word) { return contains_text(entry.names, word); })) continue;
    if (!contains_text(entry.codes, typed.code)) return std::nullopt;
    in_names = false;
  }
  if (!in_names) return all_in_codes(entry, query) ? Way::code : Way::spread;
  if (entry.name.substr(0, query.name.size()) == query.name) return Way::begins;
  return all_begin_words(entry, query) ? Way::words_begin : Way::contains;
}

struct Found {
  std::uint32_t slot = 0;
  int score = 0;
  Way way = Way::contains;
};

class Searching {
 public:
  Searching(const RecordTable& table, TrigramIndex& names, const char* code_field, const std::string& typed,
            std::size_t limit)
      : table_(table), names_(names), code_field_(code_field), query_(typed), limit_(limit) {}

  std::vector<Candidate> candidates() {
    find_words();
    keep_best();
    if (found_.empty() && query_.name.size() >= shortest_alike) add_alike();
    std::vector<Candidate> candidates;
    for (const Found& one : found_) candidates.push_back(candidate_of(one));
    return candidates;
  }

 private:
  void find_words() {
    for (std::uint32_t slot = 0; slot < table_.slots(); ++slot) {
      const std::string_view texts = table_.texts(slot);
      if (texts.empty() || !may_have_all(texts)) continue;
      const StoredEntry entry = table_.entry(slot);
      if (const auto way = way_of(entry, query_)) found_.push_back(found(slot, *way, entry.active));
    }
  }

  bool may_have_all(std::string_view texts) const {
    return std::all_of(query_.words.begin(), query_.words.end(),
                       [&](const TypedWord& typed) { return may_have(texts, typed); });
  }

  static Found found(std::uint32_t slot, Way way, bool active) {
    return {slot, ranking_of(way).weight + (active ? 0 : inactive), way};
  }

  void keep_best() {
    const std::size_t count = std::min(limit_, found_.size());
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(found_.begin(), end, found_.end(),
                      [&](const Found& left, const Found& right) { return comes_before(left, right); });
    found_.resize(count);
  }

  bool comes_before(const Found& left, const Found& right) const {
    if (left.score != right.score) return left.score > right.score;
    const std::string_view mine = table_.entry(left.slot).name, theirs = table_.entry(right.slot).name;
    if (mine != theirs) return mine < theirs;
    return id_before(id_in(table_.bytes(left.slot)), id_in(table_.bytes(right.slot)));
  }

  void add_alike() {
    for (const Hit& hit : names_.most_like(query_.name, limit_)) {
      if (hit.likeness < much_alike) break;
      found_.push_back(found(hit.record, Way::alike, table_.entry(hit.record).active));
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& left, const Found& right) { return left.score > right.score; });
  }

  Candidate candidate_of(const Found& one) const {
    const StoredEntry entry = table_.entry(one.slot);
    const Ranking ranking = ranking_of(one.way);
    Candidate candidate{std::string(id_in(table_.bytes(one.slot))), one.score, {}};
    candidate.evidence.push_back({ranking.in_code ? code_field_ : "name", ranking.level, query_.name,
                                  std::string(ranking.in_code ? entry.codes : entry.name), ranking.weight});
    if (!entry.active) candidate.evidence.push_back({"active", "inactive", "", "inactive", inactive});
    return candidate;
  }

  const RecordTable& table_;
  TrigramIndex& names_;
  const char* const code_field_;
  const Query query_;
  const std::size_t limit_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Candidate> search_records(const RecordTable& table, TrigramIndex& names, const char* code_field,
                                      const std::string& typed, std::size_t limit) {
  return Searching(table, names, code_field, typed, limit).candidates();
}

}  // namespace sidebill

#include "core/matching/lists.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/matching/compare_customers.h"
#include "core/matching/compare_items.h"
#include "core/matching/groups.h"
#include "core/matching/pairs.h"
#include "core/matching/weights.h"

namespace sidebill {

namespace {

/// How many resemble a record at most, by each of two texts. One list has all copies of a record in it.
struct Breadth {
  std::size_t first, second;
};

struct Customers {
  using Features = CustomerFeatures;
  using Candidates = CustomerCandidates;
  static constexpr Breadth between_lists{12, 6}, within_list{25, 15};

  Features read(const MatchRecord& record) {
    Features features = read_customer(record, lexicons);
    count_in(features, lexicons);
    return features;
  }
  Findings compare(const Features& left, const Features& right) const {
    return compare_customers(left, right, lexicons);
  }
  static const Configuration& configuration() { return customer_configuration(); }

  CustomerLexicons lexicons;
};

struct Items {
  using Features = ItemFeatures;
  using Candidates = ItemCandidates;
  static constexpr Breadth between_lists{15, 10}, within_list{25, 15};

  Features read(const MatchRecord& record) {
    Features features = read_item(record, lexicon);
    count_in(features, lexicon);
    return features;
  }
  Findings compare(const Features& left, const Features& right) const {
    return compare_items(left, right, lexicon);
  }
  static const Configuration& configuration() { return item_configuration(); }

  Lexicon lexicon;
};

bool comes_before(const ListPair& left, const ListPair& right) {
  if (left.score != right.score) return left.score > right.score;
  return left.left != right.left ? left.left < right.left : left.right < right.right;
}

/// The two best scores that a record has with others.
struct Rivals {
  static constexpr int nobody = -1'000'000;
  int best = nobody, second = nobody;

  void add(int score) {
    second = std::max(second, std::min(best, score));
    best = std::max(best, score);
  }
  /// How far a pair of this score leads the others.
  int lead(int score) const { return score - (score == best ? second : best); }
};

template <class Kind>
class Matching {
 public:
  std::vector<ListPair> between(const std::vector<MatchRecord>& left, const std::vector<MatchRecord>& right,
                                const ListOptions& options) {
    const auto mine = read_all(left), theirs = read_all(right);
    typename Kind::Candidates candidates;
    for (std::uint32_t i = 0; i < theirs.size(); ++i) candidates.add(i, theirs[i], keys_of(theirs[i]));
    std::vector<ListPair> pairs;
    for (std::uint32_t i = 0; i < mine.size(); ++i) {
      for (const std::uint32_t j : candidates.of(mine[i], Kind::between_lists.first, Kind::between_lists.second))
        add_pair(pairs, i, j, score(mine[i], theirs[j]));
    }
    decide(pairs, left.size(), right.size(), options);
    return pairs;
  }

  std::vector<ListPair> within(const std::vector<MatchRecord>& list) {
    const auto records = read_all(list);
    typename Kind::Candidates candidates;
    std::vector<ListPair> pairs;
    for (std::uint32_t i = 0; i < records.size(); ++i) candidates.add(i, records[i], keys_of(records[i]));
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      for (const std::uint32_t j : candidates.of(records[i], Kind::within_list.first, Kind::within_list.second)) {
        const auto [first, second] = std::minmax(i, j);
        if (i == j || !seen.insert({first, second}).second) continue;
        add_pair(pairs, first, second, score(records[first], records[second]));
      }
    }
    return link_groups(std::move(pairs), records);
  }

 private:
  std::vector<typename Kind::Features> read_all(const std::vector<MatchRecord>& records) {
    std::vector<typename Kind::Features> features;
    features.reserve(records.size());
    for (const MatchRecord& record : records) features.push_back(kind_.read(record));
    return features;
  }

  int score(const typename Kind::Features& left, const typename Kind::Features& right) const {
    return configuration_.prior + score_of(kind_.compare(left, right), configuration_.weights);
  }

  void add_pair(std::vector<ListPair>& pairs, std::uint32_t left, std::uint32_t right, int points) const {
    if (points >= configuration_.ask) pairs.push_back({left, right, points, Outcome::ask});
  }

  void decide(std::vector<ListPair>& pairs, std::size_t left_count, std::size_t right_count,
              const ListOptions& options) const {
    std::vector<Rivals> of_left(left_count), of_right(right_count);
    for (const ListPair& pair : pairs) {
      of_left[pair.left].add(pair.score);
      of_right[pair.right].add(pair.score);
    }
    std::sort(pairs.begin(), pairs.end(), comes_before);
    const int enough_with_margin =
        options.one_to_one ? configuration_.link_one_to_one : configuration_.link_with_margin;
    std::vector<bool> left_used(left_count), right_used(right_count);
    for (ListPair& pair : pairs) {
      const int lead = std::min(of_left[pair.left].lead(pair.score), of_right[pair.right].lead(pair.score));
      const bool enough = pair.score >= configuration_.link ||
                          (pair.score >= enough_with_margin && lead >= configuration_.margin);
      if (!enough || right_used[pair.right] || (options.one_to_one && left_used[pair.left])) continue;
      left_used[pair.left] = right_used[pair.right] = true;
      pair.outcome = Outcome::link;
    }
  }

  std::vector<ListPair> link_groups(std::vector<ListPair> pairs,
                                    const std::vector<typename Kind::Features>& records) const {
    std::sort(pairs.begin(), pairs.end(), comes_before);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> known;
    for (std::size_t i = 0; i < pairs.size(); ++i) known[{pairs[i].left, pairs[i].right}] = i;
    const auto points = [&](std::uint32_t a, std::uint32_t b) {
      const auto [first, second] = std::minmax(a, b);
      const auto found = known.find({first, second});
      return found == known.end() ? score(records[first], records[second]) : pairs[found->second].score;
    };
    Groups groups(records.size(), configuration_.within_group, points);
    for (const ListPair& pair : pairs) {
      if (pair.score >= configuration_.least_in_group) groups.join(pair.left, pair.right);
    }
    groups.each_pair([&](std::uint32_t first, std::uint32_t second) {
      const auto found = known.find({first, second});
      if (found != known.end()) pairs[found->second].outcome = Outcome::link;
      else pairs.push_back({first, second, points(first, second), Outcome::link});
    });
    std::sort(pairs.begin(), pairs.end(), comes_before);
    return pairs;
  }

  Kind kind_;
  const Configuration& configuration_ = Kind::configuration();
};

}  // namespace

std::vector<ListPair> match_lists(RecordKind kind, const std::vector<MatchRecord>& left,
                                  const std::vector<MatchRecord>& right, const ListOptions& options) {
  return kind == RecordKind::customers ? Matching<Customers>().between(left, right, options)
                                       : Matching<Items>().between(left, right, options);
}

std::vector<ListPair> find_duplicates(RecordKind kind, const std::vector<MatchRecord>& list) {
  return kind == RecordKind::customers ? Matching<Customers>().within(list) : Matching<Items>().within(list);
}

}  // namespace sidebill

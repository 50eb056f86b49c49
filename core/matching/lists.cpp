#include "core/matching/lists.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <optional>
#include <utility>

#include "core/matching/compare_customers.h"
#include "core/matching/compare_items.h"
#include "core/matching/explain.h"
#include "core/matching/groups.h"
#include "core/matching/pairs.h"
#include "core/matching/prior.h"
#include "core/matching/shared_texts.h"
#include "core/matching/weights.h"

namespace sidebill {

namespace {

/// How many resemble a record at most, by each of two texts. One list has all copies of a record in it.
struct Breadth {
  std::size_t first, second;
};

struct Customers {
  using Features = CustomerFeatures;
  static constexpr Breadth between_lists{8, 6}, within_list{25, 15};
  static constexpr float least_of_second = telling_address;
  static constexpr std::size_t most_of_key = most_of_contact;

  Features read(const MatchRecord& record) {
    Features features = read_customer(record, lexicons);
    count_in(features, lexicons);
    return features;
  }
  Findings compare(const Features& left, const Features& right) const {
    return compare_customers(left, right, lexicons);
  }
  const Lexicon& words() const { return lexicons.names; }
  static const std::string& first_text(const Features& customer) { return customer.name_text; }
  static const std::string& second_text(const Features& customer) { return customer.address_text; }
  static const Configuration& configuration() { return customer_configuration(); }

  CustomerLexicons lexicons;
};

struct Items {
  using Features = ItemFeatures;
  static constexpr Breadth between_lists{15, 10}, within_list{25, 15};
  static constexpr float least_of_second = 0;
  static constexpr std::size_t most_of_key = most_of_code;

  Features read(const MatchRecord& record) {
    Features features = read_item(record, lexicon);
    count_in(features, lexicon);
    return features;
  }
  Findings compare(const Features& left, const Features& right) const {
    return compare_items(left, right, lexicon);
  }
  const Lexicon& words() const { return lexicon; }
  static const std::string& first_text(const Features& item) { return item.name_text; }
  static const std::string& second_text(const Features& item) { return item.full_text; }
  static const Configuration& configuration() { return item_configuration(); }

  Lexicon lexicon;
};

/// Who resembles a record of a list: by two of its texts and by what leads there straight away.
template <class Kind>
class Candidates {
 public:
  using Features = typename Kind::Features;

  explicit Candidates(const std::deque<Features>& records) {
    for (std::uint32_t place = 0; place < records.size(); ++place) {
      first_.add(place, Kind::first_text(records[place]));
      second_.add(place, Kind::second_text(records[place]));
      for (const std::string& key : keys_of(records[place])) keys_.add(KeyMap::hash_of(key), place);
    }
  }

  /// Places, each once, ascending.
  std::vector<std::uint32_t> of(const Features& record, Breadth breadth) {
    std::vector<std::uint32_t> found;
    first_.most_like(Kind::first_text(record), breadth.first, 0, found);
    second_.most_like(Kind::second_text(record), breadth.second, Kind::least_of_second, found);
    for (const std::string& key : keys_of(record)) keys_.find(KeyMap::hash_of(key), Kind::most_of_key, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  SharedTexts first_, second_;
  KeyMap keys_;
};

bool comes_before(const ListPair& left, const ListPair& right) {
  if (left.score != right.score) return left.score > right.score;
  return left.left != right.left ? left.left < right.left : left.right < right.right;
}

/// Finds pairs by their places.
class PairFinder {
 public:
  explicit PairFinder(const std::vector<ListPair>& pairs) : pairs_(pairs), order_(pairs.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return places(pairs[a]) < places(pairs[b]); });
  }

  /// Where the pair is, or `nowhere`.
  std::uint32_t find(std::uint32_t left, std::uint32_t right) const {
    const auto wanted = std::pair(left, right);
    const auto found =
        std::lower_bound(order_.begin(), order_.end(), wanted,
                         [&](std::uint32_t at, const auto& pair) { return places(pairs_[at]) < pair; });
    return found != order_.end() && places(pairs_[*found]) == wanted ? *found : nowhere;
  }

  static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

 private:
  static std::pair<std::uint32_t, std::uint32_t> places(const ListPair& pair) {
    return {pair.left, pair.right};
  }

  const std::vector<ListPair>& pairs_;
  std::vector<std::uint32_t> order_;
};

/// The two best scores that a record has with others.
struct Rivals {
  static constexpr int nobody = -ListPair::no_rival;
  int best = nobody, second = nobody;

  void add(int score) {
    second = std::max(second, std::min(best, score));
    best = std::max(best, score);
  }
  /// How far a pair of this score leads the others.
  int lead(int score) const {
    const int rival = score == best ? second : best;
    return rival == nobody ? ListPair::no_rival : score - rival;
  }
};

template <class Kind>
class Matching : public Lists {
 public:
  void add_left(const MatchRecord& record) override { left_.push_back(kind_.read(record)); }
  void add_right(const MatchRecord& record) override { right_.push_back(kind_.read(record)); }

  void estimate_prior() override { estimating_ = true; }

  std::size_t compare(std::size_t count) override {
    if (!candidates_) candidates_.emplace(right_);
    const std::size_t from = compared_;
    for (; compared_ < left_.size() && compared_ - from < count; ++compared_) {
      const auto i = static_cast<std::uint32_t>(compared_);
      for (const std::uint32_t j : candidates_->of(left_[i], Kind::between_lists)) add_compared({i, j});
    }
    return compared_ - from;
  }

  std::vector<ListPair> decide(const ListOptions& options) override {
    candidates_.reset();
    compared_ = 0;
    std::vector<ListPair> pairs = std::exchange(compared_pairs_, {});
    if (estimating_)
      move_prior(pairs, estimated_prior(std::exchange(compared_scores_, {}), configuration_.prior));
    decide(pairs, options);
    return pairs;
  }

  std::size_t left_count() const override { return left_.size(); }

  std::vector<ListPair> find_duplicates() override {
    Candidates<Kind> candidates(left_);
    std::vector<ListPair> pairs;
    std::vector<std::vector<std::uint32_t>> found(left_.size());
    for (std::uint32_t i = 0; i < left_.size(); ++i) {
      found[i] = candidates.of(left_[i], Kind::within_list);
      for (const std::uint32_t j : found[i]) {
        // A pair that its first record has found already is not compared again.
        if (i == j || (j < i && std::binary_search(found[j].begin(), found[j].end(), i))) continue;
        add_pair(pairs, {std::min(i, j), std::max(i, j)}, left_);
      }
    }
    link_groups(pairs);
    return pairs;
  }

  std::vector<ListPair> compare_rows(const ListOptions& options) const override {
    std::vector<ListPair> pairs;
    const auto rows = static_cast<std::uint32_t>(std::min(left_.size(), right_.size()));
    for (std::uint32_t row = 0; row < rows; ++row) add_pair(pairs, {row, row}, right_);
    decide(pairs, options);
    return pairs;
  }

  std::vector<Evidence> explain(const ListPair& pair, bool within) const override {
    const auto& left = left_[pair.left];
    const auto& right = (within ? left_ : right_)[pair.right];
    std::vector<Evidence> evidence = {{"prior", "", "", "", prior_}};
    for (Evidence& one :
         sidebill::explain(kind_.compare(left, right), configuration_.weights, left, right, kind_.words()))
      evidence.push_back(std::move(one));
    return evidence;
  }

 private:
  using Records = std::deque<typename Kind::Features>;  // many, and large ones

  int score(const typename Kind::Features& left, const typename Kind::Features& right) const {
    return prior_ + score_of(kind_.compare(left, right), configuration_.weights);
  }

  /// While the prior is not known, pairs are kept that a higher one may yet make worth asking about.
  void add_compared(Pair pair) {
    if (!estimating_) return add_pair(compared_pairs_, pair, right_);
    const int points = score(left_[pair.left], right_[pair.right]);
    compared_scores_.push_back(points - prior_);
    if (points >= configuration_.ask - most_prior_moves)
      compared_pairs_.push_back({pair.left, pair.right, points, Outcome::ask});
  }

  void move_prior(std::vector<ListPair>& pairs, int prior) {
    for (ListPair& pair : pairs) pair.score += prior - prior_;
    std::erase_if(pairs, [&](const ListPair& pair) { return pair.score < configuration_.ask; });
    prior_ = prior;
  }

  void add_pair(std::vector<ListPair>& pairs, Pair pair, const Records& right) const {
    const int points = score(left_[pair.left], right[pair.right]);
    if (points >= configuration_.ask) pairs.push_back({pair.left, pair.right, points, Outcome::ask});
  }

  void decide(std::vector<ListPair>& pairs, const ListOptions& options) const {
    std::vector<Rivals> of_left(left_.size()), of_right(right_.size());
    for (const ListPair& pair : pairs) {
      of_left[pair.left].add(pair.score);
      of_right[pair.right].add(pair.score);
    }
    std::sort(pairs.begin(), pairs.end(), comes_before);
    const int enough_with_margin =
        options.one_to_one ? configuration_.link_one_to_one : configuration_.link_with_margin;
    std::vector<bool> left_used(left_.size()), right_used(right_.size());
    for (ListPair& pair : pairs) {
      pair.lead = std::min(of_left[pair.left].lead(pair.score), of_right[pair.right].lead(pair.score));
      const bool enough = pair.score >= configuration_.link ||
                          (pair.score >= enough_with_margin && pair.lead >= configuration_.margin);
      if (!enough || right_used[pair.right] || (options.one_to_one && left_used[pair.left])) continue;
      left_used[pair.left] = right_used[pair.right] = true;
      pair.outcome = Outcome::link;
    }
  }

  void link_groups(std::vector<ListPair>& pairs) const {
    std::sort(pairs.begin(), pairs.end(), comes_before);
    const PairFinder known(pairs);
    const auto points = [&](std::uint32_t a, std::uint32_t b) {
      const auto [first, second] = std::minmax(a, b);
      const std::uint32_t at = known.find(first, second);
      return at == PairFinder::nowhere ? score(left_[first], left_[second]) : pairs[at].score;
    };
    Groups groups(left_.size(), configuration_.within_group, points);
    for (const ListPair& pair : pairs) {
      if (pair.score >= configuration_.least_in_group) groups.join(pair.left, pair.right);
    }
    std::vector<ListPair> further;
    groups.each_pair([&](std::uint32_t first, std::uint32_t second) {
      const std::uint32_t at = known.find(first, second);
      if (at != PairFinder::nowhere)
        pairs[at].outcome = Outcome::link;
      else
        further.push_back({first, second, points(first, second), Outcome::link});
    });
    pairs.insert(pairs.end(), further.begin(), further.end());
    std::sort(pairs.begin(), pairs.end(), comes_before);
  }

  Kind kind_;
  Records left_, right_;
  std::optional<Candidates<Kind>> candidates_;  // while the left list is compared in steps
  std::size_t compared_ = 0;
  std::vector<ListPair> compared_pairs_;
  const Configuration& configuration_ = Kind::configuration();
  int prior_ = configuration_.prior;
  bool estimating_ = false;
  std::vector<int> compared_scores_;  // without the prior
};

}  // namespace

std::unique_ptr<Lists> make_lists(RecordKind kind) {
  if (kind == RecordKind::customers) return std::make_unique<Matching<Customers>>();
  return std::make_unique<Matching<Items>>();
}

}  // namespace sidebill

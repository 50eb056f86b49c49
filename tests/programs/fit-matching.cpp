// Fits the weights of core/matching/weights.cpp: logistic regression over the signals that the core's
// comparison finds in the pairs that it would compare. tests/bench/matching/fit.ts hands in sets with known
// answers, one JSON object per line:
//
//   {"kind": "customers" | "items", "one_list": bool, "left_roles": [role, ...], "left": [[text, ...], ...],
//    "right_roles": [...], "right": [...], "same": [[left, right], ...]}
//
// Sets of one kind only; what is printed are the prior and the rows of weights.cpp, in hundredths of a bit.
#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/matching/compare_customers.h"
#include "core/matching/compare_items.h"
#include "core/matching/pairs.h"

using namespace sidebill;

namespace {

using Places = std::pair<std::uint32_t, std::uint32_t>;

// The sets

struct LabelledLists {
  bool items = false, one_list = false;
  std::vector<MatchRecord> left, right;  // of one list, it stands in both
  std::set<Places> same;
};

std::optional<Role> role_named(const std::string& name) {
  for (std::size_t role = 0; role < role_count; ++role) {
    if (name == text_of(static_cast<Role>(role))) return static_cast<Role>(role);
  }
  return std::nullopt;
}

std::vector<Role> read_roles(const Json& names) {
  std::vector<Role> roles;
  for (const Json& name : names.items) roles.push_back(role_named(name.text).value());
  return roles;
}

std::vector<MatchRecord> read_records(const Json& rows, const std::vector<Role>& roles) {
  std::vector<MatchRecord> records;
  for (const Json& row : rows.items) {
    MatchRecord record;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      std::string& text = record[roles[i]];
      const std::string& more = row.items.at(i).text;
      if (!text.empty() && !more.empty()) text.push_back(' ');
      text += more;
    }
    records.push_back(std::move(record));
  }
  return records;
}

std::uint32_t place_of(const Json& number) { return static_cast<std::uint32_t>(std::stoul(number.text)); }

LabelledLists read_lists(const Json& set) {
  LabelledLists lists;
  lists.items = set.find("kind")->text == "items";
  lists.one_list = set.find("one_list")->truth;
  const std::vector<Role> left_roles = read_roles(*set.find("left_roles")),
                          right_roles = read_roles(*set.find("right_roles"));
  lists.left = read_records(*set.find("left"), left_roles);
  lists.right = read_records(*set.find("right"), right_roles);
  for (const Json& pair : set.find("same")->items)
    lists.same.insert({place_of(pair.items.at(0)), place_of(pair.items.at(1))});
  return lists;
}

// Their pairs, as core/matching/lists.cpp would compare them

struct Measured {
  std::uint8_t signal;
  double amount;
};

struct Example {
  std::vector<Measured> measured;
  bool same = false;
};

/// Each set counts by its pairs that are the same, so that a long list does not outvote a short one.
struct Examples {
  std::vector<Example> examples;
  double share = 0;
};

struct Customers {
  using Candidates = CustomerCandidates;
  CustomerLexicons lexicons;

  CustomerFeatures read(const MatchRecord& record) { return read_customer(record, lexicons); }
  void count(const CustomerFeatures& customer) { count_in(customer, lexicons); }
  Findings compare(const CustomerFeatures& left, const CustomerFeatures& right) const {
    return compare_customers(left, right, lexicons);
  }
  static Places breadth(bool one_list) { return one_list ? Places{25, 15} : Places{12, 6}; }
};

struct Items {
  using Candidates = ItemCandidates;
  Lexicon lexicon;

  ItemFeatures read(const MatchRecord& record) { return read_item(record, lexicon); }
  void count(const ItemFeatures& item) { count_in(item, lexicon); }
  Findings compare(const ItemFeatures& left, const ItemFeatures& right) const {
    return compare_items(left, right, lexicon);
  }
  static Places breadth(bool one_list) { return one_list ? Places{25, 15} : Places{15, 10}; }
};

Example example_of(const Findings& findings, bool same) {
  Example example;
  example.same = same;
  for (const Findings::Measured& one : findings)
    example.measured.push_back({static_cast<std::uint8_t>(one.signal), one.amount / 10.0});
  return example;
}

template <class Kind>
auto read_all(Kind& kind, const std::vector<MatchRecord>& records) {
  std::vector<decltype(kind.read(MatchRecord()))> features;
  for (const MatchRecord& record : records) {
    features.push_back(kind.read(record));
    kind.count(features.back());
  }
  return features;
}

template <class Kind>
Examples examples_of(const LabelledLists& lists) {
  Kind kind;
  const auto left = read_all(kind, lists.left);
  const auto right = lists.one_list ? left : read_all(kind, lists.right);
  typename Kind::Candidates candidates;
  for (std::uint32_t i = 0; i < right.size(); ++i) candidates.add(i, right[i], keys_of(right[i]));
  const auto [first, second] = Kind::breadth(lists.one_list);
  Examples all;
  all.share = 1.0 / static_cast<double>(lists.same.size());
  std::set<Places> seen;
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    for (const std::uint32_t j : candidates.of(left[i], first, second)) {
      const Places places = lists.one_list ? std::minmax({i, j}) : Places{i, j};
      if (lists.one_list && (i == j || !seen.insert(places).second)) continue;
      all.examples.push_back(
          example_of(kind.compare(left[places.first], right[places.second]), lists.same.count(places) > 0));
    }
  }
  return all;
}

// The fit

/// What agrees may only speak for and what differs only against, whatever a set would like; the rest is free.
enum class Side { for_it, against_it, either };

template <std::size_t count>
bool ends_in_any(std::string_view name, const std::string_view (&endings)[count]) {
  return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) {
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
  });
}

Side side_of(std::string_view name) {
  static constexpr std::string_view against[] = {"_unshared", "_shared_by_many", "_differs", "_differs_free",
                                                 "_far",      "_one_sided"};
  static constexpr std::string_view in_favour[] = {
      "_likeness",   "_likeness_squared", "_information", "_same",         "_alike",
      "_same_local", "_same_desk",        "_same_domain", "_names_person", "_letters",
      "_near",       "_same_words",       "_same_number", "_in_text",      "_same_stem"};
  if (name.substr(0, 10) == "household_" || ends_in_any(name, against)) return Side::against_it;
  return ends_in_any(name, in_favour) ? Side::for_it : Side::either;
}

constexpr std::size_t prior = signal_count;  // stands behind the signals

class Fit {
 public:
  Fit() {
    weights_[prior] = -1;
    squares_.fill(1e-6);
  }

  /// One step against the gradient of the log loss, each weight by its own pace.
  /// Source: Duchi, Hazan, Singer, Adaptive subgradient methods for online learning (2011), AdaGrad
  void step(const std::vector<Examples>& sets) {
    std::array<double, signal_count + 1> gradient{};
    for (const Examples& set : sets) {
      for (const Example& example : set.examples) add(example, set.share, gradient);
    }
    for (std::size_t i = 0; i <= prior; ++i) {
      gradient[i] += pull * weights_[i];
      squares_[i] += gradient[i] * gradient[i];
      weights_[i] -= pace * gradient[i] / std::sqrt(squares_[i]);
      if (i < prior) weights_[i] = held(text_of(static_cast<Signal>(i)), weights_[i]);
    }
  }

  /// In hundredths of a bit.
  int points(std::size_t which) const {
    return static_cast<int>(std::lround(weights_[which] / std::log(2.0) * 100));
  }

 private:
  static constexpr double pull = 1e-4, pace = 0.6;

  void add(const Example& example, double share, std::array<double, signal_count + 1>& gradient) const {
    double odds = weights_[prior];
    for (const Measured& one : example.measured) odds += weights_[one.signal] * one.amount;
    const double missed = (1 / (1 + std::exp(-odds)) - (example.same ? 1 : 0)) * share;
    gradient[prior] += missed;
    for (const Measured& one : example.measured) gradient[one.signal] += missed * one.amount;
  }

  static double held(std::string_view name, double weight) {
    switch (side_of(name)) {
      case Side::for_it: return std::max(0.0, weight);
      case Side::against_it: return std::min(0.0, weight);
      case Side::either: return weight;
    }
    return weight;
  }

  std::array<double, signal_count + 1> weights_{}, squares_{};
};

void print(const Fit& fit) {
  std::cout << "prior " << fit.points(prior) << "\n";
  for (std::size_t i = 0; i < signal_count; ++i) {
    if (fit.points(i) != 0)
      std::cout << "{Signal::" << text_of(static_cast<Signal>(i)) << ", " << fit.points(i) << "},\n";
  }
}

}  // namespace

int main() {
  constexpr int customer_steps = 500, item_steps = 800;
  std::vector<Examples> sets;
  bool items = false;
  for (std::string line; std::getline(std::cin, line);) {
    Issues issues;
    const auto set = parse_json(line, issues);
    if (!set) {
      std::cerr << "a set cannot be read\n";
      return 1;
    }
    const LabelledLists lists = read_lists(*set);
    items = lists.items;
    sets.push_back(items ? examples_of<Items>(lists) : examples_of<Customers>(lists));
  }
  Fit fit;
  for (int step = 0; step < (items ? item_steps : customer_steps); ++step) fit.step(sets);
  print(fit);
}

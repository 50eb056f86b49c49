// Two lists of records, and which of one are which of the other; or one list, and which of it are the same.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/matching/match.h"
#include "core/matching/record.h"

namespace sidebill {

enum class RecordKind : std::uint8_t { customers, items };

struct ListPair {
  std::uint32_t left = 0, right = 0;  // places in the lists
  int score = 0;                      // points: hundredths of a bit of log-odds, the prior among them
  Outcome outcome = Outcome::ask;     // link or ask
  int lead = no_rival;                // over the next best pair of either record, as `match` finds it

  static constexpr int no_rival = 1'000'000;
};

struct ListOptions {
  /// Each record of the left list is linked once at most as well; each of the right one always is.
  bool one_to_one = false;
};

/// Records are read as they are added; what is kept of one is what comparing needs.
class Lists {
 public:
  virtual ~Lists() = default;

  virtual void add_left(const MatchRecord& record) = 0;
  virtual void add_right(const MatchRecord& record) = 0;

  /// From here on how many pairs are true is found out from the lists themselves (`estimated_prior`) and not
  /// taken as shipped; before anything is compared.
  virtual void estimate_prior() = 0;

  /// Pairs to link and pairs to ask about, best first, equals by their places.
  ///
  /// A pair is linked when it has points enough, or fewer and a clear lead over everything else that either
  /// record resembles; the best pairs are linked first.
  std::vector<ListPair> match(const ListOptions& options) {
    compare(left_count());
    return decide(options);
  }
  /// The same in steps: compares so many further records of the left list, once all are added; how many were
  /// there still.
  virtual std::size_t compare(std::size_t count) = 0;
  virtual std::vector<ListPair> decide(const ListOptions& options) = 0;
  virtual std::size_t left_count() const = 0;

  /// Pairs within the left list, left before right. Records are gathered in groups whose members resemble
  /// each other on the whole, and every pair of a group is linked: what two of them lack, a third may have
  /// told. Of groups that together have more pairs than can be listed (Groups::most_pairs), the later ones
  /// are each record with the first.
  virtual std::vector<ListPair> find_duplicates() = 0;

  /// The same for given pairs: the first record of the left list with the first of the right one, and so on.
  /// They have no rivals, so fewer points are enough.
  virtual std::vector<ListPair> compare_rows(const ListOptions& options) const = 0;

  /// What a pair's score is made of, the prior first; the right place is one of the left list when `within`
  /// it.
  virtual std::vector<Evidence> explain(const ListPair& pair, bool within) const = 0;
};

std::unique_ptr<Lists> make_lists(RecordKind kind);

}  // namespace sidebill

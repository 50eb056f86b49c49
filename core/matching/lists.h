// Two lists of records, and which of one are which of the other; or one list, and which of it are the same.
#pragma once

#include <cstdint>
#include <vector>

#include "core/matching/findings.h"
#include "core/matching/match.h"
#include "core/matching/record.h"

namespace sidebill {

enum class RecordKind : std::uint8_t { customers, items };

struct ListPair {
  std::uint32_t left = 0, right = 0;  // places in the lists
  int score = 0;                      // points: hundredths of a bit of log-odds, the prior among them
  Outcome outcome = Outcome::ask;     // link or ask
};

struct ListOptions {
  /// Each record of the left list is linked once at most as well; each of the right one always is.
  bool one_to_one = false;
};

/// Pairs to link and pairs to ask about, best first, equals by their places.
///
/// A pair is linked when it has points enough, or fewer and a clear lead over everything else that either record
/// resembles; the best pairs are linked first.
std::vector<ListPair> match_lists(RecordKind kind, const std::vector<MatchRecord>& left,
                                  const std::vector<MatchRecord>& right, const ListOptions& options);

/// Pairs within one list, left before right. Records are gathered in groups whose members resemble each other on the
/// whole, and every pair of a group is linked: what two of them lack, a third may have told.
std::vector<ListPair> find_duplicates(RecordKind kind, const std::vector<MatchRecord>& list);


}  // namespace sidebill

// How much each signal says, and from which score on a pair is linked or asked about.
#pragma once

#include "core/matching/findings.h"

namespace sidebill {

/// One configuration per kind of record.
struct Configuration {
  Weights weights{};
  /// Points that every pair begins with: most pairs are of two records.
  int prior = 0;
  /// From here on a pair is linked whatever else resembles it.
  int link = 0;
  /// From here on it is linked when it leads its rivals by `margin`.
  int link_with_margin = 0;
  /// The same where both lists are known to hold each thing once: an unrivalled pair says more there.
  int link_one_to_one = 0;
  int margin = 0;
  /// Where one record is looked for and a link means money, it is linked from here on, when it leads by
  /// `margin_of_one`.
  int certain = 0;
  int margin_of_one = 0;
  /// Below it a pair is not even asked about.
  int ask = 0;
  /// Of one list: a pair joins two groups from here on, while the mean score between their members is at
  /// least `within_group`.
  int least_in_group = 0;
  int within_group = 0;
};

/// Shape:  weights in hundredths of a bit: 100 points double the odds
/// Source: fitted by tests/programs/fit-matching.cpp on the sets that docs/benchmarks.md names, with what
/// agrees held to
///         speak for and what differs to speak against; log-odds, so that a score of 0 is as likely right as
///         wrong
const Configuration& customer_configuration();
const Configuration& item_configuration();

}  // namespace sidebill

// How likely any two of these records are the same, found out from the records themselves.
#pragma once

#include <vector>

namespace sidebill {

/// Fewer pairs say too little about the two lists that they are of.
inline constexpr std::size_t least_pairs_for_prior = 1000;
/// The prior moves by so many points at most: lists that no comparison fits do not turn everything over.
inline constexpr int most_prior_moves = 300;

/// The prior with which the pairs' scores explain themselves best: expectation and maximisation of the share
/// of true pairs alone, without knowing which they are. The weights stay as they were fitted.
///
/// Shape:  scores without a prior and the shipped prior, in hundredths of a bit -> the estimated one; the
/// shipped one
///         when there are too few. The same for the same scores in the same order
/// Source: Dempster, Laird and Rubin, Maximum likelihood from incomplete data via the EM algorithm (1977);
/// for record
///         linkage Winkler (1988)
int estimated_prior(const std::vector<int>& scores, int shipped);

}  // namespace sidebill

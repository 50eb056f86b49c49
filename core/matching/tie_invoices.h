// Which invoices belong to which deals: each invoice to one at most, a deal may have several.
#pragma once

#include <vector>

#include "core/matching/compare_deal_invoice.h"

namespace sidebill {

/// What became of one invoice: the deals it may belong to, best first, each with its evidence.
struct Tied {
  std::size_t invoice = 0;  // its place among the invoices
  Match match;
};

/// Compares every invoice with the deals of its customer, and with those whose number it names.
///
/// link: one deal is certain, and no other comes near; expected to be right 99 times of 100. ask: a
/// suggestion. Several invoices that compete for one deal are all asked about, as the first would be a guess.
/// What is linked counts as billed for those that follow.
///
/// Shape: one Tied per invoice, in their order; in time as many comparisons as pairs of one customer
std::vector<Tied> tie_invoices(std::vector<DealFacts> deals, const std::vector<DocumentFacts>& invoices);

}  // namespace sidebill

// Does this invoice bill this deal? Everything that speaks for and against it.
#pragma once

#include "core/matching/document_facts.h"
#include "core/matching/document_weights.h"

namespace sidebill {

/// How many others could claim the same amount: what is shared says less.
struct Crowd {
  int deals = 1;     // of the customer that have the invoice's amount, this one among them
  int invoices = 1;  // of the customer that have it, this one among them
};

/// Shape:  a candidate under the deal's id; tie_configuration's prior and its evidence sum to its score
/// Source: term frequency: Winkler, Frequency-based matching in Fellegi-Sunter model of record linkage (2000)
Candidate compare_deal_invoice(const DealFacts& deal, const DocumentFacts& invoice, const Crowd& crowd);

/// The deal has this amount: net, or with the tax that the deal's amount includes.
bool has_amount(const DealFacts& deal, const DocumentFacts& invoice);

/// A deal that bills once has less than this invoice left to bill.
bool goes_beyond(const DealFacts& deal, const DocumentFacts& invoice);

}  // namespace sidebill

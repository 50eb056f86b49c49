// Is this draft in the books already? Looked for among documents of any origin, before anything is created.
#pragma once

#include <vector>

#include "core/matching/document_facts.h"
#include "core/matching/document_weights.h"

namespace sidebill {

/// A document that the draft may repeat.
struct Duplicate {
  Candidate candidate;  // under the document's key
  bool exact = false;   // same customer, currency and amount, dated within two weeks, same lines
};

/// Everything that speaks for and against the document being the draft once more.
///
/// Shape: radar_configuration's prior and the evidence sum to the score
Duplicate compare_documents(const DocumentFacts& draft, const DocumentFacts& document);

/// The documents that the draft may repeat, exact ones first, then best first; ties by key.
///
/// An exact one is found whatever else speaks against it; so is one that has the draft's number, which
/// QuickBooks may allow. The rest need more for them than against them.
///
/// Shape:  documents that are void, deleted or the deal's own are the caller's to leave out
/// Source: features.md B-14
std::vector<Duplicate> find_duplicates_of(const DocumentFacts& draft,
                                          const std::vector<DocumentFacts>& documents);

}  // namespace sidebill

// How much each thing that deals and documents agree or differ in says, and from which score on it is acted
// on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/matching/match.h"

namespace sidebill {

/// One level of one field, as `Evidence` names them, and its points.
struct DocumentWeight {
  std::string_view field, level;
  int points;
};

struct DocumentConfiguration {
  const DocumentWeight* weights;
  std::size_t weight_count;
  int prior;   // points that every pair begins with: most pairs do not belong together
  int link;    // from here on it is so, expected to be right 99 times of 100
  int margin;  // and by so much it leads every other
  int ask;     // from here on it is worth a person's look
};

/// Shape:  hundredths of a bit: 100 points double the odds
/// Source: fitted by tests/documents/fit.ts on generated books, seeds 1 to 40; the figures of the seeds it
/// has not
///         seen stand in docs/benchmarks-documents.md
const DocumentConfiguration& tie_configuration();    // a deal and an invoice
const DocumentConfiguration& radar_configuration();  // a draft and a document that exists

/// Evidence as it is gathered for one candidate: its weights and the prior sum to the score.
class DocumentEvidence {
 public:
  DocumentEvidence(const DocumentConfiguration& configuration, std::string id);

  /// A level that has no weight is told all the same: it says what was compared.
  void say(std::string_view field, std::string_view level, std::string left, std::string right);
  /// Of something that is measured: points come on top of the level's own.
  void say_measured(std::string_view field, std::string_view level, std::string left, std::string right,
                    int points);

  Candidate take() { return std::move(candidate_); }

 private:
  const DocumentConfiguration& configuration_;
  Candidate candidate_;
};

}  // namespace sidebill

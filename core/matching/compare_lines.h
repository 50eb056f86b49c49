// The lines of two documents, or of a deal and a document: which stand for the same.
#pragma once

#include <vector>

#include "core/matching/document_facts.h"

namespace sidebill {

/// How the lines of the right side stand to those of the left.
///
/// same: all agree in goods and amount, on both sides. within: all on the right do, the left has more. alike:
/// the goods agree, amounts do not all. overlaps: half of the right or more. touches: some. amounts: only the
/// amounts agree.
enum class LinesLevel { unknown, same, within, alike, overlaps, touches, amounts, differs };

struct LinesCompared {
  LinesLevel level = LinesLevel::unknown;  // unknown: one side has no lines
  int same = 0;                            // lines that agree in goods and amount
  int goods = 0;                           // lines that agree in goods alone
  int amounts = 0;                         // lines that agree in the amount alone
};

/// Each line of the right is paired with one of the left at most: first those that agree in both, then in
/// goods, then in the amount.
LinesCompared compare_lines(const std::vector<LineFacts>& left, const std::vector<LineFacts>& right);

const char* text_of(LinesLevel level);

}  // namespace sidebill

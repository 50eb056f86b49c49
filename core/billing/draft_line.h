// One line of a draft out of what the person chose and what the CRM has, with what is wrong with it.
#pragma once

#include <string>

#include "core/billing/compose.h"

namespace sidebill {

/// Where a line comes from and where it goes.
struct LineContext {
  const Sale& sale;
  const Company& company;
  const Known& known;
  Currency currency;
  Date date;
};

/// The draft's line. Unreadable numbers stand as zero.
///
/// Shape:  `path` is the line's place in the choices, "/lines/2"
DraftLine draft_line(const LineChoice& choice, const std::string& path, const Currency& currency,
                     Issues& issues);

/// What the checks of one line look at.
struct LineSubject {
  const LineContext& context;
  const LineChoice& choice;
  const DraftLine& line;
  const SaleLine* origin;  // nullptr for a line added by hand
  const Item* item;        // the existing item chosen; nullptr when undecided, new or unknown
  std::string path;
};

/// Runs the checks of one line: the list stands in preflight_lines.cpp.
void check_line(const LineSubject& subject, Issues& issues);

/// Checks that see all lines at once; `paths` has each draft line's place in the choices.
void check_lines_together(const Draft& draft, const std::vector<std::string>& paths, Issues& issues);

}  // namespace sidebill

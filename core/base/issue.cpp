#include "core/base/issue.h"

#include <algorithm>

namespace sidebill {

std::string_view code_text(Code code) {
  switch (code) {
#define SIDEBILL_CODE(name, text) \
  case Code::name:                \
    return text;
#include "core/base/issue_codes.h"
#undef SIDEBILL_CODE
  }
  return {};
}

bool has_errors(const Issues& issues) {
  return std::any_of(issues.begin(), issues.end(),
                     [](const Issue& issue) { return issue.severity == Severity::error; });
}

}  // namespace sidebill

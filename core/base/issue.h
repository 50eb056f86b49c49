// What can be wrong, as a value: a stable code, where it is, and the facts for its sentence.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sidebill {

enum class Severity { error, warning };

/// Every code, once, in core/base/issue_codes.h. The text ("amount-unreadable") never changes meaning;
/// the web owns the sentence and the next step, one per code.
enum class Code {
#define SIDEBILL_CODE(name, text) name,
#include "core/base/issue_codes.h"
#undef SIDEBILL_CODE
};

std::string_view code_text(Code code);

struct Issue {
  Code code;
  Severity severity = Severity::error;
  std::string path;  // JSON Pointer into what the user can edit, or into the answer read
  std::map<std::string, std::string> args;  // facts for the sentence
};

using Issues = std::vector<Issue>;

inline Issue error(Code code, std::string path, std::map<std::string, std::string> args = {}) {
  return Issue{code, Severity::error, std::move(path), std::move(args)};
}
inline Issue warning(Code code, std::string path, std::map<std::string, std::string> args = {}) {
  return Issue{code, Severity::warning, std::move(path), std::move(args)};
}

bool has_errors(const Issues& issues);

}  // namespace sidebill

// Values as texts, so that a failing row shows what came out; nothing is "none".
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/issue.h"
#include "core/base/money.h"

namespace sidebill::show {

inline std::string text(Decimal value) { return to_text(value); }
inline std::string text(Date value) { return to_text(value); }
inline std::string text(const Money& value) {
  return amount_text(value) + " " + std::string(value.currency.code());
}
inline std::string text(const std::string& value) { return value; }
inline std::string text(bool value) { return value ? "true" : "false"; }
inline std::string text(std::int64_t value) { return std::to_string(value); }

template <typename T>
std::string text(const std::vector<T>& values) {
  std::string joined;
  for (const T& value : values) joined += (joined.empty() ? "" : " ") + text(value);
  return joined;
}

template <typename T>
std::string text(const std::optional<T>& value) {
  return value ? text(*value) : "none";
}

/// Issues as "code path", one behind the other.
inline std::string text(const Issues& issues) {
  std::string joined;
  for (const Issue& issue : issues) {
    joined += (joined.empty() ? "" : ", ") + std::string(code_text(issue.code)) + " " + issue.path;
  }
  return joined.empty() ? "none" : joined;
}

}  // namespace sidebill::show

// What a host of the core holds: the directory, the runs in memory, and every exported function by name.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/matching/directory.h"
#include "core/run/run.h"

namespace sidebill {

class Session {
 public:
  /// Calls an exported function: one JSON text in, `{"value":...,"issues":[...]}` out. Never throws.
  ///
  /// Shape:  names and shapes are those of wasm/src/core.ts and boundary.ts
  /// Errors: value null with request-unknown, json-unreadable or what the function reports
  std::string invoke(const std::string& name, const std::string& request);

 private:
  friend struct Exports;
  Directory directory_;
  std::map<std::string, std::unique_ptr<Run>> runs_;
};

}  // namespace sidebill

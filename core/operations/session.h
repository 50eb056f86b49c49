// What a host of the core holds: the directory, the runs in memory, and every exported function by name.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/matching/directory.h"
#include "core/operations/pairs_json.h"
#include "core/run/run.h"

namespace sidebill {

class Session {
 public:
  /// Calls an exported function: one JSON text in, `{"value":...,"issues":[...]}` out. Never throws.
  ///
  /// Shape:  names and shapes are those of wasm/src/core.ts and boundary.ts
  /// Errors: value null with request-unknown, json-unreadable or what the function reports
  std::string invoke(const std::string& name, const std::string& request);

  // Bytes too many for a text, in a block of memory that the host reads and writes itself.

  /// The block's room; valid until the next call of these five.
  std::uint64_t* block() { return block_.data(); }
  /// Puts the directory into the block.
  ///
  /// Shape: its size in bytes, a multiple of 8
  std::size_t take_snapshot();
  /// Makes room for a block of so many bytes, for the host to fill.
  void make_room(std::size_t bytes);
  /// A page of a service, which is the block: as "ingest" of `invoke`, without the body in the request and
  /// with its rows in the block.
  ///
  /// Shape: the value is {count, bytes}: so many bytes of the block are rows, as PageRows has them
  std::string ingest(const std::string& request);
  /// The directory out of the block.
  ///
  /// Errors: false when the block is damaged or of another version: the directory is empty, to be filled anew
  bool restore_snapshot();

 private:
  friend struct Exports;
  std::vector<std::uint64_t> block_;
  std::size_t block_bytes_ = 0;
  Directory directory_;
  PairsAnswers pairs_;
  std::map<std::string, std::unique_ptr<Run>> runs_;
};

}  // namespace sidebill

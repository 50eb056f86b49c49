// Tables of plain numbers and bytes as one block, and back: what the directory is when nobody runs it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sidebill {

/// Shape:  numbers as the machine has them (WebAssembly and all processors that Sidebill is built for: little
/// endian)
class SnapshotWriter {
 public:
  template <class Value>
  void put(const std::vector<Value>& values) {
    static_assert(std::is_trivially_copyable_v<Value>);
    put_bytes(values.data(), values.size() * sizeof(Value));
  }
  template <class Value>
  void put_one(Value value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    put_bytes(&value, sizeof(Value));
  }
  /// The block with its mark, version and checksum before it.
  std::vector<std::uint64_t> finish(std::uint32_t version) &&;

 private:
  void put_bytes(const void* bytes, std::size_t size);

  std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(4);
};

/// Writes the checksum of a block that was changed on purpose.
void sign_snapshot(std::vector<std::uint64_t>& words);

/// Reads what a writer of the same version wrote, in its order.
///
/// Errors: a block that is cut, changed anywhere or of another version opens as nullopt; what it holds is
/// then read
///         again from the store. After that, reading more than there is makes `good` false and gives nothing.
class SnapshotReader {
 public:
  static std::optional<SnapshotReader> open(const std::uint64_t* words, std::size_t count,
                                            std::uint32_t version);

  template <class Value>
  bool take(std::vector<Value>& values) {
    static_assert(std::is_trivially_copyable_v<Value>);
    const std::size_t size = take_size();
    if (!good_ || size % sizeof(Value) != 0) return good_ = false;
    // Copied as bytes, and once: room made first would be filled with zeros.
    const auto* from = reinterpret_cast<const Value*>(at_);
    values.assign(from, from + size / sizeof(Value));
    skip(size);
    return good_;
  }
  template <class Value>
  bool take_one(Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    const std::size_t size = take_size();
    if (!good_ || size != sizeof(Value)) return good_ = false;
    std::memcpy(static_cast<void*>(&value), at_, size);
    skip(size);
    return good_;
  }
  bool good() const { return good_; }
  /// Everything was taken.
  bool at_end() const { return good_ && at_ == end_; }

 private:
  SnapshotReader(const std::uint64_t* at, const std::uint64_t* end) : at_(at), end_(end) {}
  std::size_t take_size();
  void skip(std::size_t size) { at_ += (size + 7) / 8; }

  const std::uint64_t* at_;
  const std::uint64_t* end_;
  bool good_ = true;
};

}  // namespace sidebill

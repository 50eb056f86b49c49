#include "core/matching/snapshot.h"

#include <array>

namespace sidebill {

namespace {

constexpr std::uint64_t mark = 0x31524944'42444953ULL;  // "SIDBDIR1"
constexpr std::size_t header_words = 4;                 // mark, version, words that follow, checksum of those

/// A sum in which every bit of every word and its place counts. Four sums side by side, as one would wait for
/// itself. Against faults of a disk, not against people: the block lies in the extension's own database.
std::uint64_t checksum_of(const std::uint64_t* words, std::size_t count) {
  constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ULL;
  std::array<std::uint64_t, 4> sums = {1, 2, 3, 4};
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t& sum = sums[i & 3U];
    sum = (sum ^ words[i]) * multiplier;
    sum ^= sum >> 29;
  }
  std::uint64_t all = count;
  for (const std::uint64_t sum : sums) all = (all ^ sum) * multiplier ^ all >> 31;
  return all;
}

}  // namespace

void SnapshotWriter::put_bytes(const void* bytes, std::size_t size) {
  words_.push_back(size);
  const std::size_t from = words_.size();
  words_.resize(from + (size + 7) / 8);
  if (size > 0) std::memcpy(words_.data() + from, bytes, size);
}

std::vector<std::uint64_t> SnapshotWriter::finish(std::uint32_t version) && {
  const std::size_t count = words_.size() - header_words;
  words_[0] = mark;
  words_[1] = version;
  words_[2] = count;
  sign_snapshot(words_);
  return std::move(words_);
}

void sign_snapshot(std::vector<std::uint64_t>& words) {
  words[3] = checksum_of(words.data() + header_words, words.size() - header_words);
}

std::optional<SnapshotReader> SnapshotReader::open(const std::uint64_t* words, std::size_t count,
                                                   std::uint32_t version) {
  if (count < header_words || words[0] != mark || words[1] != version) return std::nullopt;
  const std::uint64_t* body = words + header_words;
  if (words[2] != count - header_words || words[3] != checksum_of(body, count - header_words))
    return std::nullopt;
  return SnapshotReader(body, words + count);
}

std::size_t SnapshotReader::take_size() {
  if (!good_ || at_ == end_) {
    good_ = false;
    return 0;
  }
  const std::uint64_t size = *at_++;
  if (size > static_cast<std::uint64_t>(end_ - at_) * 8) good_ = false;
  return good_ ? static_cast<std::size_t>(size) : 0;
}

}  // namespace sidebill

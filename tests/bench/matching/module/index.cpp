// What the bench asks of the core, through raw exports: names go in as bytes behind a pointer, answers come
// out so too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/matching/lists.h"
#include "core/matching/search_text.h"
#include "core/matching/snapshot.h"
#include "core/matching/trigram_index.h"

using namespace sidebill;

#define EXPORTED extern "C" __attribute__((used, visibility("default")))

namespace {

constexpr std::uint32_t snapshot_version = 1;

struct Index {
  TrigramIndex names;
  std::string text;  // of the name at hand
  std::vector<std::uint64_t> snapshot;
  std::uint32_t count = 0;

  const std::string& folded(std::string_view name) {
    text.clear();
    append_search_text(text, name);
    return text;
  }
};

/// Names that end with a zero byte each.
template <class Visit>
void each_name(std::string_view names, Visit visit) {
  std::uint32_t number = 0;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('\0'), names.size());
    visit(number++, names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

struct Proposal {
  std::uint32_t from, to;
  float likeness;
};

/// The most alike pair, then the next of which neither is taken.
void decide(std::vector<Proposal> pairs, std::size_t right_count, std::int32_t* joined) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Proposal& a, const Proposal& b) { return a.likeness > b.likeness; });
  std::vector<bool> taken(right_count);
  for (const Proposal& pair : pairs) {
    if (joined[pair.from] >= 0 || taken[pair.to]) continue;
    joined[pair.from] = static_cast<std::int32_t>(pair.to);
    taken[pair.to] = true;
  }
}

}  // namespace

EXPORTED void* take(std::size_t bytes) { return std::malloc(bytes); }
EXPORTED void give_back(void* block) { std::free(block); }

/// An index that answers: what others put off until the first question is done here.
EXPORTED Index* build(const char* names, std::size_t bytes) {
  auto* index = new Index;
  each_name({names, bytes}, [&](std::uint32_t number, std::string_view name) {
    index->names.put(number, index->folded(name));
    ++index->count;
  });
  index->names.most_like("a", 1);
  return index;
}

EXPORTED void release(Index* index) { delete index; }

EXPORTED std::size_t bytes_of(const Index* index) { return index->names.memory(); }

/// Writes the best records; returns how many.
EXPORTED std::uint32_t ask(Index* index, const char* text, std::size_t bytes, std::uint32_t count,
                           std::uint32_t* records) {
  const auto hits = index->names.most_like(index->folded({text, bytes}), count);
  for (std::size_t i = 0; i < hits.size(); ++i) records[i] = hits[i].record;
  return static_cast<std::uint32_t>(hits.size());
}

/// For each of the names the one on the right that it belongs to, or -1; each on the right once at most.
EXPORTED void join(Index* right, const char* left, std::size_t bytes, std::uint32_t count, float like_enough,
                   std::int32_t* joined) {
  std::vector<Proposal> pairs;
  each_name({left, bytes}, [&](std::uint32_t from, std::string_view name) {
    joined[from] = -1;
    for (const Hit& hit : right->names.most_like(right->folded(name), count)) {
      if (hit.likeness >= like_enough) pairs.push_back({from, hit.record, hit.likeness});
    }
  });
  decide(std::move(pairs), right->count, joined);
}

/// The same by evidence, as the extension decides.
EXPORTED void match(const char* left, std::size_t left_bytes, const char* right, std::size_t right_bytes,
                    std::int32_t* joined) {
  const auto lists = make_lists(RecordKind::customers);
  MatchRecord record;
  each_name({left, left_bytes}, [&](std::uint32_t from, std::string_view name) {
    joined[from] = -1;
    record[Role::name] = name;
    lists->add_left(record);
  });
  each_name({right, right_bytes}, [&](std::uint32_t, std::string_view name) {
    record[Role::name] = name;
    lists->add_right(record);
  });
  for (const ListPair& pair : lists->match({.one_to_one = true})) {
    if (pair.outcome == Outcome::link) joined[pair.left] = static_cast<std::int32_t>(pair.right);
  }
}

/// The index as a block; returns where it is, and its bytes in `size`.
EXPORTED const void* save(Index* index, std::size_t* size) {
  SnapshotWriter out;
  index->names.save(out);
  out.put_one(index->count);
  index->snapshot = std::move(out).finish(snapshot_version);
  *size = index->snapshot.size() * sizeof(std::uint64_t);
  return index->snapshot.data();
}

/// From such a block, ready to answer; null when it is damaged.
EXPORTED Index* restore(const std::uint64_t* block, std::size_t bytes) {
  auto in = SnapshotReader::open(block, bytes / sizeof(std::uint64_t), snapshot_version);
  auto* index = new Index;
  constexpr std::uint32_t most_names = 1U << 24;
  if (!in || !index->names.load(*in, most_names) || !in->take_one(index->count)) {
    delete index;
    return nullptr;
  }
  index->names.most_like("a", 1);
  return index;
}

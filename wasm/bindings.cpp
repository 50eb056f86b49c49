// Text in, text out, and blocks of bytes: the module decides nothing.
#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "core/operations/list_matching.h"
#include "core/operations/session.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using sidebill::ListMatching;
using sidebill::Session;

/// Where the block lies in the module's memory.
std::uintptr_t block_at(Session& session) { return reinterpret_cast<std::uintptr_t>(session.block()); }

val room(ListMatching& matching, unsigned bytes) {
  return val(typed_memory_view(bytes, reinterpret_cast<unsigned char*>(matching.make_room(bytes))));
}

val pairs(const ListMatching& matching) {
  return val(typed_memory_view(matching.pairs().size(), matching.pairs().data()));
}

}  // namespace

EMSCRIPTEN_BINDINGS(sidebill) {
  emscripten::class_<Session>("Session")
      .constructor<>()
      .function("invoke", &Session::invoke)
      .function("ingest", &Session::ingest)
      .function("blockAt", &block_at)
      .function("takeSnapshot", &Session::take_snapshot)
      .function("makeRoom", &Session::make_room)
      .function("restoreSnapshot", &Session::restore_snapshot);
  emscripten::class_<ListMatching>("ListMatching")
      .constructor<std::string>()
      .function("room", &room)
      .function("add", &ListMatching::add)
      .function("match", &ListMatching::match)
      .function("findDuplicates", &ListMatching::find_duplicates)
      .function("compareRows", &ListMatching::compare_rows)
      .function("pairs", &pairs)
      .function("evidence", &ListMatching::evidence);
}

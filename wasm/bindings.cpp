// Text in, text out, and one block of bytes: the module decides nothing.
#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "core/operations/session.h"

namespace {

/// Where the block lies in the module's memory.
std::uintptr_t block_at(sidebill::Session& session) { return reinterpret_cast<std::uintptr_t>(session.block()); }

}  // namespace

EMSCRIPTEN_BINDINGS(sidebill) {
  emscripten::class_<sidebill::Session>("Session")
      .constructor<>()
      .function("invoke", &sidebill::Session::invoke)
      .function("blockAt", &block_at)
      .function("takeSnapshot", &sidebill::Session::take_snapshot)
      .function("makeRoom", &sidebill::Session::make_room)
      .function("restoreSnapshot", &sidebill::Session::restore_snapshot);
}

// Text in, text out, and lists as blocks of bytes: the module decides nothing.
#include <emscripten/bind.h>

#include <string>

#include "core/operations/list_matching.h"
#include "core/operations/session.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using sidebill::ListMatching;

val room(ListMatching& matching, unsigned bytes) {
  return val(typed_memory_view(bytes, reinterpret_cast<unsigned char*>(matching.make_room(bytes))));
}

val pairs(const ListMatching& matching) {
  return val(typed_memory_view(matching.pairs().size(), matching.pairs().data()));
}

}  // namespace

EMSCRIPTEN_BINDINGS(sidebill) {
  emscripten::class_<sidebill::Session>("Session").constructor<>().function("invoke",
                                                                            &sidebill::Session::invoke);
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

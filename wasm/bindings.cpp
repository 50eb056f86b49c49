// Text in, text out: the module decides nothing.
#include <emscripten/bind.h>

#include <string>

#include "core/operations/session.h"

EMSCRIPTEN_BINDINGS(sidebill) {
  emscripten::class_<sidebill::Session>("Session").constructor<>().function("invoke",
                                                                            &sidebill::Session::invoke);
}

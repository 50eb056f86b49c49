// The WebAssembly side of the bench.
#include <emscripten/bind.h>

#include "tests/bench/rules/invoice-rules.h"

EMSCRIPTEN_BINDINGS(sidebill_bench) {
  using sidebill::bench::InvoiceRules;
  emscripten::class_<InvoiceRules>("InvoiceRules")
      .constructor<>()
      .function("add", &InvoiceRules::add)
      .function("work", &InvoiceRules::work);
}

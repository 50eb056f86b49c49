#include "core/model/document.h"

#include "core/base/text.h"

namespace sidebill {

bool is_voided(const Invoice& invoice) {
  return invoice.total.minor == 0 && invoice.balance.minor == 0 && fold(invoice.memo).rfind("voided", 0) == 0;
}

}  // namespace sidebill

// Documents that the sale already has: nobody bills a deal twice without meaning to.
#pragma once

#include "core/billing/compose.h"

namespace sidebill {

/// document-exists for each living document of the sale: an error, or a warning once another one is wanted.
void check_existing_documents(const Known& known, bool another_is_wanted, Issues& issues);

}  // namespace sidebill

// Every operation by its name, with the revision that a run's header must carry.
#pragma once

#include <string_view>

#include "core/run/run.h"

namespace sidebill {

/// nullptr when there is no operation of this name.
const Operation* find_operation(std::string_view name);

}  // namespace sidebill

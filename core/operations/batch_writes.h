// What became of the inputs of a batch that HubSpot was to write.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/hubspot/records.h"
#include "core/run/run.h"

namespace sidebill {

struct BatchOutcome {
  std::vector<hubspot::Record> written;
  std::map<std::string, Issues> refused;  // by the input's id
};

/// Of an answer to a batch of inputs that carried their ids as trace: refused one by one, or all of them.
BatchOutcome batch_outcome(const Reply& reply, const std::string& type, const std::vector<std::string>& ids);

}  // namespace sidebill

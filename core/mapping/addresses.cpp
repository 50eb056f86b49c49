#include "core/mapping/addresses.h"

#include "core/base/text.h"

namespace sidebill {

Address map_address(const quickbooks::Address& address) {
  Address mapped;
  if (!address.lines.empty()) {
    mapped.line1 = address.lines.front();
    mapped.line2 = join({address.lines.begin() + 1, address.lines.end()}, ", ");
  }
  mapped.city = address.city;
  mapped.region = address.region;
  mapped.postal_code = address.postal_code;
  mapped.country = address.country;
  return mapped;
}

quickbooks::Address quickbooks_address(const Address& address) {
  quickbooks::Address mapped;
  for (const std::string& line : {address.line1, address.line2}) {
    if (!line.empty()) mapped.lines.push_back(line);
  }
  mapped.city = address.city;
  mapped.region = address.region;
  mapped.postal_code = address.postal_code;
  mapped.country = address.country;
  return mapped;
}

}  // namespace sidebill

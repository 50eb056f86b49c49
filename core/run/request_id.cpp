#include "core/base/sha256.h"
#include "core/run/run.h"

namespace sidebill {

std::string request_id(const RequestIdOf& of) {
  // A separator that no part can hold keeps ("1", "23") and ("12", "3") apart.
  const char separator = '\x1f';
  std::string identity;
  for (const std::string& part : {of.portal, of.realm, of.record_type, of.record_id, of.kind, of.part,
                                  std::to_string(of.generation), std::to_string(of.refusals)}) {
    identity += part;
    identity += separator;
  }
  return sha256_hex(identity).substr(0, 36);
}

}  // namespace sidebill

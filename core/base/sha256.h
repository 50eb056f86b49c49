// SHA-256, for identities (requestid, approved payload, effect fingerprints) and the audit chain.
#pragma once

#include <string>
#include <string_view>

namespace sidebill {

/// The digest as 64 lower-case hex digits. Source: FIPS 180-4
std::string sha256_hex(std::string_view bytes);

}  // namespace sidebill

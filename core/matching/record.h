// A record of either side as matching sees it: texts under the roles they play.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace sidebill {

/// What a text of a record is. The same for a list that somebody hands in and for the records of both
/// services.
enum class Role : std::uint8_t {
  name,  // of a customer, company or item, as displayed
  first_name,
  last_name,
  company,
  email,
  phone,
  website,
  address,
  city,
  region,
  postcode,
  country,
  sku,
  description,
  price,
};
inline constexpr std::size_t role_count = 15;

/// The role's name in a command or a message: "first_name".
const char* text_of(Role value);

struct MatchRecord {
  std::string id;
  std::array<std::string, role_count> texts;

  const std::string& operator[](Role role) const { return texts[static_cast<std::size_t>(role)]; }
  std::string& operator[](Role role) { return texts[static_cast<std::size_t>(role)]; }
};

}  // namespace sidebill

// Which of a few known names a name is, with one comparison: for the members of a record on a page.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sidebill {

/// Shape:  at most 200 names; a name's number is its place in the list
template <std::size_t count>
class NameTable {
 public:
  constexpr explicit NameTable(const std::array<std::string_view, count>& names) : names_(names) {
    static_assert(count < 200);
    for (std::uint8_t& place : places_) place = nothing;
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t at = hash_of(names[i]);
      while (places_[at] != nothing) at = (at + 1) % room;
      places_[at] = static_cast<std::uint8_t>(i);
    }
  }

  /// The name's number; `count` when it is none of them.
  constexpr std::size_t find(std::string_view name) const {
    for (std::size_t at = hash_of(name); places_[at] != nothing; at = (at + 1) % room) {
      if (names_[places_[at]] == name) return places_[at];
    }
    return count;
  }

 private:
  static constexpr std::size_t room = count < 16 ? 64 : count < 64 ? 256 : 1024;
  static constexpr std::uint8_t nothing = 255;

  static constexpr std::size_t hash_of(std::string_view name) {
    if (name.empty()) return 0;
    const auto byte = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(name[i]));
    };
    return (name.size() * 5 + byte(0) * 7 + byte(name.size() / 2) * 11 + byte(name.size() - 1) * 3) % room;
  }

  std::array<std::string_view, count> names_;
  std::array<std::uint8_t, room> places_{};
};

}  // namespace sidebill

#include "core/matching/planned_search.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace sidebill {
namespace {

constexpr std::size_t holders_told = 3;
constexpr std::uint32_t first_number = 2;
constexpr std::uint32_t last_in_turn = 10;
constexpr std::uint32_t last_number = 500'000'000;

Avoided reason(const TakenName& holder) {
  switch (holder.kind) {
    case NameKind::customer: return holder.active ? Avoided::by_customer : Avoided::by_inactive_customer;
    case NameKind::vendor: return Avoided::by_vendor;
    case NameKind::employee: return Avoided::by_employee;
    case NameKind::planned: return Avoided::by_planned;
  }
  return Avoided::by_customer;
}

class Search {
 public:
  Search(const Proposals& proposals, const TakenNames& taken) : proposals_(proposals), taken_(taken) {}

  FreeName run() {
    for (const std::vector<std::string>& tags : proposals_.tags) {
      if (settles(tagged_name(proposals_.base, tags))) return std::move(found_);
    }
    for (std::uint32_t number = first_number; number <= last_in_turn; ++number) {
      if (settles(numbered_name(proposals_, number))) return std::move(found_);
    }
    search_upwards();
    return std::move(found_);
  }

 private:
  /// The name is free, and the best so far.
  bool settles(const std::string& name) {
    const std::vector<TakenName> holders = taken_.holders(name_key(name), holders_told);
    if (holders.empty()) {
      found_.name = name;
      return true;
    }
    for (const TakenName& holder : holders) found_.avoided.push_back({name, reason(holder), holder});
    return false;
  }

  /// Doubles the number until one is free, then halves the gap to the last that was not.
  void search_upwards() {
    std::uint32_t taken = last_in_turn;
    std::uint32_t free = 2 * taken;
    while (!settles(numbered_name(proposals_, free))) {
      if (free > last_number) return;
      taken = free;
      free *= 2;
    }
    while (free - taken > 1) {
      const std::uint32_t middle = taken + (free - taken) / 2;
      (settles(numbered_name(proposals_, middle)) ? free : taken) = middle;
    }
  }

  const Proposals& proposals_;
  const TakenNames& taken_;
  FreeName found_;
};

/// The 12 of "acme (12)" and of "acme (ana sol, 12)", else 0.
std::uint32_t number_at_end(const std::string& key) {
  if (key.empty() || key.back() != ')') return 0;
  const std::size_t before = key.find_last_not_of("0123456789", key.size() - 2);
  const std::size_t first = before == std::string::npos ? 0 : before + 1;
  const std::size_t digits = key.size() - 1 - first;
  if (digits == 0 || digits > 9) return 0;
  std::uint32_t number = 0;
  std::from_chars(key.data() + first, key.data() + first + digits, number);
  return number;
}

bool is_among(const std::string& key, const Proposals& proposals) {
  const std::uint32_t number = number_at_end(key);
  if (number >= first_number && name_key(numbered_name(proposals, number)) == key) return true;
  return std::any_of(proposals.tags.begin(), proposals.tags.end(),
                     [&](const auto& tags) { return name_key(tagged_name(proposals.base, tags)) == key; });
}

}  // namespace

FreeName find_free_name(const Proposals& proposals, const std::vector<TakenName>& own,
                        const TakenNames& taken) {
  for (const TakenName& customer : own) {
    if (is_among(name_key(customer.display_name), proposals)) return {{}, customer, {}, false};
  }
  FreeName found = Search(proposals, taken).run();
  found.shortened = !found.name.empty() && found.name.compare(0, proposals.base.size(), proposals.base) != 0;
  return found;
}

}  // namespace sidebill

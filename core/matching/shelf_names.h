// The names of one company's shelves, for the planner to ask.
#pragma once

#include "core/matching/directory.h"
#include "core/matching/planned_taken.h"

namespace sidebill {

class ShelfNames : public TakenNames {
 public:
  /// `shelves` must outlive this.
  explicit ShelfNames(const CompanyShelves& shelves) : shelves_(shelves) {}

  std::vector<TakenName> holders(std::string_view key, std::size_t most) const override;
  std::optional<TakenName> customer(std::string_view id) const override;

 private:
  const CompanyShelves& shelves_;
};

}  // namespace sidebill

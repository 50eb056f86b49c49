// Names of vendors and employees: display names are one space over them and the customers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/matching/record_table.h"
#include "core/model/customer.h"

namespace sidebill {

class NameShelf {
 public:
  /// Adds the name or replaces that of the same vendor or employee.
  void put(const OtherName& name);
  void remove(std::string_view kind, std::string_view id);
  /// Whose display name has this `name_key`, by kind and id.
  std::vector<OtherName> with_display_name(std::string_view key) const;
  std::size_t count() const { return table_.count(); }
  std::size_t memory() const { return table_.memory() + names_.memory(); }

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in);

 private:
  OtherName at(std::uint32_t slot) const;

  RecordTable table_;
  KeyMap names_;
};

}  // namespace sidebill

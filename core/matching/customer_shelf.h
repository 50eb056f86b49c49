// The customers of one company: kept, found and counted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/matching/match.h"
#include "core/matching/pairs.h"
#include "core/matching/record_table.h"
#include "core/model/customer.h"

namespace sidebill {

class CustomerShelf {
 public:
  /// Adds the customer or replaces the one with its id.
  void put(const Customer& customer);
  void remove(std::string_view id);

  std::optional<Customer> customer(std::string_view id) const;
  /// By an address as `normal_email` writes it, by a name as `match_key` writes it. By id; at most
  /// `most_of_contact`.
  std::vector<Customer> with_email(std::string_view normal_email) const;
  std::vector<Customer> with_name(std::string_view key) const;
  /// Whose display name has this `name_key`, by id; of a great crowd some.
  std::vector<Customer> with_display_name(std::string_view key) const;
  /// Who may be this buyer, besides those that have one of these addresses. By id.
  std::vector<Customer> resembling(const CustomerFeatures& buyer, const std::vector<std::string>& emails);
  std::vector<Candidate> search(const std::string& typed, std::size_t limit);

  std::size_t count() const { return table_.count(); }
  std::vector<std::string> ids() const { return table_.ids(); }
  const CustomerCounts& counts() const { return counts_; }
  std::size_t memory() const { return table_.memory(); }

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in);

 private:
  Customer at(std::uint32_t slot) const;
  void take_out(std::uint32_t slot);
  std::vector<Customer> customers_at(const std::vector<std::uint32_t>& slots) const;

  RecordTable table_;
  CustomerCandidates candidates_;
  KeyMap exact_;  // by e-mail, name and display name
  CustomerCounts counts_;
};

}  // namespace sidebill

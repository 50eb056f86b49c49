// The contacts, companies or products of one portal: kept, found and counted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/matching/match.h"
#include "core/matching/pairs.h"
#include "core/matching/record_table.h"
#include "core/model/sale.h"

namespace sidebill {

/// Contacts and companies are compared as customers are.
struct Parties {
  using Features = CustomerFeatures;
  using Candidates = CustomerCandidates;
  using Lexicons = CustomerLexicons;
  using Counts = CustomerCounts;
};

/// Products are compared as items are.
struct Goods {
  using Features = ItemFeatures;
  using Candidates = ItemCandidates;
  using Lexicons = Lexicon;
  using Counts = WordCounts;
};

/// Record: CrmContact, CrmCompany, CrmProduct.
template <class Record>
class CrmShelf {
 public:
  using Kind = std::conditional_t<std::is_same_v<Record, CrmProduct>, Goods, Parties>;
  using Features = typename Kind::Features;

  /// Adds the record or replaces the one with its id.
  void put(const Record& record);
  void remove(std::string_view id);

  std::optional<Record> record(std::string_view id) const;
  /// Which may be the one with these features, or have one of these addresses. By id.
  std::vector<Record> resembling(const Features& features, const std::vector<std::string>& emails);
  /// Which somebody tied to this record of QuickBooks. By id; of a great crowd none.
  std::vector<Record> linked_to(const Link& link) const;
  std::vector<Candidate> search(const std::string& typed, std::size_t limit);
  /// Of all records.
  std::vector<std::string> ids() const;

  std::size_t count() const { return table_.count(); }
  const typename Kind::Counts& counts() const { return counts_; }

  void save(SnapshotWriter& out) const;
  bool load(SnapshotReader& in);

 private:
  Record at(std::uint32_t slot) const;
  void take_out(std::uint32_t slot);
  std::vector<Record> records_at(std::vector<std::uint32_t> slots) const;

  RecordTable table_;
  typename Kind::Candidates candidates_;
  KeyMap links_;
  typename Kind::Counts counts_;
};

}  // namespace sidebill

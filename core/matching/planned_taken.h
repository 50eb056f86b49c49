// Who has a name already: display names are one space over customers, vendors and employees.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/customer.h"

namespace sidebill {

/// `planned`: nobody has the name yet; a customer planned in the same breath is to get it.
enum class NameKind { customer, vendor, employee, planned };

/// A name of QuickBooks and whose it is.
struct TakenName {
  NameKind kind = NameKind::customer;
  std::string id;
  bool active = true;
  std::string display_name;
  std::string parent_id;  // of a sub-customer
};

TakenName taken_name(const Customer& customer);
TakenName taken_name(const OtherName& other);

/// What every form of a name that QuickBooks might hold to be the same has in common. How it compares names
/// is only partly known, so this is the loosest reading: case, accents, width, spaces, invisible characters,
/// an ampersand that a web form wrote as "&amp;", and the mark that a deactivated name gets are all passed
/// over. Two names with different keys never collide; two with one key may.
///
/// Source: reference/quickbooks.md 3.1 (6240; the mark " (deleted)"); the rest assumed, on the safe side
std::string name_key(std::string_view display_name);

/// The names of one QuickBooks company, asked by key.
class TakenNames {
 public:
  virtual ~TakenNames() = default;
  /// The first `most` that have this key: customers before vendors before employees, active ones before
  /// inactive ones, then by id. The order in which they were learned does not show.
  virtual std::vector<TakenName> holders(std::string_view key, std::size_t most) const = 0;
  virtual std::optional<TakenName> customer(std::string_view id) const = 0;
};

/// Names held in memory, on top of others when there are any.
class ListedNames : public TakenNames {
 public:
  ListedNames() = default;
  /// `below` must outlive this.
  explicit ListedNames(const TakenNames& below) : below_(&below) {}

  /// What was added later of a customer is how it is now; a name that it had goes on being taken.
  void add(const TakenName& name);
  std::vector<TakenName> holders(std::string_view key, std::size_t most) const override;
  std::optional<TakenName> customer(std::string_view id) const override;

 private:
  using Names = std::map<std::string, std::vector<TakenName>, std::less<>>;

  const TakenNames* below_ = nullptr;
  Names by_key_;
  std::map<std::string, TakenName, std::less<>> customers_by_id_;
};

}  // namespace sidebill

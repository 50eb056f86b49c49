// The fields of a record straight from the page, as long as they are what they should be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/json_cursor.h"
#include "core/quickbooks/records.h"

namespace sidebill::quickbooks {

/// Takes the value that the cursor stands before. A null is what is absent: nothing changes. Whatever else
/// the readers of trees would note or look at twice (another type, a text without end, a number in a text)
/// makes the record odd: then it is read once more as a tree, which says what is wrong and where.
class PlainFields {
 public:
  explicit PlainFields(JsonCursor& in) : in_(in) {}

  void text(std::string& value);
  void id(std::string& value);
  void boolean(std::optional<bool>& value);
  void decimal(std::optional<Decimal>& value);
  void date(std::optional<Date>& value);
  void instant(std::int64_t& value);
  /// {"value": id, "name": text}
  void reference(Reference& value);
  /// A text in an object of its own, under the only name that this kind of object has.
  void wrapped(std::string_view inner, std::string& value);
  void address(Address& value);
  /// MetaData
  void times(Identity& value);

  /// A member was there before: of a repeated name the last counts, which is for the tree to see.
  void once(unsigned& seen, std::size_t member);
  static constexpr std::size_t most_members = 32;

  bool odd() const { return odd_ || !in_.good(); }

 private:
  bool at_object();
  bool is_text(std::string_view& value);

  JsonCursor& in_;
  bool odd_ = false;
};

}  // namespace sidebill::quickbooks

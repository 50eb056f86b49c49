// Two lists matched for the command and for whoever shows the pairs: texts in, places and scores out, in
// bulk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/matching/lists.h"

namespace sidebill {

/// Not through Session, as a hundred thousand rows are no message: texts come as one block of bytes.
class ListMatching {
 public:
  /// Separate rows, and the fields of a row. In the texts themselves they would have been spaces.
  static constexpr char end_of_row = '\x1E', end_of_field = '\x1F';

  /// "customers", or else "items".
  explicit ListMatching(const std::string& kind);

  /// A place for so many bytes of rows; valid until the next call.
  char* make_room(std::size_t bytes);
  /// Reads the rows that were put there into a list, "left" or else "right".
  ///
  /// Shape:  rows that end with end_of_row, of fields that end with end_of_field; `roles` of the fields
  /// likewise. Fields
  ///         of one role are one text with spaces between. What stands behind 2,000 characters of a field
  ///         does not count
  /// Errors: false, and nothing is read, when a role is unknown
  bool add(const std::string& side, const std::string& roles);

  /// How the pairs are found; each gives how many there are.
  std::size_t match(bool one_to_one, bool estimate_prior);
  std::size_t find_duplicates();
  std::size_t compare_rows(bool one_to_one);

  /// Best first. Of each pair four numbers: left and right place, points, and 1 to link or 0 to ask.
  const std::vector<std::int32_t>& pairs() const { return numbers_; }
  /// The evidence of the pairs from one place on, a row for each: "name same 170: acme | acme; prior -306".
  std::string evidence(std::size_t from, std::size_t count) const;

 private:
  std::size_t keep(std::vector<ListPair> pairs, bool within);

  std::unique_ptr<Lists> lists_;
  std::vector<char> room_;
  std::vector<ListPair> pairs_;
  bool within_ = false;
  std::vector<std::int32_t> numbers_;
};

}  // namespace sidebill

// The small shapes that all records of QuickBooks are made of.
#pragma once

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/quickbooks/records.h"

namespace sidebill::quickbooks {

/// More than any field of QuickBooks holds (Item.Description and PrivateNote: 4,000).
inline constexpr std::size_t longest_text = 20000;

/// A text of any length that this service stores; longer ones are cut and noted, they are nobody's data.
std::string read_text(const Reader& reader, Name name);
/// {"value","name"}; the value may have been sent as a number.
Reference read_reference(const Reader& reader, Name name);
/// A text in an object of its own: {"Address": "..."}.
std::string read_wrapped(const Reader& reader, Name name, Name inner);
Address read_address(const Reader& reader, Name name);
/// Errors: nullopt and field-missing without an id
std::optional<Identity> read_identity(const Reader& reader);
/// The same for records that need none.
Identity read_identity_or_none(const Reader& reader);
/// What the status of a record is that is no more. Source: reference/quickbooks.md 6, change data capture
inline constexpr std::string_view deleted_status = "Deleted";
bool read_deleted(const Reader& reader);

}  // namespace sidebill::quickbooks

// Customers, items and names straight from the page.
#pragma once

#include <string_view>

#include "core/base/json_cursor.h"
#include "core/quickbooks/records.h"

namespace sidebill::quickbooks {

/// Under which name an answer holds records of the kind, and under which other one.
template <class Record>
inline constexpr std::string_view page_entity = {};
template <class Record>
inline constexpr std::string_view other_page_entity = {};
template <>
inline constexpr std::string_view page_entity<Customer> = "Customer";
template <>
inline constexpr std::string_view page_entity<Item> = "Item";
template <>
inline constexpr std::string_view page_entity<NamedEntity> = "Vendor";
template <>
inline constexpr std::string_view other_page_entity<NamedEntity> = "Employee";

/// False when the record is odd (see PlainFields) or has no id: then what was read of it counts for nothing.
bool read_plain(JsonCursor& in, Customer& customer);
bool read_plain(JsonCursor& in, Item& item);
bool read_plain(JsonCursor& in, NamedEntity& entity);

}  // namespace sidebill::quickbooks

// Pages of records from front to back: a thousand customers without a tree of them.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/function_ref.h"
#include "core/base/issue.h"
#include "core/quickbooks/records.h"

namespace sidebill::quickbooks {

/// Gives every record of this kind in an answer (Customer, Item, NamedEntity), whatever its envelope: a
/// query, a single record, or a change list. What is given is the same, with the same issues, that
/// `records_in` finds.
///
/// Shape:  rows in the answer to a query, readable or not, as `row_count` counts them
/// Errors: where the text ends being JSON reading stops with an issue, and 0 rows; the records before it have
///         been given and are good
template <class Record>
std::size_t read_page(std::string_view body, Issues& issues, FunctionRef<void(Record&)> take);

}  // namespace sidebill::quickbooks

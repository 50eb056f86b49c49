// Answers of HubSpot as records. Wrong types become issues with their place; nothing throws.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/hubspot/records.h"

namespace sidebill::hubspot {

/// Errors: nullopt when the text is no JSON object or has no id; issues say why
std::optional<Record> read_record(const std::string& body, const std::string& type, Issues& issues);
/// Answers of batch reads and writes, all good or in part (200, 201, 207).
BatchResult read_batch(const std::string& body, const std::string& type, Issues& issues);
/// How many results a page had, readable or not, and where the next one begins: "" after the last.
struct RecordPage {
  std::size_t results = 0;
  std::string after;
};
/// Gives every record of a list, a search or a batch, or the one record that the answer is, without a tree of
/// the page.
///
/// Errors: where the text ends being JSON reading stops with an issue, and 0 results; the records before it
///         have been given and are good
RecordPage read_page(std::string_view body, const std::string& type, Issues& issues,
                     FunctionRef<void(const Record&)> take);
SearchResult read_search(const std::string& body, const std::string& type, Issues& issues);
/// Answers to `associations`; records without any are left out.
std::vector<AssociatedFrom> read_associations(const std::string& body, Issues& issues);
/// Errors: nullopt without a portal id
std::optional<AccountDetails> read_account_details(const std::string& body, Issues& issues);
std::optional<Owner> read_owner(const std::string& body, Issues& issues);
std::vector<PropertyInfo> read_properties(const std::string& body, Issues& issues);

}  // namespace sidebill::hubspot

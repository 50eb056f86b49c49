// A page of a service into the directory, and as rows for the store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/currency.h"
#include "core/base/json.h"
#include "core/matching/directory.h"

namespace sidebill {

/// Whose page it is, and what of.
struct PageRequest {
  std::string realm, list;      // the portal where the list is one of HubSpot's
  Currency home;                // of documents that state no currency of their own
  std::vector<Link> asked_for;  // documents: gone where the answer is the fault that says so
};

/// Errors: nullopt without a realm or a known list
std::optional<PageRequest> read_page_request(const Reader& request);

/// Rows for the store, and how many rows the page had.
struct PageRows {
  /// For each row its key as it stands in a JSON string, a line feed, its JSON, a line feed.
  std::string text;
  std::size_t count = 0;
  std::string after;  // of lists of HubSpot: where the next page begins, "" after the last

  /// Where the next row's JSON is appended, after which it ends.
  std::string& begin(std::string_view key);
  void end() { text.push_back('\n'); }
};

/// All but documents go into the directory as well; those that the page says are deleted or archived leave
/// it, and their row is {"id","deleted":true}.
///
/// Errors: a page that ends being JSON is an issue and counts no rows; what was read before is kept. Single
///         unreadable records become issues
PageRows ingest_page(Directory& directory, const PageRequest& request, std::string_view body, Issues& issues);

/// The same with the page in the request ({realm, list, body ...}) and {rows: [{key, json}], count, after} as
/// answer.
///
/// Errors: nullopt without a realm, a known list or a body
std::optional<Json> ingest_list(Directory& directory, const Reader& request);

}  // namespace sidebill

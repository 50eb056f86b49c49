// Why QuickBooks refused, in all the shapes it says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/issue.h"
#include "core/base/json.h"

namespace sidebill::quickbooks {

struct Fault {
  std::string code;  // digits without leading zeros: "6240", "3001"; "" when it names none
  std::string message, detail, element;
  std::string type;  // "ValidationFault", "AUTHENTICATION" ...
};

/// The code of a fault that says: this company has no such record.
inline constexpr const char* not_found = "610";

/// Faults of a body: {"Fault":...}, {"fault":...} of the gateway, or the same as XML. Empty when there are
/// none: a proper answer, an HTML page, an empty body.
///
/// Source: reference/quickbooks.md 4.1, pitfall 13
std::vector<Fault> read_faults(std::string_view body);
/// The same of a body that has been parsed already.
std::vector<Fault> read_faults(const Json& body);

/// The fault in our own words.
///
/// Shape:  path into the composer's choices where `element` tells it ("/number"), else "";
///         args: service, fault (the code), message, detail, element, and max where a length is named
Issue issue_of(const Fault& fault);
Issues issues_of(const std::vector<Fault>& faults);

}  // namespace sidebill::quickbooks

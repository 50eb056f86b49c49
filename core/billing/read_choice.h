// Texts that a person typed, read strictly: what cannot be read becomes an issue and counts as nothing.
#pragma once

#include <optional>
#include <string>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/issue.h"

namespace sidebill {

/// A plain decimal, white space around it allowed.
///
/// Errors: nullopt and amount-unreadable at `path`
std::optional<Decimal> read_decimal(const std::string& text, const std::string& path, Issues& issues);

/// A date as `YYYY-MM-DD`.
///
/// Errors: nullopt and date-unreadable at `path`
std::optional<Date> read_date(const std::string& text, const std::string& path, Issues& issues);

}  // namespace sidebill

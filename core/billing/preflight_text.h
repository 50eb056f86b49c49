// What QuickBooks takes of a text: its length, and for US companies its characters.
#pragma once

#include <cstddef>
#include <string>

#include "core/base/issue.h"
#include "core/model/company.h"

namespace sidebill {

/// text-too-long at `path`, counted in code points.
void check_length(const std::string& text, std::size_t limit, const std::string& path, Issues& issues);

/// text-outside-latin1 at `path` for US companies, naming each character once and how the text could be
/// written instead ("" where that is not known).
/// Source: reference/quickbooks.md 1, Encoding
void check_latin1(const std::string& text, const Company& company, const std::string& path, Issues& issues);

/// Both.
void check_text(const std::string& text, std::size_t limit, const Company& company, const std::string& path,
                Issues& issues);

/// customer-name-character at `path` for a colon, tab or line break, which names cannot hold.
/// Source: reference/quickbooks.md 3.1, 3.2
void check_name_characters(const std::string& name, const std::string& path, Issues& issues);

}  // namespace sidebill

// Records of the directory as the texts of the store's rows, written without a tree.
#pragma once

#include <string>

#include "core/model/customer.h"

namespace sidebill {

/// Appends what `to_text(to_json(record))` says, byte for byte.
void append_row(std::string& out, const Customer& customer);
void append_row(std::string& out, const Item& item);
void append_row(std::string& out, const OtherName& name);
/// {"id", "deleted": true}: what is left of a record that the service deleted.
void append_deleted_row(std::string& out, const std::string& id);

}  // namespace sidebill

// Records of the directory as the texts of the store's rows, written without a tree.
#pragma once

#include <string>

#include "core/model/customer.h"
#include "core/model/sale.h"

namespace sidebill {

/// Appends what `to_text(to_json(record))` says, byte for byte.
void append_row(std::string& out, const Customer& customer);
void append_row(std::string& out, const Item& item);
void append_row(std::string& out, const OtherName& name);
void append_row(std::string& out, const CrmContact& contact);
void append_row(std::string& out, const CrmCompany& company);
void append_row(std::string& out, const CrmProduct& product);
/// {"id", "deleted": true}: what is left of a record that the service deleted.
void append_deleted_row(std::string& out, const std::string& id);

}  // namespace sidebill

// Customers, items, names and the CRM's records as bytes, and back: how the directory keeps them.
#pragma once

#include <string>
#include <string_view>

#include "core/model/customer.h"
#include "core/model/sale.h"

namespace sidebill {

/// Shape: fields in a fixed order; texts with their length before them. Only `from_bytes` of the same version
/// reads them.
std::string to_bytes(const Customer& customer);
std::string to_bytes(const Item& item);
std::string to_bytes(const OtherName& name);
std::string to_bytes(const CrmContact& contact);
std::string to_bytes(const CrmCompany& company);
std::string to_bytes(const CrmProduct& product);

/// Of bytes that `to_bytes` wrote. What is cut reads as empty fields; nothing is read behind the end.
void from_bytes(std::string_view bytes, Customer& customer);
void from_bytes(std::string_view bytes, Item& item);
void from_bytes(std::string_view bytes, OtherName& name);
void from_bytes(std::string_view bytes, CrmContact& contact);
void from_bytes(std::string_view bytes, CrmCompany& company);
void from_bytes(std::string_view bytes, CrmProduct& product);

/// The id alone, which stands first.
std::string_view id_in(std::string_view bytes);

}  // namespace sidebill

// Contacts, companies and products of the directory as lists show them.
#pragma once

#include "core/base/json.h"
#include "core/model/sale.h"

namespace sidebill {

/// ProposedRecord of wasm/src/boundary.
Json listed_json(const CrmContact& contact);
Json listed_json(const CrmCompany& company);
Json listed_json(const CrmProduct& product);
Json listed_json(const std::string& id, const std::string& name, const std::string& detail, bool active);

}  // namespace sidebill

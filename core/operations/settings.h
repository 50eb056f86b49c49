// What the extension remembers of portal and companies, as operations look it up.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/model/company.h"
#include "core/run/run.h"

namespace sidebill {

/// The HubSpot account, as connect_portal reported it (`PortalInfo` of wasm/src/boundary.ts).
struct Portal {
  std::string id, name, ui_domain, time_zone, company_currency, account_type;
  std::vector<std::string> currencies;
  std::set<std::string> properties_ready;  // object type ids whose Sidebill properties exist
  std::set<std::string> missing_scopes;
  std::set<std::string> invoice_properties;  // properties of HubSpot invoices that may be written
  bool unique_invoices = false;              // HubSpot invoices have our unique key
};

Json portal_json(const Portal& portal);
Portal read_portal(const Json& value);

/// Ends the run with not-connected when there is none, and with portal-differs when the run is for another.
Portal need_portal(Io& io, const std::string& portal_id);
/// Ends the run with not-connected when this company is not connected.
Company need_company(Io& io, const std::string& realm);
/// Every connected company, in the order of their realms.
std::vector<Company> look_companies(Io& io);

/// The offsets of an IANA zone around an instant, from the browser's own tables.
TimeZone look_zone(Io& io, const std::string& name, std::int64_t instant_ms);

}  // namespace sidebill

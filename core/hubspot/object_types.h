// Object type ids and association type ids of HubSpot.
//
// Source: reference/hubspot.md 2 and 4; hubspot-openapi/association-types.tsv. Ids instead of names, because
// a custom object may be called like a standard one.
#pragma once

namespace sidebill::hubspot {

namespace object_type {
inline constexpr const char* contact = "0-1";
inline constexpr const char* company = "0-2";
inline constexpr const char* deal = "0-3";
inline constexpr const char* product = "0-7";
inline constexpr const char* line_item = "0-8";
inline constexpr const char* quote = "0-14";
inline constexpr const char* invoice = "0-53";
inline constexpr const char* commerce_payment = "0-101";
}  // namespace object_type

/// Direction matters: `contact_to_company` is no `company_to_contact`.
namespace association_type {
inline constexpr int contact_to_company_primary = 1;
inline constexpr int company_to_contact_primary = 2;
inline constexpr int deal_to_contact = 3;
inline constexpr int contact_to_deal = 4;
inline constexpr int deal_to_company_primary = 5;
inline constexpr int company_to_deal_primary = 6;
inline constexpr int deal_to_line_item = 19;
inline constexpr int quote_to_billing_contact = 1226;
inline constexpr int invoice_to_deal = 175;
inline constexpr int deal_to_invoice = 176;
inline constexpr int invoice_to_contact = 177;
inline constexpr int contact_to_invoice = 178;
inline constexpr int invoice_to_company = 179;
inline constexpr int company_to_invoice = 180;
inline constexpr int contact_to_company = 279;
inline constexpr int company_to_contact = 280;
inline constexpr int deal_to_company = 341;
inline constexpr int company_to_deal = 342;
inline constexpr int invoice_to_line_item = 409;
inline constexpr int invoice_to_payment = 541;
inline constexpr int payment_to_invoice = 542;
inline constexpr int invoice_to_data_sync_state = 679;
inline constexpr int company_to_billing_contact = 930;
inline constexpr int billing_contact_to_company = 931;
}  // namespace association_type

}  // namespace sidebill::hubspot

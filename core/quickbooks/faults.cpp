#include "core/quickbooks/faults.h"

#include "core/quickbooks/fault_text.h"

namespace sidebill::quickbooks {

namespace {

struct KnownCode {
  std::string_view fault;
  Code code;
};

/// Source: reference/quickbooks.md 4.1
constexpr KnownCode known_codes[] = {
    {"100", Code::reconnect_needed},       {"110", Code::reconnect_needed},
    {"120", Code::admin_needed},           {"130", Code::service_busy},
    {"140", Code::service_busy},           {"150", Code::service_busy},
    {"500", Code::service_refused},        {"600", Code::write_uncertain},
    {"610", Code::document_not_found},     {"620", Code::reference_invalid},
    {"630", Code::service_refused},        {"700", Code::reference_invalid},
    {"800", Code::service_refused},        {"900", Code::reference_invalid},
    {"1040", Code::service_refused},       {"2000", Code::service_refused},
    {"2010", Code::field_refused},         {"2020", Code::field_missing},
    {"2030", Code::field_refused},         {"2040", Code::field_refused},
    {"2050", Code::text_too_long},         {"2060", Code::field_refused},
    {"2070", Code::field_refused},         {"2080", Code::field_refused},
    {"2090", Code::field_refused},         {"2100", Code::field_refused},
    {"2110", Code::field_refused},         {"2170", Code::field_refused},
    {"2200", Code::field_refused},         {"2210", Code::email_invalid},
    {"2290", Code::total_negative},        {"2300", Code::service_refused},
    {"2500", Code::reference_invalid},     {"2600", Code::field_refused},
    {"3000", Code::field_refused},         {"3001", Code::service_busy},
    {"3100", Code::reconnect_needed},      {"3200", Code::reconnect_needed},
    {"3202", Code::reconnect_needed},      {"4000", Code::service_refused},
    {"4001", Code::service_refused},       {"4002", Code::service_refused},
    {"5010", Code::stale_object},          {"5020", Code::permission_missing},
    {"5030", Code::permission_missing},    {"6000", Code::service_refused},
    {"6070", Code::line_amount_uneven},    {"6080", Code::customer_name_missing},
    {"6090", Code::discount_invalid},      {"6100", Code::line_tax_code_missing},
    {"6140", Code::number_duplicate},      {"6160", Code::field_refused},
    {"6170", Code::field_refused},         {"6180", Code::field_refused},
    {"6190", Code::subscription_ended},    {"6200", Code::books_closed},
    {"6210", Code::books_closed},          {"6220", Code::service_refused},
    {"6230", Code::field_refused},         {"6240", Code::name_duplicate},
    {"6250", Code::customer_inactive},     {"6270", Code::line_item_before_start},
    {"6280", Code::service_refused},       {"6400", Code::service_refused},
    {"6420", Code::email_missing},         {"6430", Code::line_income_account_missing},
    {"6440", Code::field_missing},         {"6450", Code::service_refused},
    {"6470", Code::line_tax_code_missing}, {"6480", Code::service_refused},
    {"6540", Code::service_refused},       {"6560", Code::field_missing},
    {"10000", Code::service_failed},       {"10100", Code::service_refused},
    {"10200", Code::service_refused},
};

/// A business rule says which only in its sentence: outside the US it is mostly the missing tax code.
/// Source: reference/quickbooks.md 8
bool speaks_of_tax_code(const Fault& fault) {
  for (const char* words :
       {"GST/HST rate", "VAT rate", "GST rate", "sales tax rate", "tax rate before you save"}) {
    if (fault.detail.find(words) != std::string::npos) return true;
  }
  return false;
}

Code code_of(const Fault& fault) {
  if (fault.code == "6000" && speaks_of_tax_code(fault)) return Code::line_tax_code_missing;
  for (const KnownCode& row : known_codes) {
    if (row.fault == fault.code) return row.code;
  }
  return Code::service_refused;
}

struct ElementPath {
  std::string_view element, path;
};

/// What QuickBooks calls a field, and where the person can edit it. The longer name stands first.
constexpr ElementPath element_paths[] = {
    {"DiscountLineDetail", "/discount"},
    {"DiscountPercent", "/discount"},
    {"Line", "/lines"},
    {"SalesItemLineDetail", "/lines"},
    {"TaxCodeRef", "/lines"},
    {"ItemRef", "/lines"},
    {"Qty", "/lines"},
    {"UnitPrice", "/lines"},
    {"DocNumber", "/number"},
    {"TxnDate", "/date"},
    {"DueDate", "/due_date"},
    {"SalesTermRef", "/term_id"},
    {"CustomerRef", "/customer"},
    {"CurrencyRef", "/customer"},
    {"DisplayName", "/customer/display_name"},
    {"CompanyName", "/customer/company_name"},
    {"GivenName", "/customer/given_name"},
    {"FamilyName", "/customer/family_name"},
    {"PrimaryEmailAddr", "/customer/email"},
    {"PrimaryPhone", "/customer/phone"},
    {"BillEmail", "/email"},
    {"CustomerMemo", "/message"},
    {"PrivateNote", "/memo"},
};

/// "BillEmail.Address" and "Line.Amount" name a field by its first part.
std::string path_of(std::string_view element) {
  const std::string_view field = element.substr(0, element.find_first_of(".[ "));
  for (const ElementPath& row : element_paths) {
    if (row.element == field) return std::string(row.path);
  }
  return "";
}

void add(std::map<std::string, std::string>& args, const char* name, std::string value) {
  if (!value.empty()) args[name] = std::move(value);
}

std::map<std::string, std::string> args_of(const Fault& fault) {
  std::map<std::string, std::string> args{{"service", "quickbooks"}};
  add(args, "fault", fault.code);
  add(args, "message", fault.detail.empty() ? fault.message : fault.detail);
  add(args, "detail", fault.detail);
  add(args, "element", fault.element);
  add(args, "field", fault.element);
  add(args, "type", fault.type);
  if (fault.code == "2050") {
    add(args, "max", word_after(fault.detail, "Max:"));
    add(args, "limit", word_after(fault.detail, "Max:"));
    add(args, "length", word_after(fault.detail, "Supplied length:"));
  }
  if (fault.code == "6140") {
    add(args, "number", word_after(fault.detail, "DocNumber="));
    add(args, "id", word_after(fault.detail, "TxnId="));
  }
  if (fault.code == "6240") add(args, "id", word_after(fault.detail, "Id="));
  return args;
}

}  // namespace

Issue issue_of(const Fault& fault) { return error(code_of(fault), path_of(fault.element), args_of(fault)); }

Issues issues_of(const std::vector<Fault>& faults) {
  Issues issues;
  for (const Fault& fault : faults) issues.push_back(issue_of(fault));
  return issues;
}

}  // namespace sidebill::quickbooks

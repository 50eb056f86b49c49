#include "core/operations/crm_json.h"

#include "core/base/text.h"

namespace sidebill {

Json listed_json(const std::string& id, const std::string& name, const std::string& detail, bool active) {
  return Json::object()
      .set("id", Json::string(id))
      .set("name", Json::string(name))
      .set("detail", Json::string(detail))
      .set("active", Json::boolean(active));
}

Json listed_json(const CrmContact& contact) {
  const std::string name = trim(contact.first_name + " " + contact.last_name);
  return listed_json(contact.id, name.empty() ? contact.company_name : name, contact.email, true);
}

Json listed_json(const CrmCompany& company) {
  return listed_json(company.id, company.name, company.domain, true);
}

Json listed_json(const CrmProduct& product) {
  return listed_json(product.id, product.name, product.sku, true);
}

}  // namespace sidebill

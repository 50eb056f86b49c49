#include "core/operations/preferences.h"

#include "core/matching/name_planner.h"

namespace sidebill {

std::string_view customer_matching_text(CustomerMatching matching) {
  switch (matching) {
    case CustomerMatching::evidence: return "evidence";
    case CustomerMatching::same_contact: return "same-contact";
  }
  return "";
}

CustomerMatching read_customer_matching(std::string_view text) {
  const bool same_contact = text == customer_matching_text(CustomerMatching::same_contact);
  return same_contact ? CustomerMatching::same_contact : CustomerMatching::evidence;
}

namespace {

constexpr const char* missing_texts[] = {"ask", "create", "stand-in"};

MissingProduct missing_of(const std::string& text) {
  if (text == "create") return MissingProduct::create;
  return text == "stand-in" ? MissingProduct::stand_in : MissingProduct::ask;
}

Json products_json(const std::map<std::string, ProductRules>& products) {
  Json json = Json::object();
  for (const auto& [realm, rules] : products) {
    json.set(realm, Json::object()
                        .set("missing", Json::string(missing_texts[static_cast<int>(rules.missing)]))
                        .set("income_account_id", Json::string(rules.income_account_id)));
  }
  return json;
}

std::map<std::string, ProductRules> read_products(const Reader& reader) {
  std::map<std::string, ProductRules> products;
  for (const auto& [realm, rules] : reader.value().members) {
    const Reader rule = reader.object(realm);
    products[realm] = {missing_of(rule.text_or("missing")), rule.text_or("income_account_id")};
  }
  return products;
}

}  // namespace

Json preferences_json(const Preferences& preferences) {
  return Json::object()
      .set("products", products_json(preferences.products))
      .set("naming", Json::string(policy_text(preferences.naming)))
      .set("customers", Json::string(customer_matching_text(preferences.customers)))
      .set("add_by_itself", Json::boolean(preferences.add_by_itself));
}

Preferences read_preferences(const Reader& reader) {
  const Preferences usual;
  Preferences preferences;
  preferences.naming = policy_of(reader.text_or("naming")).value_or(usual.naming);
  preferences.customers = read_customer_matching(reader.text_or("customers"));
  preferences.products = read_products(reader.object("products"));
  preferences.add_by_itself = reader.boolean_or("add_by_itself", usual.add_by_itself);
  return preferences;
}

Preferences look_preferences(Io& io) {
  Issues unread;
  const Json value = io.look("preferences", Json::object());
  return read_preferences(Reader(value, "", unread));
}

}  // namespace sidebill

#include "core/operations/settings.h"

#include "core/operations/values.h"

namespace sidebill {

namespace {

template <class Texts>
Json texts_json(const Texts& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.items.push_back(Json::string(text));
  return list;
}

std::set<std::string> read_set(const Reader& reader, Name name) {
  const auto texts = reader.texts(name);
  return {texts.begin(), texts.end()};
}

}  // namespace

Json portal_json(const Portal& portal) {
  return Json::object()
      .set("portal_id", Json::string(portal.id))
      .set("name", Json::string(portal.name))
      .set("ui_domain", Json::string(portal.ui_domain))
      .set("time_zone", Json::string(portal.time_zone))
      .set("company_currency", Json::string(portal.company_currency))
      .set("currencies", texts_json(portal.currencies))
      .set("account_type", Json::string(portal.account_type))
      .set("properties_ready", texts_json(portal.properties_ready))
      .set("missing_scopes", texts_json(portal.missing_scopes))
      .set("invoice_properties", texts_json(portal.invoice_properties))
      .set("unique_invoices", Json::boolean(portal.unique_invoices));
}

Portal read_portal(const Json& value) {
  Issues unread;
  const Reader reader(value, "", unread);
  Portal portal;
  portal.id = reader.text_or("portal_id");
  portal.name = reader.text_or("name");
  portal.ui_domain = reader.text_or("ui_domain");
  portal.time_zone = reader.text_or("time_zone", "UTC");
  portal.company_currency = reader.text_or("company_currency");
  portal.account_type = reader.text_or("account_type");
  portal.currencies = reader.texts("currencies");
  portal.properties_ready = read_set(reader, "properties_ready");
  portal.missing_scopes = read_set(reader, "missing_scopes");
  portal.invoice_properties = read_set(reader, "invoice_properties");
  portal.unique_invoices = reader.boolean_or("unique_invoices", false);
  return portal;
}

Portal need_portal(Io& io, const std::string& portal_id) {
  const Json value = io.look("portal", Json::object());
  if (!value.is_object()) io.fail({error(Code::not_connected, "", {{"service", "hubspot"}})});
  Portal portal = read_portal(value);
  if (portal.id != portal_id) {
    io.fail({error(Code::portal_differs, "", {{"connected", portal.id}, {"page", portal_id}})});
  }
  return portal;
}

Company need_company(Io& io, const std::string& realm) {
  const Json value = io.look("company", Json::object().set("realm", Json::string(realm)));
  Issues issues;
  auto company = value.is_object() ? from_json<Company>(value, issues) : std::nullopt;
  if (!company) io.fail({error(Code::not_connected, "", {{"service", "quickbooks"}, {"realm", realm}})});
  return std::move(*company);
}

std::vector<Company> look_companies(Io& io) {
  const Json value = io.look("companies", Json::object());
  std::vector<Company> companies;
  Issues issues;
  for (const Json& one : value.items) {
    if (auto company = from_json<Company>(one, issues)) companies.push_back(std::move(*company));
  }
  return companies;
}

TimeZone look_zone(Io& io, const std::string& name, std::int64_t instant_ms) {
  const Json value = io.look(
      "zone", Json::object().set("name", Json::string(name)).set("around_ms", Json::number(instant_ms)));
  Issues unread;
  const Reader reader(value, "", unread);
  TimeZone zone;
  zone.name = name;
  reader.each("offsets", [&](const Reader& one) {
    const auto from_ms = one.integer("from_ms");
    const auto minutes = one.integer("offset_minutes");
    if (from_ms && minutes) zone.offsets.push_back({*from_ms, static_cast<int>(*minutes)});
  });
  return zone;
}

}  // namespace sidebill

#include "core/operations/document_cache.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sidebill {

namespace {

constexpr std::size_t ids_of_a_query = 100;

using ByKind = std::map<std::pair<std::string, std::string>, std::vector<std::string>>;

ByKind ids_by_kind(const std::vector<Link>& links) {
  ByKind ids;
  for (const Link& link : links) ids[{link.realm, link.type}].push_back(link.id);
  return ids;
}

}  // namespace

std::optional<CachedRow> cached_row(const Json& row, Issues& issues) {
  const Reader reader(row, "", issues);
  auto value = parse_json(reader.text_or("json"), issues);
  if (!value) return std::nullopt;
  return CachedRow{std::move(*value), reader.integer("read_ms").value_or(0)};
}

std::vector<CachedRow> look_documents(Io& io, const std::vector<Link>& links) {
  Json keys = Json::array();
  for (const Link& link : links) keys.items.push_back(Json::string(to_text(link)));
  const Json rows = io.look("documents", Json::object().set("keys", std::move(keys)));
  std::vector<CachedRow> found;
  Issues unreadable;
  for (const Json& row : rows.items) {
    if (auto cached = cached_row(row, unreadable)) found.push_back(std::move(*cached));
  }
  return found;
}

std::vector<IdsOfCompany> pages_of(const std::vector<Link>& links) {
  std::vector<IdsOfCompany> pages;
  for (const auto& [kind, ids] : ids_by_kind(links)) {
    for (std::size_t start = 0; start < ids.size(); start += ids_of_a_query) {
      const std::size_t end = std::min(ids.size(), start + ids_of_a_query);
      pages.push_back({kind.first,
                       kind.second,
                       {ids.begin() + std::ptrdiff_t(start), ids.begin() + std::ptrdiff_t(end)}});
    }
  }
  return pages;
}

Currency home_currency(const std::vector<Company>& companies, const std::string& realm) {
  for (const Company& company : companies) {
    if (company.realm == realm) return company.home_currency;
  }
  return Currency{};
}

std::string quickbooks_address(const std::string& kind, const std::string& realm, const std::string& id) {
  return "https://qbo.intuit.com/app/" + kind + "?txnId=" + id + "&companyId=" + realm;
}

Json money_json(Money money) {
  return Json::object()
      .set("amount", Json::string(amount_text(money)))
      .set("currency", Json::string(money.currency.code()));
}

}  // namespace sidebill

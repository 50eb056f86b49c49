#include <algorithm>
#include <map>
#include <set>

#include "core/hubspot/properties.h"
#include "core/hubspot/property_reader.h"
#include "core/hubspot/read.h"
#include "core/hubspot/requests.h"
#include "core/mapping/mirror.h"
#include "core/operations/batch_writes.h"
#include "core/operations/inputs.h"
#include "core/operations/keep_lists.h"
#include "core/operations/match_records.h"
#include "core/operations/mirror.h"
#include "core/operations/settings.h"
#include "core/run/wire.h"

namespace sidebill {

namespace {

constexpr std::size_t batch_size = 100;

using Pair = LinkRecordsInput::Pair;

/// What became of the pairs, by the id of HubSpot's record.
struct Linking {
  std::vector<std::string> linked;
  std::map<std::string, Issues> failed;
};

void fail_all(const std::vector<Pair>& pairs, const Issues& issues, Linking& linking) {
  for (const Pair& pair : pairs) linking.failed[pair.hubspot] = issues;
}

Issue gone() { return error(Code::record_not_found, "", {{"service", "hubspot"}}); }

/// Another customer of the same company that the record has already.
const Link* other_of(const std::vector<Link>& links, const Link& wanted) {
  const auto found = std::find_if(links.begin(), links.end(), [&](const Link& one) {
    return one.realm == wanted.realm && one.type == wanted.type && one.id != wanted.id;
  });
  return found == links.end() ? nullptr : &*found;
}

/// The links of each record as they stand now; nullopt and the reasons when HubSpot did not say.
using LinksOf = std::map<std::string, std::vector<Link>>;
std::optional<LinksOf> stored_links(Io& io, const Portal& portal, const CrmListNames& names,
                                    const std::vector<std::string>& ids, Issues& issues) {
  const Reply reply =
      io.send(hubspot::batch_read(portal.id, names.type, ids, {hubspot::property::links}, "read-records"));
  if (!reply.ok()) {
    issues = reply.issues;
    return std::nullopt;
  }
  LinksOf links;
  for (const auto& record : hubspot::read_batch(reply.response.body, names.type, issues).records) {
    const Reader properties = hubspot::property_reader(record, issues);
    links[record.id] = parse_links(hubspot::property_text(properties, hubspot::property::links));
  }
  return links;
}

/// What is to be written; pairs that cannot be linked, or are already, are told in `linking`.
std::vector<hubspot::Change> changes_for(const std::vector<Pair>& pairs, const LinksOf& stored,
                                         const std::string& realm, const char* entity, Linking& linking) {
  std::vector<hubspot::Change> changes;
  for (const Pair& pair : pairs) {
    const auto links = stored.find(pair.hubspot);
    const Link wanted{realm, entity, pair.quickbooks};
    if (links == stored.end()) {
      linking.failed[pair.hubspot] = {gone()};
    } else if (const Link* other = other_of(links->second, wanted)) {
      linking.failed[pair.hubspot] = {error(Code::record_linked, "", {{"id", other->id}})};
    } else {
      changes.push_back({pair.hubspot, link_properties(with_link(links->second, wanted))});
    }
  }
  return changes;
}

void write_links(Io& io, const Portal& portal, const CrmListNames& names,
                 const std::vector<hubspot::Change>& changes, Linking& linking) {
  const Reply reply = io.send(hubspot::batch_update(portal.id, names.type, changes, "link-records"));
  std::vector<std::string> ids;
  for (const auto& change : changes) ids.push_back(change.id);
  BatchOutcome outcome = batch_outcome(reply, names.type, ids);
  for (const std::string& id : ids) {
    if (outcome.refused.count(id) == 0) linking.linked.push_back(id);
  }
  linking.failed.merge(outcome.refused);
}

void link_some(Io& io, const Portal& portal, const LinkRecordsInput& input, const std::vector<Pair>& pairs,
               Linking& linking) {
  const CrmListNames& names = names_of(input.of);
  std::vector<std::string> ids;
  for (const Pair& pair : pairs) ids.push_back(pair.hubspot);
  Issues issues;
  const auto stored = stored_links(io, portal, names, ids, issues);
  if (!stored) return fail_all(pairs, issues, linking);
  const auto changes = changes_for(pairs, *stored, input.realm, names.book_entity, linking);
  if (changes.empty()) return;
  write_links(io, portal, names, changes, linking);
  keep_hubspot_records(io, portal, input.of, ids);
}

Json texts_json(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.items.push_back(Json::string(text));
  return list;
}

Json failed_json(const std::map<std::string, Issues>& failed) {
  Json list = Json::array();
  for (const auto& [id, issues] : failed) {
    list.items.push_back(Json::object().set("hubspot", Json::string(id)).set("issues", issues_json(issues)));
  }
  return list;
}

}  // namespace

Json link_records(Io& io, const Json& value) {
  const LinkRecordsInput input = read_link_records(io, value);
  const Portal portal = need_portal(io, input.portal);
  need_company(io, input.realm);
  if (portal.properties_ready.count(names_of(input.of).type) == 0) {
    io.fail({error(Code::property_missing, "", {{"service", "hubspot"}, {"type", names_of(input.of).type}})});
  }
  Linking linking;
  for (std::size_t start = 0; start < input.pairs.size(); start += batch_size) {
    const auto from = input.pairs.begin() + std::ptrdiff_t(start);
    const auto to = input.pairs.begin() + std::ptrdiff_t(std::min(input.pairs.size(), start + batch_size));
    link_some(io, portal, input, {from, to}, linking);
  }
  return Json::object().set("linked", texts_json(linking.linked)).set("failed", failed_json(linking.failed));
}

}  // namespace sidebill

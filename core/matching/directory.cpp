#include "core/matching/directory.h"

#include "core/matching/snapshot.h"

namespace sidebill {

namespace {

/// Goes up whenever anything that is saved changes its form.
constexpr std::uint32_t version = 7;

void save(const CompanyShelves& company, SnapshotWriter& out) {
  company.customers.save(out);
  company.items.save(out);
  company.names.save(out);
}
void save(const PortalShelves& portal, SnapshotWriter& out) {
  portal.contacts.save(out);
  portal.companies.save(out);
  portal.products.save(out);
}

bool load(CompanyShelves& company, SnapshotReader& in) {
  return company.customers.load(in) && company.items.load(in) && company.names.load(in);
}
bool load(PortalShelves& portal, SnapshotReader& in) {
  return portal.contacts.load(in) && portal.companies.load(in) && portal.products.load(in);
}

/// By owner: realm or portal.
template <class Shelves>
void save_all(const std::map<std::string, Shelves>& owners, SnapshotWriter& out) {
  out.put_one(static_cast<std::uint64_t>(owners.size()));
  for (const auto& [owner, shelves] : owners) {
    out.put(std::vector<char>(owner.begin(), owner.end()));
    save(shelves, out);
  }
}

template <class Shelves>
bool load_all(std::map<std::string, Shelves>& owners, SnapshotReader& in) {
  std::uint64_t count = 0;
  if (!in.take_one(count)) return false;
  for (; count > 0; --count) {
    std::vector<char> owner;
    if (!in.take(owner) || !load(owners[std::string(owner.begin(), owner.end())], in)) return false;
  }
  return true;
}

}  // namespace

std::vector<std::uint64_t> Directory::snapshot() const {
  SnapshotWriter out;
  save_all(companies_, out);
  save_all(portals_, out);
  return std::move(out).finish(version);
}

bool Directory::restore(const std::uint64_t* words, std::size_t count) {
  ++changes_;
  companies_.clear();
  portals_.clear();
  auto in = SnapshotReader::open(words, count, version);
  if (in && load_all(companies_, *in) && load_all(portals_, *in) && in->at_end()) return true;
  companies_.clear();
  portals_.clear();
  return false;
}

}  // namespace sidebill

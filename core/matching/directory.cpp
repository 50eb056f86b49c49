#include "core/matching/directory.h"

#include "core/matching/snapshot.h"

namespace sidebill {

namespace {

/// Goes up whenever anything that is saved changes its form.
constexpr std::uint32_t version = 5;

}  // namespace

std::vector<std::uint64_t> Directory::snapshot() const {
  SnapshotWriter out;
  out.put_one(static_cast<std::uint64_t>(companies_.size()));
  for (const auto& [realm, company] : companies_) {
    out.put(std::vector<char>(realm.begin(), realm.end()));
    company.customers.save(out);
    company.items.save(out);
    company.names.save(out);
  }
  return std::move(out).finish(version);
}

bool Directory::restore(const std::uint64_t* words, std::size_t count) {
  companies_.clear();
  auto in = SnapshotReader::open(words, count, version);
  std::uint64_t companies = 0;
  if (!in || !in->take_one(companies)) return false;
  for (; companies > 0; --companies) {
    std::vector<char> realm;
    if (!in->take(realm)) break;
    CompanyShelves& company = companies_[std::string(realm.begin(), realm.end())];
    if (!company.customers.load(*in) || !company.items.load(*in) || !company.names.load(*in)) break;
  }
  if (companies == 0 && in->at_end()) return true;
  companies_.clear();
  return false;
}

}  // namespace sidebill

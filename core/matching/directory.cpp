#include "core/matching/directory.h"

#include <map>

#include "core/matching/search.h"
#include "core/matching/shelf.h"

namespace sidebill {

struct Directory::Shelves {
  std::map<std::string, Shelf> by_realm;
  Shelf empty;

  const Shelf& of(const std::string& realm) const {
    const auto found = by_realm.find(realm);
    return found == by_realm.end() ? empty : found->second;
  }
};

Directory::Directory() : shelves_(std::make_unique<Shelves>()) {}
Directory::~Directory() = default;

void Directory::put(const std::string& realm, Customer customer) {
  shelves_->by_realm[realm].put(std::move(customer));
}
void Directory::put(const std::string& realm, Item item) { shelves_->by_realm[realm].put(std::move(item)); }
void Directory::put(const std::string& realm, OtherName name) {
  shelves_->by_realm[realm].put(std::move(name));
}
void Directory::forget(const std::string& realm) { shelves_->by_realm.erase(realm); }

const KnownRecords& Directory::of(const std::string& realm) const { return shelves_->of(realm); }

std::vector<OtherName> Directory::names_like(const std::string& realm,
                                             const std::string& display_name) const {
  return shelves_->of(realm).names_like(display_name);
}

std::vector<Candidate> Directory::search_customers(const std::string& realm, const std::string& text,
                                                   std::size_t limit) const {
  return search_records(shelves_->of(realm).customers(), text, limit);
}

std::vector<Candidate> Directory::search_items(const std::string& realm, const std::string& text,
                                               std::size_t limit) const {
  return search_records(shelves_->of(realm).items(), text, limit);
}

std::size_t Directory::customer_count(const std::string& realm) const {
  return shelves_->of(realm).customers().size();
}
std::size_t Directory::item_count(const std::string& realm) const {
  return shelves_->of(realm).items().size();
}

}  // namespace sidebill

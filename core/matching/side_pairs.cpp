#include "core/matching/side_pairs.h"

#include <algorithm>
#include <utility>

#include "core/matching/sides.h"

namespace sidebill {

namespace {

/// Categories and groups cannot stand on a line of their own.
/// Source: reference/quickbooks.md 3.2
bool can_be_sold(const Item& item) { return item.type != "Category" && item.type != "Group"; }

const char* book_type(CrmList of) { return of == CrmList::products ? "Item" : "Customer"; }

std::vector<std::string> crm_ids(const PortalShelves& crm, CrmList of) {
  switch (of) {
    case CrmList::contacts: return crm.contacts.ids();
    case CrmList::companies: return crm.companies.ids();
    case CrmList::products: return crm.products.ids();
  }
  return {};
}

template <class Record>
bool is_tied(const Record& record, const std::string& realm, const char* type) {
  return std::any_of(record.links.begin(), record.links.end(),
                     [&](const Link& link) { return link.realm == realm && link.type == type; });
}

bool is_tied(const PortalShelves& crm, CrmList of, const Link& link) {
  switch (of) {
    case CrmList::contacts: return !crm.contacts.linked_to(link).empty();
    case CrmList::companies: return !crm.companies.linked_to(link).empty();
    case CrmList::products: return !crm.products.linked_to(link).empty();
  }
  return false;
}

}  // namespace

SidePairs::SidePairs(Directory& directory, std::string realm, std::string portal, CrmList of)
    : books_(directory.of(realm)),
      crm_(directory.of_portal(portal)),
      realm_(std::move(realm)),
      of_(of),
      crm_ids_(crm_ids(crm_, of)),
      book_ids_(of == CrmList::products ? books_.items.ids() : books_.customers.ids()),
      lists_(make_lists(of == CrmList::products ? RecordKind::items : RecordKind::customers)) {}

void SidePairs::work(std::size_t records) {
  const std::size_t added = crm_ids_.size() + book_ids_.size();
  for (; records > 0 && done_ < added; --records, ++done_) {
    if (done_ < crm_ids_.size())
      add_crm(crm_ids_[done_]);
    else
      add_book(book_ids_[done_ - crm_ids_.size()]);
  }
  if (done_ < added) return;
  lists_->compare(records);
  done_ = std::min(all(), done_ + records);
  if (done_ == all() && !finished_) finish();
}

void SidePairs::add_crm(const std::string& id) {
  const auto add = [&](const auto& record, const MatchRecord& compared) {
    if (is_tied(record, realm_, book_type(of_))) return;
    left_.push_back(id);
    lists_->add_left(compared);
  };
  // Of a block that was not what it said, an id may lead to nobody.
  switch (of_) {
    case CrmList::contacts:
      if (const auto contact = crm_.contacts.record(id)) add(*contact, match_record(nullptr, &*contact));
      break;
    case CrmList::companies:
      if (const auto company = crm_.companies.record(id)) add(*company, match_record(&*company, nullptr));
      break;
    case CrmList::products:
      if (const auto product = crm_.products.record(id)) add(*product, match_record(*product));
      break;
  }
}

void SidePairs::add_book(const std::string& id) {
  if (is_tied(crm_, of_, {realm_, book_type(of_), id})) return;
  const auto add = [&](const auto& record) {
    right_.push_back(id);
    right_active_.push_back(record.active);
    lists_->add_right(match_record(record));
  };
  if (of_ == CrmList::products) {
    const auto item = books_.items.item(id);
    if (item && can_be_sold(*item)) add(*item);
  } else if (const auto customer = books_.customers.customer(id)) {
    add(*customer);
  }
}

void SidePairs::finish() {
  finished_ = true;
  pairs_ = lists_->decide({.one_to_one = true});
  for (ListPair& pair : pairs_) {
    if (!right_active_[pair.right]) pair.outcome = Outcome::ask;
  }
}

std::vector<std::string> SidePairs::unpaired(const std::set<std::string>& set_aside) const {
  std::vector<bool> paired(right_.size());
  for (const ListPair& pair : pairs_) {
    if (set_aside.count(left_[pair.left]) == 0) paired[pair.right] = true;
  }
  std::vector<std::string> ids;
  for (std::size_t place = 0; finished_ && place < right_.size(); ++place) {
    if (right_active_[place] && !paired[place]) ids.push_back(right_[place]);
  }
  return ids;
}

}  // namespace sidebill

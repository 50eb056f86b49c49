#include <set>

#include "core/base/text.h"
#include "core/matching/evidence.h"
#include "core/matching/keys.h"

namespace sidebill {

namespace {

/// Categories and groups cannot stand on a line of their own.
/// Source: reference/quickbooks.md 3.2
bool can_be_sold(const Item& item) { return item.type != "Category" && item.type != "Group"; }

class Gathering {
 public:
  Gathering(const SaleLine& line, const std::string& realm, const KnownRecords& known)
      : line_(line), realm_(realm), known_(known) {}

  std::vector<Candidate> candidates() {
    add_links();
    add_skus();
    add_names();
    for (const std::string& id : ballot_.ids()) weigh(*known_.item(id));
    return ballot_.ranked();
  }

 private:
  void add_links() {
    for (const Link& link : line_.links) {
      if (link.realm != realm_ || link.type != "Item" || !links_.insert(link.id).second) continue;
      const Item* item = known_.item(link.id);
      if (item == nullptr || !can_be_sold(*item)) continue;
      ballot_.add(link.id, {"link", "same", link.id, link.id, points::buyer_link});
    }
  }

  /// SKUs are compared without case, and the one written the same counts more.
  void add_skus() {
    const std::string key = match_key(line_.sku);
    if (key.empty()) return;
    for (const Item* item : known_.items_by_sku(key)) {
      if (!can_be_sold(*item)) continue;
      const bool same = trim(item->sku) == trim(line_.sku);
      ballot_.add(item->id, {"sku", same ? "same" : "same-folded", line_.sku, item->sku,
                             same ? points::sku : points::folded_sku});
      with_sku_.insert(item->id);
    }
  }

  void add_names() {
    const std::string key = match_key(line_.name);
    if (key.empty()) return;
    for (const Item* item : known_.items_by_name(key)) {
      if (!can_be_sold(*item)) continue;
      const bool short_name = match_key(item->name) == key;
      ballot_.add(item->id, name_evidence(line_.name, short_name ? item->name : item->full_name, points::name,
                                          points::folded_name));
      named_.insert(item->id);
    }
  }

  void weigh(const Item& item) {
    if (!links_.empty() && links_.count(item.id) == 0) {
      ballot_.add(item.id, {"link", "differs", join({links_.begin(), links_.end()}, ", "), item.id,
                            points::other_link_stored});
    }
    if (with_sku_.count(item.id) == 0 && !trim(line_.sku).empty() && !trim(item.sku).empty()) {
      ballot_.add(item.id, {"sku", "differs", line_.sku, item.sku, points::other_sku});
    }
    if (named_.count(item.id) == 0 && !trim(line_.name).empty()) {
      ballot_.add(item.id, {"name", "differs", line_.name, item.name, 0});
    }
    if (!item.active) ballot_.add(item.id, {"active", "inactive", "", "inactive", points::inactive});
  }

  const SaleLine& line_;
  const std::string& realm_;
  const KnownRecords& known_;
  Ballot ballot_;
  std::set<std::string> links_;             // ids that the product is tied to, known or not
  std::set<std::string> with_sku_, named_;  // items that already have this evidence
};

}  // namespace

Match match_item(const SaleLine& line, const std::string& realm, const KnownRecords& known) {
  Match match;
  match.candidates = Gathering(line, realm, known).candidates();
  match.outcome = outcome_of(match.candidates);
  return match;
}

}  // namespace sidebill

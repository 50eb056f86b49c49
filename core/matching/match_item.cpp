#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/matching/ballot.h"
#include "core/matching/compare_items.h"
#include "core/matching/explain.h"
#include "core/matching/item_shelf.h"
#include "core/matching/keys.h"
#include "core/matching/match.h"
#include "core/matching/sides.h"
#include "core/matching/weights.h"

namespace sidebill {

namespace {

/// Categories and groups cannot stand on a line of their own.
/// Source: reference/quickbooks.md 3.2
bool can_be_sold(const Item& item) { return item.type != "Category" && item.type != "Group"; }

bool has_size(const ItemFeatures& item) {
  return !item.name.quantities.empty() || !item.description.quantities.empty();
}

class Gathering {
 public:
  Gathering(const SaleLine& line, const std::string& realm, ItemShelf& known)
      : line_(line),
        known_(known),
        lexicon_(known.counts()),
        features_(read_item(match_record(line), lexicon_)),
        key_(match_key(line.name)) {
    for (const Link& link : line.links) {
      if (link.realm == realm && link.type == "Item") links_.insert(link.id);
    }
  }

  Match match() {
    find_candidates();
    for (const auto& [id, item] : candidates_) weigh(item);
    const Configuration& configuration = item_configuration();
    Match match;
    match.candidates = ballot_.ranked(configuration.ask);
    match.outcome = outcome_of(match.candidates, {configuration.certain, configuration.margin_of_one});
    if (match.outcome == Outcome::link && may_be_another(match.candidates.front()))
      match.outcome = Outcome::ask;
    return match;
  }

 private:
  void find_candidates() {
    add(known_.resembling(features_));
    if (!key_.empty()) add(known_.with_name(key_));
    for (const std::string& id : links_) {
      if (auto item = known_.item(id)) add({std::move(*item)});
    }
  }

  void add(const std::vector<Item>& items) {
    for (const Item& item : items) {
      if (can_be_sold(item)) candidates_.emplace(item.id, item);
    }
  }

  void weigh(const Item& item) {
    ballot_.add(item.id, {"prior", "", "", "", item_configuration().prior});
    weigh_link(item);
    weigh_fields(item);
    if (!item.active) ballot_.add(item.id, {"active", "inactive", "", "inactive", points::inactive});
  }

  void weigh_link(const Item& item) {
    if (links_.empty()) return;
    const bool linked = links_.count(item.id) > 0;
    ballot_.add(item.id, linked ? Evidence{"link", "same", item.id, item.id, points::buyer_link}
                                : Evidence{"link", "differs", join({links_.begin(), links_.end()}, ", "),
                                           item.id, points::link_elsewhere});
  }

  /// By its name, or by the one that has its categories before it.
  void weigh_fields(const Item& item) {
    const bool in_full = !key_.empty() && match_key(item.name) != key_ && match_key(item.full_name) == key_;
    const std::string& name = in_full ? item.full_name : item.name;
    const ItemFeatures right = read_item(match_record(item, name), lexicon_);
    const Findings findings = compare_items(features_, right, lexicon_);
    ballot_.add(item.id, explain(findings, item_configuration().weights, features_, right, lexicon_));
    if (has_size(features_) != has_size(right) ||
        each_has_other_words(features_.name_words, right.name_words, lexicon_))
      said_otherwise_.insert(item.id);
    weigh_written(item, name);
  }

  /// Another size, colour, model or make of the same kind: however much else is alike, only a link or its
  /// number says that it is meant.
  bool may_be_another(const Candidate& item) {
    if (ballot_.has(item.id, "link", "same") || ballot_.has(item.id, "sku", "same") ||
        ballot_.has(item.id, "sku", "as-written"))
      return false;
    const auto differs = [&](const char* field) { return ballot_.has(item.id, field, "differs"); };
    return differs("quantity") || differs("colour") || differs("code") || differs("number") ||
           ballot_.has(item.id, "quantity", "elsewhere") || ballot_.has(item.id, "colour", "elsewhere") ||
           said_otherwise_.count(item.id) > 0;
  }

  /// More than that words and letters are the same.
  void weigh_written(const Item& item, const std::string& name) {
    if (!key_.empty() && match_key(name) == key_) {
      const bool exact = trim(name) == trim(line_.name);
      ballot_.raise(item.id, "name", "same", "as-written",
                    exact ? points::name_as_written : points::name_but_for_case);
    }
    const std::string sku = match_key(line_.sku);
    if (!sku.empty() && match_key(item.sku) == sku) {
      const bool exact = trim(item.sku) == trim(line_.sku);
      ballot_.raise(item.id, "sku", "same", "as-written",
                    exact ? points::sku_as_written : points::sku_but_for_case);
    } else {
      ballot_.raise(item.id, "sku", "differs", "differs", points::sku_differs);
    }
  }

  const SaleLine& line_;
  ItemShelf& known_;
  Lexicon lexicon_;
  const ItemFeatures features_;
  const std::string key_;
  std::set<std::string> links_;  // ids that the product is tied to, known or not
  std::map<std::string, Item> candidates_;
  // Ids of those of which name and line each have words that the other lacks, or only one says a size.
  std::set<std::string> said_otherwise_;
  Ballot ballot_;
};

}  // namespace

Match match_item(const SaleLine& line, const std::string& realm, ItemShelf& known) {
  return Gathering(line, realm, known).match();
}

}  // namespace sidebill

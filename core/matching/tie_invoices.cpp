#include "core/matching/tie_invoices.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/base/order.h"

namespace sidebill {

namespace {

using Places = std::vector<std::size_t>;

/// Deals by what an invoice may name.
class DealsBy {
 public:
  explicit DealsBy(const std::vector<DealFacts>& deals) {
    for (std::size_t place = 0; place < deals.size(); ++place) {
      for (const Buyer& buyer : deals[place].buyers) of_customer_[buyer.customer_id].push_back(place);
      for (const std::string& reference : deals[place].references) of_reference_[reference].push_back(place);
    }
  }

  /// Each once, ascending.
  Places near(const DocumentFacts& invoice) const {
    Places places;
    add(of_customer_, invoice.customer_id, places);
    for (const std::string& word : invoice.words) add(of_reference_, word, places);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
  }

 private:
  using Index = std::map<std::string, Places>;

  static void add(const Index& index, const std::string& key, Places& places) {
    const auto found = index.find(key);
    if (found != index.end()) places.insert(places.end(), found->second.begin(), found->second.end());
  }

  Index of_customer_, of_reference_;
};

std::string amount_key(const DocumentFacts& invoice) {
  return invoice.customer_id + " " + money_text(invoice.net, invoice.currency);
}

bool is_better(const Candidate& left, const Candidate& right) {
  return left.score != right.score ? left.score > right.score : left.id < right.id;
}

/// The work of one call: who stands where, and what is decided.
class Tying {
 public:
  Tying(std::vector<DealFacts> deals, const std::vector<DocumentFacts>& invoices)
      : deals_(std::move(deals)), invoices_(invoices), by_(deals_), tied_(invoices.size()) {
    for (std::size_t deal = 0; deal < deals_.size(); ++deal) place_of_[deals_[deal].id] = deal;
    for (const DocumentFacts& invoice : invoices_) ++with_amount_[amount_key(invoice)];
    for (std::size_t invoice = 0; invoice < invoices_.size(); ++invoice) {
      compare(invoice);
      const auto& candidates = tied_[invoice].match.candidates;
      if (!candidates.empty()) rivals_[candidates.front().id].push_back(invoice);
    }
  }

  std::vector<Tied> decided() {
    const auto order = order_of(tied_.size(), [&](std::size_t left, std::size_t right) {
      return best_score(left) > best_score(right);
    });
    for (const std::size_t invoice : order) decide(invoice);
    return std::move(tied_);
  }

 private:
  void compare(std::size_t place) {
    const DocumentFacts& invoice = invoices_[place];
    const Places near = by_.near(invoice);
    Crowd crowd;
    crowd.invoices = with_amount_[amount_key(invoice)];
    crowd.deals = static_cast<int>(std::count_if(
        near.begin(), near.end(), [&](std::size_t deal) { return has_amount(deals_[deal], invoice); }));
    Match& match = tied_[place].match;
    match.candidates.clear();
    for (const std::size_t deal : near) {
      match.candidates.push_back(compare_deal_invoice(deals_[deal], invoice, crowd));
    }
    sort_by(match.candidates, is_better);
    tied_[place].invoice = place;
  }

  int best_score(std::size_t place) const {
    const auto& candidates = tied_[place].match.candidates;
    return candidates.empty() ? INT32_MIN : candidates.front().score;
  }

  bool leads(std::size_t place) const {
    const auto& candidates = tied_[place].match.candidates;
    const DocumentConfiguration& configuration = tie_configuration();
    if (candidates.front().score < configuration.link) return false;
    return candidates.size() == 1 || candidates[0].score - candidates[1].score >= configuration.margin;
  }

  /// Another invoice that is not decided yet wants the same deal nearly as much, and both do not fit into it.
  bool is_contested(std::size_t place, std::size_t deal_place) const {
    DealFacts deal = deals_[deal_place];
    deal.billed += invoices_[place].net;
    // None for a deal that became the best only after others were billed.
    const auto rivals = rivals_.find(deal.id);
    return rivals != rivals_.end() &&
           std::any_of(rivals->second.begin(), rivals->second.end(), [&](std::size_t other) {
             const bool open = other != place && tied_[other].match.outcome != Outcome::link;
             const bool close = best_score(place) - best_score(other) < tie_configuration().margin;
             return open && close && goes_beyond(deal, invoices_[other]);
           });
  }

  void decide(std::size_t place) {
    compare(place);  // what was linked since counts as billed
    Match& match = tied_[place].match;
    if (match.candidates.empty() || best_score(place) < tie_configuration().ask) return;
    match.outcome = Outcome::ask;
    const std::size_t deal = place_of_.at(match.candidates.front().id);
    if (!leads(place) || goes_beyond(deals_[deal], invoices_[place]) || is_contested(place, deal)) return;
    match.outcome = Outcome::link;
    deals_[deal].billed += invoices_[place].net;
  }

  std::vector<DealFacts> deals_;
  const std::vector<DocumentFacts>& invoices_;
  DealsBy by_;
  std::vector<Tied> tied_;
  std::map<std::string, std::size_t> place_of_;
  std::map<std::string, int> with_amount_;
  std::map<std::string, Places> rivals_;  // by deal: the invoices that wanted it first
};

}  // namespace

std::vector<Tied> tie_invoices(std::vector<DealFacts> deals, const std::vector<DocumentFacts>& invoices) {
  return Tying(std::move(deals), invoices).decided();
}

}  // namespace sidebill

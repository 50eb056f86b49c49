// What speaks for and against, in whole points, and what the points have to be for a link without a question.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/matching/match.h"

namespace sidebill {

/// The points of each kind of evidence. One table, so that the order of candidates can be read off it.
namespace points {
inline constexpr int buyer_link =
    200;  // somebody tied the buyer to this customer, or the product to this item
inline constexpr int contact_link = 70;  // of the contact that speaks for a buying company
inline constexpr int other_link = 40;    // of any other contact
inline constexpr int sku = 75;
inline constexpr int folded_sku = 65;   // "ab-1" for "AB-1"
inline constexpr int email = 60;        // of the buyer, or of the contact that speaks for it
inline constexpr int other_email = 25;  // of any other contact
inline constexpr int name = 50;
inline constexpr int folded_name = 45;   // up to case, accents, spaces and typographic signs
inline constexpr int second_name = 40;   // the company name of a customer displayed under another name
inline constexpr int contact_name = 10;  // of the contact that speaks for a buying company
inline constexpr int same_currency = 10;
inline constexpr int other_currency = -100;  // cannot be billed for this sale
inline constexpr int other_sku = -30;
inline constexpr int other_email_of_person = -20;  // a namesake
inline constexpr int other_link_stored = -80;      // somebody tied it to another record
inline constexpr int inactive = -100;

inline constexpr int enough = 40;  // least score that links without a question
inline constexpr int margin = 30;  // least lead over the runner-up
}  // namespace points

/// Candidates by id while evidence is gathered.
class Ballot {
 public:
  void add(const std::string& id, Evidence evidence);
  std::vector<std::string> ids() const;

  /// Best first, ties by id.
  std::vector<Candidate> ranked() const;

 private:
  std::map<std::string, Candidate> candidates_;
};

/// link when the best candidate has enough points, nothing bars it, the runner-up is far behind, and no
/// second one holds a stored link of the buyer as well.
Outcome outcome_of(const std::vector<Candidate>& ranked);

/// Evidence for two spellings of one name: the same, or the same once folded.
Evidence name_evidence(const std::string& left, const std::string& right, int same, int folded);

}  // namespace sidebill

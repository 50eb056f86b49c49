// Candidates while evidence is gathered, and what the evidence has to be for a link without a question.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/matching/match.h"

namespace sidebill {

/// Points beside those of the fields that are compared: what people did, and what no likeness outweighs.
namespace points {
inline constexpr int buyer_link =
    3000;  // somebody tied the buyer to this customer, or the product to this item
inline constexpr int contact_link = 700;  // of the contact that speaks for a buying company
inline constexpr int other_link = 500;    // of any other contact
inline constexpr int other_email =
    400;  // a contact that does not speak for the buyer has the customer's address
inline constexpr int name_as_written = 500;    // the display name to the letter: it is unique there
inline constexpr int name_but_for_case = 480;  // the same up to case, accents and spaces
inline constexpr int company_as_written = 430;
inline constexpr int sku_as_written = 800;  // what both services call the same thing by
inline constexpr int sku_but_for_case = 700;
inline constexpr int sku_differs = -400;
inline constexpr int namesake =
    -600;  // a person of this name has another e-mail address, and nothing else in common
inline constexpr int contact_only =
    -400;  // a company buys, and only the name of its contact is the customer's
inline constexpr int contact_elsewhere =
    -900;  // and nothing else leads to it: a person of this name in another firm
inline constexpr int mailbox_elsewhere =
    -1250;  // "jan.gray@" at two firms is two people, whatever the mailbox says
inline constexpr int link_elsewhere = -2500;
inline constexpr int same_contact =
    3000;  // first name, last name and e-mail address, where people decided that these decide
inline constexpr int other_currency = -3000;  // cannot be billed for this sale
inline constexpr int inactive = -3000;
}  // namespace points

class Ballot {
 public:
  void add(const std::string& id, Evidence evidence);
  void add(const std::string& id, const std::vector<Evidence>& evidence);
  /// Changes the evidence that a candidate has of a field and level: it turns out to be of another level, and
  /// to say more by these points. False when it has none.
  bool raise(const std::string& id, const std::string& field, const std::string& level, const char* becomes,
             int by);
  bool has(const std::string& id, const std::string& field, const std::string& level);

  /// Best first, ties by id. Those are left out that nothing speaks for, or that are below `ask` without what
  /// bars them: an inactive namesake is shown.
  std::vector<Candidate> ranked(int ask) const;

 private:
  Evidence* find(const std::string& id, const std::string& field, const std::string& level);

  std::map<std::string, Candidate> candidates_;
};

/// It is inactive, cannot be billed in this currency, or the buyer is linked to another.
bool is_barred(const Candidate& candidate);

/// What has to hold for a link.
struct Demands {
  int certain = 0, margin = 0;
};

/// link when the best candidate has enough points, nothing bars it, the runner-up is far behind, no second
/// one holds a stored link of the buyer as well, and none holds a link, e-mail address or SKU of the buyer
/// that the best one lacks: likeness of names does not outweigh those.
Outcome outcome_of(const std::vector<Candidate>& ranked, const Demands& demands);

}  // namespace sidebill

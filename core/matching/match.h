// Which customer is this buyer, which item is this line: candidates with their evidence.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/preferences.h"
#include "core/model/sale.h"

namespace sidebill {

class CustomerShelf;
class ItemShelf;

/// One thing that speaks for or against a candidate. Weights are whole points (hundredths of a bit) and sum
/// to the score.
struct Evidence {
  std::string field;  // "prior", "link", "active", "currency", or a text of Field
  std::string level;  // "same", "differs", "inactive" ..., or a text of Level
  std::string left;   // value on the CRM's side, as compared
  std::string right;  // value on the accounting side, as compared
  int weight = 0;
};

struct Candidate {
  std::string id;  // of the Customer or Item
  int score = 0;
  std::vector<Evidence> evidence;
};

/// link: one candidate is certain. ask: somebody has to choose. none: nothing resembles it.
enum class Outcome { link, ask, none };

struct Match {
  Outcome outcome = Outcome::none;
  std::vector<Candidate> candidates;  // best first; ties by id, so that the order is always the same
};

/// Who buys and what, as far as the directory knows them.
struct SaleMatches {
  Match customer;
  std::map<std::string, Match> lines;  // by line item
};

/// The customer for a sale: the deal's primary company with its first contact, else that contact.
///
/// Shape:  points in hundredths of a bit; link where the best candidate is certain (Configuration::certain),
/// leads the
///         runner-up by the margin and nothing bars it: a stored link says another, it is inactive, it has
///         another currency, or two are linked to the buyer. Where people decided for `same_contact`, a sale
///         with a contact goes by outcome_by_contact.
Match match_customer(const Sale& sale, const std::string& realm, CustomerMatching matching,
                     CustomerShelf& known);

/// The item for one line: by the stored link of its product, by SKU, name, description and price.
Match match_item(const SaleLine& line, const std::string& realm, ItemShelf& known);

}  // namespace sidebill

// Which customer is this buyer, which item is this line: candidates with their evidence.
#pragma once

#include <string>
#include <vector>

#include "core/base/issue.h"
#include "core/model/customer.h"
#include "core/model/sale.h"

namespace sidebill {

/// One thing that speaks for or against a candidate. Weights are whole points and sum to the score.
struct Evidence {
  std::string field;  // "link", "email", "name", "sku", "active", "currency"
  std::string level;  // "same", "same-folded", "differs" ...
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

/// Where a question looks: the directory in the extension, a vector in tests.
class KnownRecords {
 public:
  virtual ~KnownRecords() = default;
  virtual const Customer* customer(const std::string& id) const = 0;
  virtual std::vector<const Customer*> customers_by_email(const std::string& normal_email) const = 0;
  virtual std::vector<const Customer*> customers_by_name(const std::string& folded) const = 0;
  virtual const Item* item(const std::string& id) const = 0;
  virtual std::vector<const Item*> items_by_sku(const std::string& sku) const = 0;
  virtual std::vector<const Item*> items_by_name(const std::string& folded) const = 0;
};

/// The customer for a sale: the deal's primary company, else its billing contact, else its first contact.
///
/// A stored link decides; an e-mail or exact folded name held by one active customer alone links when nothing
/// contradicts; everything else is asked.
Match match_customer(const Sale& sale, const std::string& realm, const KnownRecords& known);

/// The item for one line: stored link of its product, then SKU, then exact folded name.
Match match_item(const SaleLine& line, const std::string& realm, const KnownRecords& known);

}  // namespace sidebill

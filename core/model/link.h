// Which record of one service stands for which record of the other.
#pragma once

#include <string>
#include <vector>

namespace sidebill {

/// A record of QuickBooks as HubSpot remembers it: `<realm>:<type>:<id>`, type as QuickBooks spells it
/// ("Customer", "Invoice", "Payment", "Item").
struct Link {
  std::string realm;
  std::string type;
  std::string id;
};

inline bool operator==(const Link& a, const Link& b) {
  return a.realm == b.realm && a.type == b.type && a.id == b.id;
}

/// What stands on a deal as a document: invoices, estimates, sales receipts.
bool is_sales_form(const Link& link);
/// Its word in paths of QuickBooks, of its API as of its pages, and here: "SalesReceipt" -> "salesreceipt".
std::string form_word(const std::string& type);

/// A record of HubSpot: object type id ("0-3") and record id.
struct RecordRef {
  std::string type;
  std::string id;
};

inline bool operator==(const RecordRef& a, const RecordRef& b) { return a.type == b.type && a.id == b.id; }

std::string to_text(const Link& link);
/// Reads a list of links separated by ';' or line breaks; what is no link is left out.
std::vector<Link> parse_links(const std::string& text);
std::string to_text(const std::vector<Link>& links);

}  // namespace sidebill

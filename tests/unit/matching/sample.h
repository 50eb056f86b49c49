// Customers, items and buyers in one line each, and matches as a text to compare.
#pragma once

#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/matching/customer_shelf.h"
#include "core/matching/item_shelf.h"
#include "core/matching/match.h"

namespace sample {

using namespace sidebill;

inline const std::string realm = "4620";

inline Customer customer(const std::string& id, const std::string& name,
                         std::vector<std::string> emails = {}) {
  Customer one;
  one.id = id;
  one.display_name = name;
  one.emails = std::move(emails);
  return one;
}

inline Item item(const std::string& id, const std::string& name, const std::string& sku = "") {
  Item one;
  one.id = id;
  one.name = one.full_name = name;
  one.sku = sku;
  one.type = "Service";
  return one;
}

inline CrmCompany buyer(const std::string& name, std::vector<Link> links = {}) {
  CrmCompany one;
  one.id = "700";
  one.name = name;
  one.links = std::move(links);
  return one;
}

inline CrmContact person(const std::string& first, const std::string& last, const std::string& email = "",
                         std::vector<Link> links = {}) {
  CrmContact one;
  one.id = "800";
  one.first_name = first;
  one.last_name = last;
  one.email = email;
  one.links = std::move(links);
  return one;
}

inline Sale sale_to(std::vector<CrmCompany> companies, std::vector<CrmContact> contacts = {}) {
  Sale one;
  one.companies = std::move(companies);
  one.contacts = std::move(contacts);
  return one;
}

inline SaleLine line(const std::string& name, const std::string& sku = "", std::vector<Link> links = {}) {
  SaleLine one;
  one.name = name;
  one.sku = sku;
  one.links = std::move(links);
  return one;
}

inline Match match(const Sale& sale, const std::vector<Customer>& known,
                   CustomerMatching matching = CustomerMatching::evidence) {
  CustomerShelf shelf;
  for (const Customer& one : known) shelf.put(one);
  return match_customer(sale, realm, matching, shelf);
}

inline Match match(const SaleLine& line, const std::vector<Item>& known) {
  ItemShelf shelf;
  for (const Item& one : known) shelf.put(one);
  return match_item(line, realm, shelf);
}

/// "link 5 9": the outcome, then the candidates, best first.
inline std::string outcome(const Match& match) {
  std::string text = match.outcome == Outcome::link ? "link" : match.outcome == Outcome::ask ? "ask" : "none";
  for (const Candidate& candidate : match.candidates) text += " " + candidate.id;
  return text;
}

/// "link 5:110 9:50": the same with their scores.
inline std::string shown(const Match& match) {
  std::string text = match.outcome == Outcome::link ? "link" : match.outcome == Outcome::ask ? "ask" : "none";
  for (const Candidate& candidate : match.candidates) {
    text += " " + candidate.id + ":" + std::to_string(candidate.score);
  }
  return text;
}

/// "link same 200, name differs 0"
inline std::string shown(const std::vector<Evidence>& evidence) {
  std::vector<std::string> parts;
  for (const Evidence& one : evidence) {
    parts.push_back(one.field + " " + one.level + " " + std::to_string(one.weight));
  }
  return join(parts, ", ");
}

inline bool weights_sum_to_score(const Match& match) {
  for (const Candidate& candidate : match.candidates) {
    int sum = 0;
    for (const Evidence& one : candidate.evidence) sum += one.weight;
    if (sum != candidate.score) return false;
  }
  return true;
}

}  // namespace sample

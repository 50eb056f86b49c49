// Known records in a plain list: what matching is tested over, and what the directory's indexes are compared
// with.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/matching/match.h"

namespace sidebill {

/// Searched one by one.
class KnownList : public KnownRecords {
 public:
  KnownList(std::vector<Customer> customers, std::vector<Item> items)
      : customers_(std::move(customers)), items_(std::move(items)) {}

  const Customer* customer(const std::string& id) const override;
  std::vector<const Customer*> customers_by_email(const std::string& normal_email) const override;
  std::vector<const Customer*> customers_by_name(const std::string& folded) const override;
  const Item* item(const std::string& id) const override;
  std::vector<const Item*> items_by_sku(const std::string& sku) const override;
  std::vector<const Item*> items_by_name(const std::string& folded) const override;

 private:
  std::vector<Customer> customers_;
  std::vector<Item> items_;
};

}  // namespace sidebill

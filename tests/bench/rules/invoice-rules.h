// The rules of invoices that were read beforehand: what the bench times, in both builds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/operations/basis.h"

namespace sidebill::bench {

class InvoiceRules {
 public:
  /// Keeps the invoice that a request to `compose` asks for; how many are kept, 0 when it cannot be read.
  std::size_t add(const std::string& request);

  /// Draft, totals and preflight of every kept invoice, so many times over.
  ///
  /// Shape:  the sum of all totals in minor units and of the number of issues, of one time: whoever is
  /// compared
  ///         comes to the same, and no optimiser can leave the work out
  double work(int times) const;

 private:
  struct Kept {
    Basis basis;
    Choices choices;
  };
  std::vector<Kept> invoices_;
};

}  // namespace sidebill::bench

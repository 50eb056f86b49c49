// The other deals of a buyer: an invoice that looks like one deal's may be another's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/matching/document_facts.h"
#include "core/model/sale.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

struct RivalDeals {
  std::vector<DealFacts> deals;
  std::vector<Link> links;  // documents that they have already
};

/// The other deals of the sale's company, else of its first contact, as invoices are compared with them: with
/// their lines, and what is billed already.
///
/// Shape:  two to four reads of HubSpot
/// Errors: nullopt when there are too many of them or HubSpot did not say all: nobody knows whose an invoice
/// is
std::optional<RivalDeals> rival_deals(Io& io, const Portal& portal, const Sale& sale,
                                      const std::string& realm, const std::vector<Buyer>& buyers);

}  // namespace sidebill

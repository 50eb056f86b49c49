// Telling HubSpot about invoices of QuickBooks: the mirrored invoice, its ties, the record's links and
// figures.
#pragma once

#include <string>
#include <vector>

#include "core/model/document.h"
#include "core/model/link.h"
#include "core/operations/documents.h"
#include "core/operations/load_record.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// One invoice and the records it belongs to, the main one first.
struct Mirroring {
  Invoice invoice;
  std::vector<RecordRef> records;
  /// HubSpot invoices tied to the main record: where there is no unique key, ours is looked for among them.
  /// nullopt: nobody could say, so none is made beside one that may be there.
  std::optional<std::vector<hubspot::InvoiceObject>> mirrored;
};

/// Creates or updates the HubSpot invoice of each and ties it to its records. Where the account has no
/// invoices or their unique property, the links on the records alone remember it; the issues say so.
Issues mirror_invoices(Io& io, const Portal& portal, const std::vector<Mirroring>& all);

/// The HubSpot invoices tied to a record, nullopt when HubSpot did not say all of them.
std::optional<std::vector<hubspot::InvoiceObject>> mirrored_of(const LoadedRecord& record);

/// What a record should say after a change.
struct RecordMemory {
  RecordRef ref;
  std::vector<Link> links;  // all of them, documents and customers
  /// Its documents, for a deal's figures; nullopt when not all could be read: then the figures stay.
  std::optional<std::vector<Invoice>> invoices;
  std::optional<int> generation = std::nullopt;  // deals: set when a document was made
  std::optional<std::vector<Link>> removed =
      std::nullopt;  // deals: set when somebody took one off or put one back
};

/// The documents of these for a record's figures.
std::optional<std::vector<Invoice>> known_invoices(const LoadedInvoices& loaded);

/// Writes links, and on deals figures and generation, leaving out what the record says already.
Issues write_memory(Io& io, const Portal& portal, const RecordMemory& memory, const hubspot::Record* current,
                    Date today);

/// The same with one link more, and with one less.
std::vector<Link> with_link(std::vector<Link> links, const Link& link);
std::vector<Link> without_link(std::vector<Link> links, const Link& link);

}  // namespace sidebill

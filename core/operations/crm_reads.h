// Reading records of HubSpot and what they are tied to, as every operation does it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/hubspot/objects.h"
#include "core/hubspot/records.h"
#include "core/model/link.h"
#include "core/operations/settings.h"
#include "core/run/run.h"

namespace sidebill {

/// How often a read is sent when nothing depends on it yet.
inline constexpr int usual_patience = 3;

/// What is not essential is reported and left out.
void add_warnings(Issues& issues, const Issues& more);

/// The other side of these ties, each once.
std::vector<std::string> ids_of(const std::vector<hubspot::Association>& associations);

/// Reads of one kind of record that are still to be made, in batches.
struct Wanted {
  std::string type, purpose;
  std::vector<std::string> ids;
  const std::vector<std::string>* properties;
};

void add_calls(std::vector<Call>& calls, const std::string& portal, const Wanted& wanted);

/// The records of the replies from `at` on that belong to these reads, in the order they were asked for.
std::vector<hubspot::Record> take_records(const std::vector<Reply>& replies, std::size_t& at,
                                          const Wanted& wanted, bool essential, Io& io, Issues& issues);

template <class Read>
auto read_all(const std::vector<hubspot::Record>& records, Read read, Issues& issues) {
  std::vector<decltype(read(records.front(), issues))> all;
  for (const hubspot::Record& record : records) all.push_back(read(record, issues));
  return all;
}

/// Stored links to invoices and the links of mirrored ones, each once, in that order.
std::vector<Link> document_links(const std::vector<Link>& stored,
                                 const std::vector<hubspot::InvoiceObject>& mirrored);

bool can_read_invoices(const Portal& portal);
bool can_read_quotes(const Portal& portal);

/// The same calls, each sent so often.
std::vector<Call> patient(std::vector<Call> calls, int patience);

/// What a record is tied to, and whether that is all of it.
struct Ties {
  std::vector<hubspot::Association> all;
  bool complete = false;
};

/// The ties of the first page: hundreds, more than any document takes. That there are others is never kept
/// quiet.
Ties ties_in(const Reply& reply, Issues& issues);

/// The record of a reply, or why there is none.
std::optional<hubspot::Record> record_in(const Reply& reply, const std::string& type, Issues& issues);

/// The first read of every operation: the record itself, which must be there.
hubspot::Record essential_record(Io& io, const Reply& reply, const std::string& type, Issues& issues);

}  // namespace sidebill

// The inputs of operations, read once at their start; the shapes stand in wasm/src/boundary.ts.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/model/link.h"
#include "core/operations/crm_lists.h"
#include "core/run/run.h"

namespace sidebill {

struct CreateInvoiceInput {
  std::string portal, realm;
  RecordRef source;
  bool another = false;
  std::string quote = {};  // whose lines are billed, "" for the deal's own
};
struct RecordInput {
  std::string portal;
  RecordRef record;
  bool refresh = false;
};
struct AddInvoiceInput {
  std::string portal;
  RecordRef record;
  std::vector<Link> links;
};
struct RemoveLinkInput {
  std::string portal;
  RecordRef record;
  Link link;
};
struct DocumentInput {
  std::string portal;
  Link link;
};
struct FindInvoicesInput {
  std::string realm, text;
};
struct RecentInvoicesInput {
  std::string realm, customer_id;
  std::string number;  // of the draft, "" for none
};
struct SuggestInvoicesInput {
  std::string portal, realm;
  RecordRef record;
  bool ask = false;
};

struct ReadRecordsInput {
  std::string portal, realm;
  CrmList of = CrmList::contacts;
};
struct LinkRecordsInput {
  struct Pair {
    std::string hubspot, quickbooks;  // ids
  };
  std::string portal, realm;
  CrmList of = CrmList::contacts;
  std::vector<Pair> pairs;  // each record of HubSpot once
};

struct ImportCustomersInput {
  std::string portal, realm;
  std::vector<std::string> customers;  // ids, each once
};

/// Each ends the run with field-missing when something it cannot do without is not there.
CreateInvoiceInput read_create_invoice(Io& io, const Json& input);
RecordInput read_record_input(Io& io, const Json& input);
AddInvoiceInput read_add_invoice(Io& io, const Json& input);
RemoveLinkInput read_remove_link(Io& io, const Json& input);
DocumentInput read_document_input(Io& io, const Json& input);
FindInvoicesInput read_find_invoices(Io& io, const Json& input);
RecentInvoicesInput read_recent_invoices(Io& io, const Json& input);
SuggestInvoicesInput read_suggest_invoices(Io& io, const Json& input);
ReadRecordsInput read_read_records(Io& io, const Json& input);
LinkRecordsInput read_link_records(Io& io, const Json& input);
ImportCustomersInput read_import_customers(Io& io, const Json& input);
/// The portal, realm or 'pending' under which a connection is tested: {account}.
std::string read_account(Io& io, const Json& input);

}  // namespace sidebill

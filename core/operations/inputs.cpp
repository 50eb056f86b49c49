#include "core/operations/inputs.h"

#include <algorithm>
#include <set>

namespace sidebill {

namespace {

/// Reads fields and ends the run at the first one missing.
class Input {
 public:
  Input(Io& io, const Json& value) : io_(io), reader_(value, "", issues_) {}

  std::string need(const Reader& reader, Name name) {
    const auto text = reader.id(name);
    if (!text || text->empty()) io_.fail({error(Code::field_missing, reader.path_of(name))});
    return *text;
  }
  std::string need(Name name) { return need(reader_, name); }
  RecordRef record(Name name) {
    const Reader record = reader_.object(name);
    return {need(record, "type"), need(record, "id")};
  }
  Link link(const std::string& key) {
    const std::vector<Link> links = parse_links(key);
    if (links.size() != 1) io_.fail({error(Code::field_wrong_type, "/key", {{"text", key}})});
    return links.front();
  }
  CrmList crm_list(Name name) {
    const std::string text = need(name);
    const auto of = crm_list_of(text);
    if (!of) io_.fail({error(Code::request_unknown, reader_.path_of(name), {{"name", text}})});
    return *of;
  }
  const Reader& reader() const { return reader_; }

 private:
  Io& io_;
  Issues issues_;
  Reader reader_;
};

}  // namespace

CreateInvoiceInput read_create_invoice(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("portal"), input.need("realm"), input.record("source"),
          input.reader().boolean_or("another", false), input.reader().text_or("quote")};
}

RecordInput read_record_input(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("portal"), input.record("record"), input.reader().boolean_or("refresh", false)};
}

AddInvoiceInput read_add_invoice(Io& io, const Json& value) {
  Input input(io, value);
  AddInvoiceInput read{input.need("portal"), input.record("record"), {}};
  // A loop of its own, not Reader::each: nothing but operations may stand between `fail` and the run.
  const Reader keys = input.reader().object("keys");
  for (const Json& key : keys.value().items) {
    const Link link = input.link(key.text);
    if (std::find(read.links.begin(), read.links.end(), link) == read.links.end()) read.links.push_back(link);
  }
  if (read.links.empty()) io.fail({error(Code::field_missing, "/keys")});
  return read;
}

RemoveLinkInput read_remove_link(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("portal"), input.record("record"), input.link(input.need("key"))};
}

DocumentInput read_document_input(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("portal"), input.link(input.need("key"))};
}

FindInvoicesInput read_find_invoices(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("realm"), input.reader().text_or("text")};
}

RecentInvoicesInput read_recent_invoices(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("realm"), input.need("customer"), input.reader().text_or("number")};
}

SuggestInvoicesInput read_suggest_invoices(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("portal"), input.need("realm"), input.record("record"),
          input.reader().boolean_or("ask", false)};
}

ReadRecordsInput read_read_records(Io& io, const Json& value) {
  Input input(io, value);
  return {input.need("portal"), input.need("realm"), input.crm_list("of")};
}

LinkRecordsInput read_link_records(Io& io, const Json& value) {
  Input input(io, value);
  LinkRecordsInput read{input.need("portal"), input.need("realm"), input.crm_list("of"), {}};
  std::set<std::string> known;
  Issues issues;
  const Reader pairs = input.reader().object("pairs");
  for (const Json& one : pairs.value().items) {
    const Reader pair(one, "/pairs", issues);
    std::string hubspot = input.need(pair, "hubspot");
    std::string quickbooks = input.need(pair, "quickbooks");
    if (known.insert(hubspot).second) read.pairs.push_back({std::move(hubspot), std::move(quickbooks)});
  }
  if (read.pairs.empty()) io.fail({error(Code::field_missing, "/pairs")});
  return read;
}

ImportCustomersInput read_import_customers(Io& io, const Json& value) {
  Input input(io, value);
  ImportCustomersInput read{input.need("portal"), input.need("realm"), {}};
  std::set<std::string> known;
  const Reader customers = input.reader().object("customers");
  for (const Json& one : customers.value().items) {
    if (one.is_string() && !one.text.empty() && known.insert(one.text).second)
      read.customers.push_back(one.text);
  }
  if (read.customers.empty()) io.fail({error(Code::field_missing, "/customers")});
  return read;
}

std::string read_account(Io& io, const Json& value) { return Input(io, value).need("account"); }

}  // namespace sidebill

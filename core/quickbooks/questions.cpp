#include "core/quickbooks/questions.h"

namespace sidebill::quickbooks {

namespace {

constexpr int most = 1000;

Query invoices_where(Condition condition, int limit) {
  return {"Invoice", {std::move(condition)}, "TxnDate DESC", 1, limit};
}

}  // namespace

Query whole_list(const std::string& entity) { return {entity, {}, "", 1, most}; }

Query page_of_list(const std::string& entity, int start, int limit) {
  return {entity, {active_or_not()}, "Id", start, limit};
}

Query customers_with_ids(const std::vector<std::string>& ids) {
  return {"Customer", {any_of("Id", ids), active_or_not()}, "", 1, most};
}

Query forms_made_last(const std::string& entity, int limit) {
  return {entity, {}, "MetaData.CreateTime DESC", 1, limit};
}

Query invoices_changed_last(int limit) { return {"Invoice", {}, "MetaData.LastUpdatedTime DESC", 1, limit}; }

Query invoices_dated_last(int limit) { return {"Invoice", {}, "TxnDate DESC", 1, limit}; }

Query records_with_ids(const std::string& entity, const std::vector<std::string>& ids) {
  return {entity, {any_of("Id", ids)}, "", 1, most};
}

Query payments_with_ids(const std::vector<std::string>& ids) {
  return {"Payment", {any_of("Id", ids)}, "", 1, most};
}

Query forms_of_customer_since(const std::string& entity, const std::string& customer_id, Date date) {
  const std::string midnight = to_text(date) + "T00:00:00+00:00";
  return {
      entity, {equals("CustomerRef", customer_id), at_least("MetaData.CreateTime", midnight)}, "", 1, most};
}

Query forms_with_number(const std::string& entity, const std::string& number, int limit) {
  return {entity, {equals("DocNumber", number)}, "TxnDate DESC", 1, limit};
}

Query invoices_with_number(const std::string& number, int limit) {
  return forms_with_number("Invoice", number, limit);
}

Query invoices_numbered(const std::string& text, int limit) {
  return invoices_where(contains("DocNumber", text), limit);
}

Query invoices_totalling(Decimal total, int limit) {
  return invoices_where(equals("TotalAmt", to_text(normalized(total))), limit);
}

Query invoices_of_customers(const std::vector<std::string>& customer_ids, int limit) {
  return invoices_where(any_of("CustomerRef", customer_ids), limit);
}

}  // namespace sidebill::quickbooks

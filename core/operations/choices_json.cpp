#include "core/operations/choices_json.h"

#include "core/matching/name_planner.h"

namespace sidebill {

namespace {

Json kind_object(std::string_view kind) { return Json::object().set("kind", Json::string(kind)); }

struct CustomerToJson {
  Json operator()(const Undecided&) const { return kind_object("undecided"); }
  Json operator()(const ExistingCustomer& customer) const {
    return kind_object("existing").set("id", Json::string(customer.id));
  }
  Json operator()(const NewCustomer& customer) const {
    return kind_object("create")
        .set("display_name", Json::string(customer.display_name))
        .set("company_name", Json::string(customer.company_name))
        .set("given_name", Json::string(customer.given_name))
        .set("family_name", Json::string(customer.family_name))
        .set("email", Json::string(customer.email))
        .set("phone", Json::string(customer.phone))
        .set("currency", Json::string(customer.currency))
        .set("parent_id", Json::string(customer.parent_id));
  }
};

struct ItemToJson {
  std::string name;
  Json operator()(const Undecided&) const { return kind_object("undecided"); }
  Json operator()(const ExistingItem& item) const {
    return kind_object("existing").set("id", Json::string(item.id)).set("name", Json::string(name));
  }
  Json operator()(const NewItem& item) const {
    return kind_object("create")
        .set("name", Json::string(item.name))
        .set("sku", Json::string(item.sku))
        .set("income_account_id", Json::string(item.income_account_id));
  }
};

Json line_json(const LineChoice& line) {
  return Json::object()
      .set("source_id", Json::string(line.source_id))
      .set("include", Json::boolean(line.include))
      .set("item", std::visit(ItemToJson{line.item_name}, line.item))
      .set("description", Json::string(line.description))
      .set("quantity", Json::string(line.quantity))
      .set("unit_price", Json::string(line.unit_price))
      .set("discount_percent", Json::string(line.discount_percent))
      .set("taxable", Json::boolean(line.taxable))
      .set("tax_code", Json::string(line.tax_code_id))
      .set("service_date", Json::string(line.service_date));
}

Json discount_json(const DiscountChoice& discount) {
  if (discount.kind == DiscountChoice::Kind::none) return kind_object("none");
  return kind_object(discount.kind == DiscountChoice::Kind::percent ? "percent" : "amount")
      .set("value", Json::string(discount.value))
      .set("after_tax", Json::boolean(discount.after_tax));
}

CustomerChoice read_customer(const Reader& reader) {
  const std::string kind = reader.text_or("kind");
  if (kind == "existing") return ExistingCustomer{reader.text_or("id")};
  if (kind != "create") return Undecided{};
  NewCustomer customer;
  customer.display_name = reader.text_or("display_name");
  customer.company_name = reader.text_or("company_name");
  customer.given_name = reader.text_or("given_name");
  customer.family_name = reader.text_or("family_name");
  customer.email = reader.text_or("email");
  customer.phone = reader.text_or("phone");
  customer.currency = reader.text_or("currency");
  customer.parent_id = reader.text_or("parent_id");
  return customer;
}

Json naming_json(const Naming& naming) {
  return Json::object()
      .set("policy", Json::string(policy_text(naming.policy)))
      .set("contact_id", Json::string(naming.contact_id));
}

Naming read_naming(const Reader& reader) {
  return {policy_of(reader.text_or("policy")).value_or(NamePolicy::company), reader.text_or("contact_id")};
}

ItemChoice read_item(const Reader& reader) {
  const std::string kind = reader.text_or("kind");
  if (kind == "existing") return ExistingItem{reader.text_or("id")};
  if (kind != "create") return Undecided{};
  NewItem item;
  item.name = reader.text_or("name");
  item.sku = reader.text_or("sku");
  item.income_account_id = reader.text_or("income_account_id");
  return item;
}

LineChoice read_line(const Reader& reader) {
  LineChoice line;
  line.source_id = reader.text_or("source_id");
  line.include = reader.boolean_or("include", true);
  line.item = read_item(reader.object("item"));
  line.item_name = reader.object("item").text_or("name");
  line.description = reader.text_or("description");
  line.quantity = reader.text_or("quantity");
  line.unit_price = reader.text_or("unit_price");
  line.discount_percent = reader.text_or("discount_percent");
  line.taxable = reader.boolean_or("taxable", false);
  line.tax_code_id = reader.text_or("tax_code");
  line.service_date = reader.text_or("service_date");
  return line;
}

DiscountChoice read_discount(const Reader& reader) {
  const std::string kind = reader.text_or("kind");
  if (kind != "percent" && kind != "amount") return {};
  return {kind == "percent" ? DiscountChoice::Kind::percent : DiscountChoice::Kind::amount,
          reader.text_or("value"), reader.boolean_or("after_tax", false)};
}

}  // namespace

Json choices_json(const Choices& choices) {
  Json beside = Json::array();
  for (const std::string& key : choices.beside) beside.items.push_back(Json::string(key));
  Json lines = Json::array();
  for (const LineChoice& line : choices.lines) lines.items.push_back(line_json(line));
  return Json::object()
      .set("customer", std::visit(CustomerToJson{}, choices.customer))
      .set("naming", naming_json(choices.naming))
      .set("lines", std::move(lines))
      .set("discount", discount_json(choices.discount))
      .set("term_id", Json::string(choices.term_id))
      .set("date", Json::string(choices.date))
      .set("due_date", choices.due_date.empty() ? Json{} : Json::string(choices.due_date))
      .set("message", Json::string(choices.message))
      .set("memo", Json::string(choices.memo))
      .set("email", Json::string(choices.email))
      .set("cc", Json::string(choices.cc))
      .set("number", Json::string(choices.number))
      .set("exchange_rate", Json::string(choices.exchange_rate))
      .set("expiration", Json::string(choices.expiration))
      .set("estimate_id", Json::string(choices.estimate_id))
      .set("payment_method_id", Json::string(choices.payment_method_id))
      .set("deposit_account_id", Json::string(choices.deposit_account_id))
      .set("payment_reference", Json::string(choices.payment_reference))
      .set("another", Json::boolean(choices.another))
      .set("beside", std::move(beside));
}

std::optional<Choices> read_choices(const Json& value, const std::string& path, Issues& issues) {
  if (!value.is_object()) {
    issues.push_back(error(Code::field_wrong_type, path, {{"expected", "object"}}));
    return std::nullopt;
  }
  const Reader reader(value, path, issues);
  Choices choices;
  choices.customer = read_customer(reader.object("customer"));
  choices.naming = read_naming(reader.object("naming"));
  reader.each("lines", [&](const Reader& line) { choices.lines.push_back(read_line(line)); });
  choices.discount = read_discount(reader.object("discount"));
  choices.term_id = reader.text_or("term_id");
  choices.date = reader.text_or("date");
  choices.due_date = reader.text_or("due_date");
  choices.message = reader.text_or("message");
  choices.memo = reader.text_or("memo");
  choices.email = reader.text_or("email");
  choices.cc = reader.text_or("cc");
  choices.number = reader.text_or("number");
  choices.exchange_rate = reader.text_or("exchange_rate");
  choices.expiration = reader.text_or("expiration");
  choices.estimate_id = reader.text_or("estimate_id");
  choices.payment_method_id = reader.text_or("payment_method_id");
  choices.deposit_account_id = reader.text_or("deposit_account_id");
  choices.payment_reference = reader.text_or("payment_reference");
  choices.another = reader.boolean_or("another", false);
  reader.each("beside", [&](const Reader& key) { choices.beside.push_back(key.value().text); });
  return choices;
}

}  // namespace sidebill

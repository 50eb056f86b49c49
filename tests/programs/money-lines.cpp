// The core's arithmetic as a program: each line of standard input is a JSON object, each line of output its
// answer. `{"op": "add", ...}` asks for one operation of core/base; anything else is an invoice, drafted and
// totalled as the extension does it. What the money oracle (tests/property) compares itself with.
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include "core/base/json.h"
#include "core/base/money.h"
#include "core/base/text.h"
#include "core/billing/compose.h"
#include "core/billing/totals.h"

using namespace sidebill;

namespace {

constexpr const char* tax_code_id = "T";
constexpr const char* customer_id = "1";

Json text_or_null(const std::optional<Decimal>& value) {
  return value ? Json::string(to_text(*value)) : Json{};
}

// One operation of core/base

Decimal operand(const Reader& in, const char* name) { return in.decimal(name).value_or(Decimal{}); }

int places(const Reader& in) { return static_cast<int>(in.integer("places").value_or(-1)); }

Rounding rounding(const Reader& in) {
  static const std::map<std::string, Rounding> modes = {{"half_up", Rounding::half_up},
                                                        {"half_even", Rounding::half_even},
                                                        {"down", Rounding::down},
                                                        {"up", Rounding::up}};
  return modes.at(in.text_or("rounding"));
}

Json split(const Reader& in) {
  std::vector<std::int64_t> weights;
  in.each("weights", [&](const Reader& weight) {
    weights.push_back(parse_decimal(weight.value().text).value_or(Decimal{}).coefficient());
  });
  const auto parts = split_minor(operand(in, "a").coefficient(), weights);
  if (!parts) return Json{};
  Json texts = Json::array();
  for (const std::int64_t part : *parts) texts.items.push_back(Json::string(std::to_string(part)));
  return texts;
}

using Operation = std::function<Json(const Reader&)>;

const std::map<std::string, Operation>& operations() {
  static const std::map<std::string, Operation> table = {
      {"parse_decimal", [](const Reader& in) { return text_or_null(parse_decimal(in.text_or("text"))); }},
      {"parse_json_number",
       [](const Reader& in) { return text_or_null(parse_json_number(in.text_or("text"))); }},
      {"add", [](const Reader& in) { return text_or_null(add(operand(in, "a"), operand(in, "b"))); }},
      {"subtract",
       [](const Reader& in) { return text_or_null(subtract(operand(in, "a"), operand(in, "b"))); }},
      {"multiply",
       [](const Reader& in) { return text_or_null(multiply(operand(in, "a"), operand(in, "b"))); }},
      {"negate", [](const Reader& in) { return text_or_null(negate(operand(in, "a"))); }},
      {"normalized", [](const Reader& in) { return text_or_null(normalized(operand(in, "a"))); }},
      {"compare",
       [](const Reader& in) {
         return Json::string(std::to_string(compare(operand(in, "a"), operand(in, "b"))));
       }},
      {"rescale",
       [](const Reader& in) { return text_or_null(rescale(operand(in, "a"), places(in), rounding(in))); }},
      {"divide",
       [](const Reader& in) {
         return text_or_null(divide(operand(in, "a"), operand(in, "b"), places(in), rounding(in)));
       }},
      {"multiply_rounded",
       [](const Reader& in) {
         return text_or_null(multiply_rounded(operand(in, "a"), operand(in, "b"), places(in), rounding(in)));
       }},
      {"multiply_divide",
       [](const Reader& in) {
         return text_or_null(
             multiply_divide(operand(in, "a"), operand(in, "b"), operand(in, "c"), places(in), rounding(in)));
       }},
      {"split", split},
  };
  return table;
}

// One invoice

void add_rate(const Reader& percent, Company& company) {
  const std::string id = std::to_string(company.tax_rates.size());
  const Decimal value = parse_decimal(percent.value().text).value_or(Decimal{});
  company.tax_rates.push_back({id, id, value, true, {}});
}

/// Each of its rates that is taken on taxes is taken on all before it.
void add_code(const Reader& in, Company& company) {
  TaxCode code;
  code.id = std::to_string(company.tax_codes.size());
  in.each("rates", [&](const Reader& rate) {
    const std::string on = rate.text_or("on");
    const auto order = static_cast<std::int64_t>(code.sales_rates.size());
    code.sales_rates.push_back({rate.text_or("rate"), on != "tax", on != "amount", order, order - 1});
  });
  company.tax_codes.push_back(code);
}

Company company_of(const Reader& in, Currency currency) {
  Company company;
  company.home_currency = currency;
  const Reader tax = in.object("tax");
  const std::string regime = tax.text_or("regime");
  if (regime == "automated") {
    company.tax_regime = UsAutomatedTax{};
    SeenTax seen;
    seen.customer_id = customer_id;
    seen.percent = tax.decimal("percent");
    company.seen_taxes.push_back(seen);
  } else if (regime == "manual") {
    company.tax_regime = UsManualTax{tax_code_id};
    TaxCode code;
    code.id = tax_code_id;
    tax.each("percents", [&](const Reader& percent) {
      TaxRate rate;
      rate.id = std::to_string(company.tax_rates.size());
      rate.percent = parse_decimal(percent.value().text).value_or(Decimal{});
      code.sales_rates.push_back({rate.id});
      company.tax_rates.push_back(rate);
    });
    company.tax_codes.push_back(code);
  } else if (regime == "lines") {
    company.tax_regime = LineTax{};
    company.tax_by_line = tax.boolean_or("by_line", false);
    tax.each("rates", [&](const Reader& percent) { add_rate(percent, company); });
    tax.each("codes", [&](const Reader& code) { add_code(code, company); });
  }
  return company;
}

Choices choices_of(const Reader& in) {
  Choices choices;
  choices.customer = ExistingCustomer{customer_id};
  in.each("lines", [&](const Reader& line) {
    LineChoice choice;
    choice.quantity = line.text_or("quantity");
    choice.unit_price = line.text_or("unit_price");
    choice.discount_percent = line.text_or("discount_percent");
    choice.taxable = line.boolean_or("taxable", false);
    choice.tax_code_id = line.text_or("code");
    choices.lines.push_back(choice);
  });
  const Reader discount = in.object("discount");
  const std::string kind = discount.text_or("kind");
  if (kind == "percent") choices.discount.kind = DiscountChoice::Kind::percent;
  if (kind == "amount") choices.discount.kind = DiscountChoice::Kind::amount;
  choices.discount.after_tax = discount.boolean_or("after_tax", false);
  choices.discount.value = discount.text_or("value");
  return choices;
}

/// Of all that a draft may have wrong with it, what concerns its arithmetic.
bool concerns_arithmetic(Code code) {
  return code == Code::amount_unreadable || code == Code::amount_too_large || code == Code::line_precision ||
         code == Code::line_discount_invalid || code == Code::discount_invalid;
}

Json issues_json(const Issues& issues) {
  Json texts = Json::array();
  for (const Issue& issue : issues) {
    if (!concerns_arithmetic(issue.code)) continue;
    texts.items.push_back(Json::string(std::string(code_text(issue.code)) + " " + issue.path));
  }
  return texts;
}

Json lines_json(const std::vector<DraftLine>& lines) {
  Json items = Json::array();
  for (const DraftLine& line : lines) {
    items.items.push_back(Json::object()
                              .set("quantity", Json::string(to_text(line.quantity)))
                              .set("unit_price", Json::string(to_text(line.unit_price)))
                              .set("amount", Json::string(amount_text(line.amount))));
  }
  return items;
}

Json parts_json(const std::vector<TaxPart>& parts) {
  Json list = Json::array();
  for (const TaxPart& part : parts) {
    const std::string text = part.rate_id + ": " + amount_text(part.amount) + " of " + amount_text(part.base);
    list.items.push_back(Json::string(text));
  }
  return list;
}

Json line_totals_json(const Totals& totals) {
  const auto* tax = std::get_if<TaxByRates>(&totals.tax);
  return Json::object()
      .set("subtotal", Json::string(amount_text(totals.subtotal)))
      .set("discount", Json::string(amount_text(totals.discount)))
      .set("parts", tax == nullptr ? Json{} : parts_json(tax->parts))
      .set("total", Json::string(amount_text(totals.total)));
}

Json totals_json(const std::optional<Totals>& totals, const Company& company) {
  if (!totals) return Json{};
  if (std::holds_alternative<LineTax>(company.tax_regime)) return line_totals_json(*totals);
  const auto* tax = std::get_if<TaxPredicted>(&totals->tax);
  return Json::object()
      .set("subtotal", Json::string(amount_text(totals->subtotal)))
      .set("discount", Json::string(amount_text(totals->discount)))
      .set("taxable", Json::string(amount_text(totals->taxable)))
      .set("tax", tax == nullptr ? Json{} : Json::string(amount_text(tax->amount)))
      .set("percent", tax == nullptr ? Json{} : Json::string(to_text(normalized(tax->percent))))
      .set("total", Json::string(amount_text(totals->total)));
}

Json invoice_answer(const Reader& in) {
  Sale sale;
  sale.currency = in.text_or("currency");
  const Company company = company_of(in, find_currency(sale.currency).value_or(Currency{}));
  const Drafted drafted = draft_invoice(sale, company, Known{}, choices_of(in));
  return Json::object()
      .set("lines", lines_json(drafted.draft.lines))
      .set("issues", issues_json(drafted.issues))
      .set("totals", totals_json(totals(drafted.draft, company), company));
}

Json answer(const std::string& request) {
  Issues issues;
  const auto json = parse_json(request, issues);
  if (!json) return Json::string("unreadable request");
  const Reader in(*json, "", issues);
  const auto op = in.text("op");
  return op ? operations().at(*op)(in) : invoice_answer(in);
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) std::cout << to_text(answer(line)) << '\n' << std::flush;
  return 0;
}

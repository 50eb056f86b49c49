#include "core/billing/draft_line.h"

#include "core/base/text.h"
#include "core/billing/price.h"
#include "core/billing/read_choice.h"

namespace sidebill {

namespace {

constexpr Decimal hundred{100, 0};

/// A quantity or price that QuickBooks can hold, saying so where it had to be rounded.
Decimal read_kept(const std::string& text, const std::string& path, Issues& issues) {
  const auto value = read_decimal(text, path, issues);
  if (!value) return {};
  const Kept kept = keep_places(*value);
  if (kept.rounded) {
    issues.push_back(
        warning(Code::line_precision, path,
                {{"text", text}, {"rounded", to_text(kept.value)}, {"places", std::to_string(max_places)}}));
  }
  return kept.value;
}

/// The percent off this line; nothing where none is wanted or none can be used.
std::optional<Decimal> read_percent(const LineChoice& choice, const std::string& path, Issues& issues) {
  if (trim(choice.discount_percent).empty()) return std::nullopt;
  const auto percent = read_decimal(choice.discount_percent, path, issues);
  if (!percent || percent->is_zero()) return std::nullopt;
  if (*percent < Decimal{} || *percent > hundred) {
    issues.push_back(error(Code::line_discount_invalid, path, {{"text", choice.discount_percent}}));
    return std::nullopt;
  }
  return percent;
}

std::string with_sentence(const std::string& description, const std::string& sentence) {
  return description.empty() ? sentence : description + "\n" + sentence;
}

void take_percent_off(DraftLine& line, Decimal percent, const std::string& path, const Currency& currency,
                      Issues& issues) {
  const auto net = less_percent(line.unit_price, percent);
  if (!net) {
    issues.push_back(error(Code::amount_too_large, path + "/unit_price"));
    return;
  }
  if (net->rounded) {
    issues.push_back(warning(Code::line_precision, path + "/discount_percent",
                             {{"rounded", to_text(net->value)}, {"places", std::to_string(max_places)}}));
  }
  line.description =
      with_sentence(line.description, percent_words(percent, line.unit_price, net->value, currency));
  line.unit_price = net->value;
}

/// What is typed about a product to be created, with the facts that the line has anyway.
ItemChoice carried_item(const LineChoice& choice) {
  const auto* created = std::get_if<NewItem>(&choice.item);
  if (created == nullptr) return choice.item;
  NewItem item = *created;
  item.name = trim(item.name);
  item.sku = trim(item.sku);
  item.taxable = choice.taxable;
  return item;
}

}  // namespace

DraftLine draft_line(const LineChoice& choice, const std::string& path, const Currency& currency,
                     Issues& issues) {
  DraftLine line;
  line.source_id = choice.source_id;
  line.item = carried_item(choice);
  line.description = trim(choice.description);
  line.taxable = choice.taxable;
  line.tax_code_id = choice.tax_code_id;
  line.quantity = read_kept(choice.quantity, path + "/quantity", issues);
  line.unit_price = read_kept(choice.unit_price, path + "/unit_price", issues);
  if (const auto percent = read_percent(choice, path + "/discount_percent", issues)) {
    take_percent_off(line, *percent, path, currency, issues);
  }
  if (!trim(choice.service_date).empty())
    line.service_date = read_date(choice.service_date, path + "/service_date", issues);
  line.amount = Money{0, currency};
  if (const auto amount = line_amount(line.quantity, line.unit_price, currency)) {
    line.amount = *amount;
  } else {
    issues.push_back(error(Code::amount_too_large, path + "/quantity"));
  }
  return line;
}

}  // namespace sidebill

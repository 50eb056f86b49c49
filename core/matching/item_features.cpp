#include "core/matching/item_features.h"

#include <algorithm>

#include "core/base/money.h"
#include "core/base/text.h"

namespace sidebill {

namespace {

template <class Value>
void keep_each_once(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<WordId> numbers_of(const std::vector<std::string>& words, Lexicon& lexicon) {
  std::vector<WordId> numbers;
  for (const std::string& word : words) numbers.push_back(lexicon.number_of(word));
  keep_each_once(numbers);
  return numbers;
}

/// "$1,299.00" and "1299" alike.
std::int64_t price_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '.') digits.push_back(c);
  }
  const auto price = parse_decimal(digits);
  if (!price) return 0;
  const auto money = money_from(*price, find_currency("USD").value_or(Currency{}), Rounding::half_up);
  return money ? money->minor : 0;
}

std::vector<std::string> codes_of(const ItemFeatures& item) {
  std::vector<std::string> codes = item.name.codes;
  codes.insert(codes.end(), item.description.codes.begin(), item.description.codes.end());
  if (!item.sku.empty()) codes.push_back(item.sku);
  keep_each_once(codes);
  return codes;
}

}  // namespace

ItemFeatures read_item(const MatchRecord& record, Lexicon& lexicon) {
  ItemFeatures item;
  item.name = read_goods(record[Role::name]);
  item.description = read_goods(record[Role::description]);
  keep_each_once(item.name.codes);
  item.name_words = numbers_of(item.name.words, lexicon);
  item.all_words = numbers_of(item.description.words, lexicon);
  item.all_words.insert(item.all_words.end(), item.name_words.begin(), item.name_words.end());
  keep_each_once(item.all_words);
  item.sku = code_key(record[Role::sku]);
  item.codes = codes_of(item);
  item.price_minor = price_of(record[Role::price]);
  item.name_text = join(item.name.words, " ") + (item.sku.empty() ? "" : " " + item.sku);
  item.full_text = item.name_text + " " + join(item.description.words, " ");
  return item;
}

void count_in(const ItemFeatures& item, Lexicon& lexicon) { lexicon.add_record(item.all_words); }

void count(const ItemFeatures& item, const Lexicon& lexicon, WordCounts& counts, int by) {
  for (const WordId id : item.all_words) counts.add(lexicon.word(id), by);
  counts.add_records(by);
}

}  // namespace sidebill

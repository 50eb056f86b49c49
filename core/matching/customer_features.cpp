#include "core/matching/customer_features.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/matching/legal_forms.h"
#include "core/matching/search_text.h"

namespace sidebill {

namespace {

std::vector<WordId> numbers_of(const std::vector<std::string>& words, Lexicon& lexicon) {
  std::vector<WordId> numbers;
  for (const std::string& word : words) {
    if (!is_connector(word)) numbers.push_back(lexicon.number_of(word));
  }
  return numbers;
}

constexpr std::array<Role, 5> address_roles = {Role::address, Role::postcode, Role::city, Role::region,
                                               Role::country};

NameFeatures company_name(std::string_view text, Lexicon& lexicon) {
  CompanyWords company = split_legal_form(words_of(text));
  return {numbers_of(company.distinctive, lexicon), std::move(company.forms), false};
}

NameFeatures person_name(std::string_view text, Lexicon& lexicon) {
  return {numbers_of(words_of(text), lexicon), {}, true};
}

void add_name(CustomerFeatures& customer, NameFeatures name) {
  if (!name.words.empty()) customer.names.push_back(std::move(name));
}

/// A person's name stands beside a displayed one only when the family name is known: a given name alone says
/// less than what is displayed.
void read_names(const MatchRecord& record, Lexicon& lexicon, CustomerFeatures& customer) {
  add_name(customer, company_name(record[Role::name], lexicon));
  if (record[Role::company] != record[Role::name])
    add_name(customer, company_name(record[Role::company], lexicon));
  const bool family_known = !trim(record[Role::last_name]).empty();
  if (customer.names.empty() || family_known)
    add_name(customer, person_name(record[Role::first_name] + " " + record[Role::last_name], lexicon));
  for (const NameFeatures& name : customer.names) {
    for (const WordId id : name.words) {
      if (!customer.name_text.empty()) customer.name_text.push_back(' ');
      customer.name_text += lexicon.word(id);
    }
  }
}

bool has_address(const MatchRecord& record) {
  return std::any_of(address_roles.begin(), address_roles.end(),
                     [&](Role role) { return !record[role].empty(); });
}

void read_address(const MatchRecord& record, CustomerLexicons& lexicons, CustomerFeatures& customer) {
  if (!has_address(record)) return;
  customer.street = parse_street(record[Role::address]);
  customer.street_words = numbers_of(customer.street.words, lexicons.streets);
  customer.postcode = postcode_key(record[Role::postcode]);
  customer.city = search_text(record[Role::city]);
  customer.region = search_text(record[Role::region]);
  customer.country = country_key(record[Role::country]);
  if (!customer.city.empty()) customer.city_word = lexicons.cities.number_of(customer.city);
  append_search_text(customer.address_text,
                     record[Role::address] + " " + customer.postcode + " " + record[Role::city]);
}

std::vector<WordId> words_of_names(const CustomerFeatures& customer) {
  std::vector<WordId> words;
  for (const NameFeatures& name : customer.names)
    words.insert(words.end(), name.words.begin(), name.words.end());
  return words;
}

/// A record came or went; each of its words counts once.
void count_words(std::vector<WordId> words, const Lexicon& lexicon, WordCounts& counts, int by) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const WordId id : words) counts.add(lexicon.word(id), by);
  counts.add_records(by);
}

void count_value(const std::string& value, WordCounts& counts, int by) {
  if (value.empty()) return;
  counts.add(value, by);
  counts.add_records(by);
}

}  // namespace

CustomerFeatures read_customer(const MatchRecord& record, CustomerLexicons& lexicons) {
  CustomerFeatures customer;
  read_names(record, lexicons.names, customer);
  read_address(record, lexicons, customer);
  customer.email = parse_mail(record[Role::email]);
  customer.phone = phone_digits(record[Role::phone]);
  customer.website = web_domain(record[Role::website]);
  if (customer.website.empty() && !customer.email.free) customer.website = customer.email.domain;
  return customer;
}

void count_in(const CustomerFeatures& customer, CustomerLexicons& lexicons) {
  lexicons.names.add_record(words_of_names(customer));
  lexicons.streets.add_record(customer.street_words);
  if (!customer.city.empty()) lexicons.cities.add_record({customer.city_word});
  if (!customer.email.empty())
    lexicons.emails.add_record({lexicons.emails.number_of(text_of(customer.email))});
  if (!customer.phone.empty()) lexicons.phones.add_record({lexicons.phones.number_of(customer.phone)});
}

void count(const CustomerFeatures& customer, const CustomerLexicons& lexicons, CustomerCounts& counts,
           int by) {
  count_words(words_of_names(customer), lexicons.names, counts.names, by);
  count_words(customer.street_words, lexicons.streets, counts.streets, by);
  count_value(customer.city, counts.cities, by);
  count_value(text_of(customer.email), counts.emails, by);
  count_value(customer.phone, counts.phones, by);
}

}  // namespace sidebill

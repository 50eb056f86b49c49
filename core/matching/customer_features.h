// A customer, contact or company made ready for comparing: its texts split, folded and normalised once.
#pragma once

#include <string>
#include <vector>

#include "core/matching/addresses.h"
#include "core/matching/contact_points.h"
#include "core/matching/lexicon.h"
#include "core/matching/record.h"

namespace sidebill {

/// One of the names a record answers to.
struct NameFeatures {
  std::vector<WordId> words;  // without legal forms and connectors
  std::vector<std::string> forms;
  bool of_person = false;
};

struct CustomerFeatures {
  std::vector<NameFeatures> names;
  std::string name_text;     // all names, as the trigram index takes them
  std::string address_text;  // street, postcode and city likewise
  MailAddress email;
  std::string phone;
  std::string website;  // of its own, else that of the e-mail address unless anybody gets one there
  StreetAddress street;
  std::vector<WordId> street_words;
  std::string postcode, city, region, country;
  WordId city_word = 0;  // the city as one word of the lexicon of cities
};

/// How many customers have each value.
struct CustomerCounts {
  WordCounts names, streets, cities, emails, phones;
};

/// How often each value occurs: what is common says little.
struct CustomerLexicons {
  CustomerLexicons() = default;
  /// Of a few customers among many.
  explicit CustomerLexicons(const CustomerCounts& all)
      : names(all.names), streets(all.streets), cities(all.cities), emails(all.emails), phones(all.phones) {}

  Lexicon names, streets, cities, emails, phones;
};

CustomerFeatures read_customer(const MatchRecord& record, CustomerLexicons& lexicons);

/// Counts the record in.
void count_in(const CustomerFeatures& customer, CustomerLexicons& lexicons);
/// Counts a record that was read with these lexicons in (1) or out (-1).
void count(const CustomerFeatures& customer, const CustomerLexicons& lexicons, CustomerCounts& counts,
           int by);

}  // namespace sidebill

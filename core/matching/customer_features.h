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
  std::vector<WordId> words;         // without legal forms and connectors
  std::vector<std::string> forms;
  bool of_person = false;
};

struct CustomerFeatures {
  std::vector<NameFeatures> names;
  std::string name_text;      // all names, as the trigram index takes them
  std::string address_text;   // street, postcode and city likewise
  MailAddress email;
  std::string phone;
  std::string website;        // of its own, else that of the e-mail address unless anybody gets one there
  StreetAddress street;
  std::vector<WordId> street_words;
  std::string postcode, city, region, country;
  WordId city_word = 0;       // the city as one word of the lexicon of cities
};

/// How often each value occurs: what is common says little.
struct CustomerLexicons {
  Lexicon names, streets, cities, emails, phones;
};

CustomerFeatures read_customer(const MatchRecord& record, CustomerLexicons& lexicons);

/// Counts the record in or out.
void count_in(const CustomerFeatures& customer, CustomerLexicons& lexicons);

}  // namespace sidebill

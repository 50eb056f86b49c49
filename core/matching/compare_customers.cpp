#include "core/matching/compare_customers.h"

#include <algorithm>

#include "core/matching/compare_names.h"
#include "core/matching/spelling.h"
#include "core/matching/trigrams.h"

namespace sidebill {

namespace {

Signal offset(Signal first, int by) { return static_cast<Signal>(static_cast<int>(first) + by); }

/// The signals of a name are in this order for each kind of name.
enum NameSignal : int { same, alike, within, overlaps, touches, differs, information, unshared };

struct BestName {
  NameComparison names;
  std::uint8_t left = 0, right = 0;
  bool found = false;
};

/// What is shared counts whole, what is left over a little more than half: names are shortened more often
/// than made up.
int rough_score(const NameComparison& names) {
  return 10 * names.shared - 6 * (names.left_over + names.right_over);
}

Level level_of(const NameComparison& names) {
  if (names.shared == 0) return Level::differs;
  if (names.left_over == 0 && names.right_over == 0) return names.spelled_same ? Level::same : Level::alike;
  if (names.left_over == 0 || names.right_over == 0) return Level::within;
  const int shared = 200 * names.shared / (2 * names.shared + names.left_over + names.right_over);
  return shared > 60 ? Level::overlaps : Level::touches;
}

/// log2 in tenths of how many may share a telephone: that of more says nothing, which is not a word against
/// them.
constexpr int most_holders = 60;

class Comparing {
 public:
  Comparing(const CustomerFeatures& left, const CustomerFeatures& right, const CustomerLexicons& lexicons)
      : left_(left), right_(right), lexicons_(lexicons) {}

  Findings findings() {
    compare_names();
    compare_email();
    compare_phone();
    compare_website();
    compare_street();
    compare_postcode();
    compare_city();
    compare_region();
    compare_country();
    weigh_household();
    return found_;
  }

 private:
  // Names

  BestName best_names() const {
    BestName best;
    for (std::size_t i = 0; i < left_.names.size(); ++i) {
      for (std::size_t j = 0; j < right_.names.size(); ++j) {
        const NameFeatures& mine = left_.names[i];
        const NameFeatures& theirs = right_.names[j];
        const auto names = sidebill::compare_names(mine.words, theirs.words,
                                                   mine.of_person || theirs.of_person, lexicons_.names);
        if (best.found && rough_score(names) <= rough_score(best.names)) continue;
        best = {names, static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j), true};
      }
    }
    return best;
  }

  void compare_names() {
    const BestName best = best_names();
    if (!best.found) return;
    const NameFeatures& mine = left_.names[best.left];
    const NameFeatures& theirs = right_.names[best.right];
    const bool of_person = mine.of_person || theirs.of_person;
    const bool single = of_person && std::min(mine.words.size(), theirs.words.size()) == 1;
    const Signal first = single      ? Signal::single_name_same
                         : of_person ? Signal::person_name_same
                                     : Signal::company_name_same;
    constexpr int most = 240;  // tenths of a bit: more does not say more
    const NameComparison& names = best.names;
    const Level level = level_of(names);
    found_.begin({Field::name, level, best.left, best.right});
    found_.add(offset(first, level == Level::differs ? differs : static_cast<int>(level)));
    found_.add(offset(first, information), std::min(most, names.shared) / 10);
    found_.add(offset(first, unshared), std::min(most, names.left_over + names.right_over) / 10);
    other_given_name_ = of_person && names.left_over > 10 && names.right_over > 10;
    if (!of_person) compare_forms(mine, theirs);
  }

  void compare_forms(const NameFeatures& mine, const NameFeatures& theirs) {
    if (mine.forms.empty() || theirs.forms.empty()) return;
    const bool agree = mine.forms == theirs.forms;
    found_.add({Field::legal_form, agree ? Level::same : Level::differs},
               agree ? Signal::legal_form_same : Signal::legal_form_differs);
  }

  // Ways to reach them

  void compare_email() {
    const MailAddress& mine = left_.email;
    const MailAddress& theirs = right_.email;
    if (!mine.empty() && !theirs.empty()) {
      if (mine == theirs) {
        found_.add({Field::email, Level::same}, Signal::email_same);
        found_.add(Signal::email_shared_by_many, holders(lexicons_.emails, mine.local + "@" + mine.domain));
        same_email_ = true;
      } else {
        compare_other_emails(mine, theirs);
      }
    }
    if (names_other(mine, right_) || names_other(theirs, left_)) {
      if (mine.empty() || theirs.empty()) found_.begin({Field::email, Level::elsewhere});
      found_.add(Signal::email_names_person);
    }
  }

  void compare_other_emails(const MailAddress& mine, const MailAddress& theirs) {
    if (is_same_mailbox(mine, theirs)) {
      found_.add({Field::email, Level::alike}, Signal::email_same_local);
    } else if (are_mistyped(mine, theirs)) {
      found_.add({Field::email, Level::alike}, Signal::email_alike);
    } else if (mine.domain == theirs.domain && !mine.free) {
      const bool desks = mine.role && theirs.role;
      found_.add({Field::email, Level::within}, desks ? Signal::email_same_desk : Signal::email_same_domain);
    } else {
      const bool free = mine.free && theirs.free;
      found_.add({Field::email, Level::differs}, free ? Signal::email_differs_free : Signal::email_differs);
    }
  }

  /// The same person's, who changed the provider; or the firm did. At another firm's, "ana.sol@" is whoever
  /// bears that name.
  bool is_same_mailbox(const MailAddress& mine, const MailAddress& theirs) const {
    if (mine.local != theirs.local || mine.local.size() < 6 || mine.role) return false;
    const bool between_firms = !mine.free && !theirs.free && !are_mistyped(mine, theirs);
    return !between_firms || !(is_own_name(mine, left_) || is_own_name(theirs, right_));
  }

  /// Nothing but words of the record's own names, and initials of them: "ana.sol", "asol".
  bool is_own_name(const MailAddress& mail, const CustomerFeatures& customer) const {
    std::string rest;
    for (const char c : mail.local) {
      if (c >= 'a' && c <= 'z') rest.push_back(c);
    }
    bool found = false;
    for (const NameFeatures& name : customer.names) {
      for (const WordId id : name.words) {
        const std::string& word = lexicons_.names.word(id);
        const std::size_t at = word.size() < 3 ? std::string::npos : rest.find(word);
        if (at == std::string::npos) continue;
        rest.erase(at, word.size());
        found = true;
      }
    }
    return found && rest.size() <= 1;
  }

  static bool are_mistyped(const MailAddress& mine, const MailAddress& theirs) {
    const std::string left = mine.local + "@" + mine.domain, right = theirs.local + "@" + theirs.domain;
    if (std::min(left.size(), right.size()) < 12 || edits_between(left, right, 3) > 3) return false;
    return !mine.free || (mine.local.size() >= 6 && edits_between(mine.local, theirs.local, 2) <= 2);
  }

  /// The address has a word of the other's name: "ngozi_hall@" and "Ngozi Hall".
  bool names_other(const MailAddress& mail, const CustomerFeatures& other) const {
    if (mail.empty() || other.email.empty()) return false;
    for (const NameFeatures& name : other.names) {
      for (const WordId id : name.words) {
        const std::string& word = lexicons_.names.word(id);
        if (word.size() >= 4 && mail.local.find(word) != std::string::npos) return true;
      }
    }
    return false;
  }

  void compare_phone() {
    const std::string& mine = left_.phone;
    const std::string& theirs = right_.phone;
    if (mine.empty() || theirs.empty()) return;
    const std::size_t size = std::min(mine.size(), theirs.size());
    const std::string_view left = std::string_view(mine).substr(mine.size() - size);
    const std::string_view right = std::string_view(theirs).substr(theirs.size() - size);
    if (left == right) {
      found_.add({Field::phone, Level::same}, Signal::phone_same);
      found_.add(Signal::phone_shared_by_many, std::min(most_holders, holders(lexicons_.phones, mine)));
      same_phone_ = true;
    } else if (edits_between(left, right, 1) <= 1) {
      found_.add({Field::phone, Level::alike}, Signal::phone_alike);
    } else {
      found_.add({Field::phone, Level::differs}, Signal::phone_differs);
    }
  }

  /// The website says nothing that the same e-mail address did not say.
  void compare_website() {
    if (left_.website.empty() || right_.website.empty()) return;
    const bool agree = left_.website == right_.website;
    if (agree && same_email_) return;
    found_.add({Field::website, agree ? Level::same : Level::differs},
               agree ? Signal::website_same : Signal::website_differs);
  }

  // Where they are

  void compare_street() {
    if (left_.street.empty() || right_.street.empty()) return;
    const auto& mine = left_.street.numbers;
    const auto& theirs = right_.street.numbers;
    const bool both = !mine.empty() && !theirs.empty();
    const bool same_number =
        std::find_first_of(mine.begin(), mine.end(), theirs.begin(), theirs.end()) != mine.end();
    const auto words =
        sidebill::compare_names(left_.street_words, right_.street_words, false, lexicons_.streets);
    const bool no_words = left_.street_words.empty() || right_.street_words.empty();
    const int whole =
        words.shared == 0 ? 0 : 100 * words.shared / (words.shared + words.left_over + words.right_over);
    const int most = std::max(shared_of_left(words), shared_of_right(words));
    found_.begin({Field::street, Level::differs});
    const int likeness = no_words ? 0 : trigrams_in_common(left_.street.letters, right_.street.letters);
    const StreetNumbers numbers = same_number ? StreetNumbers::same
                                  : both      ? StreetNumbers::other
                                              : StreetNumbers::lacking;
    set_street(no_words     ? StreetWords::none
               : whole > 80 ? StreetWords::same
               : most > 80  ? StreetWords::within
                            : StreetWords::other,
               numbers);
    if (most > 40) found_.add(Signal::street_information, std::min(200, words.shared) / 10);
    found_.add(Signal::street_letters, likeness / 10);
    same_street_ = (most > 80 || likeness > 60) && same_number;
  }

  enum class StreetWords { none, same, within, other };
  enum class StreetNumbers { same, other, lacking };

  void set_street(StreetWords words, StreetNumbers numbers) {
    struct Meaning {
      Level level;
      Signal signal;
    };
    // By words, then by numbers.
    static constexpr Meaning meanings[4][3] = {
        {{Level::within, Signal::street_same_number},
         {Level::differs, Signal::street_other_number},
         {Level::differs, Signal::street_near}},
        {{Level::same, Signal::street_same},
         {Level::overlaps, Signal::street_other_number},
         {Level::within, Signal::street_same_words}},
        {{Level::alike, Signal::street_same},
         {Level::within, Signal::street_other_number},
         {Level::within, Signal::street_words_within}},
        {{Level::touches, Signal::street_same_number},
         {Level::differs, Signal::street_differs},
         {Level::differs, Signal::street_differs}},
    };
    const Meaning& meaning = meanings[static_cast<int>(words)][static_cast<int>(numbers)];
    found_.relevel(meaning.level);
    found_.add(meaning.signal);
  }

  void compare_postcode() {
    const std::string& mine = left_.postcode;
    const std::string& theirs = right_.postcode;
    if (mine.empty() || theirs.empty()) return;
    if (mine == theirs) {
      found_.add({Field::postcode, Level::same}, Signal::postcode_same);
    } else if (edits_between(mine, theirs, 1) <= 1) {
      found_.add({Field::postcode, Level::alike}, Signal::postcode_alike);
    } else {
      found_.add({Field::postcode, Level::differs}, Signal::postcode_differs);
    }
  }

  void compare_city() {
    if (left_.city.empty() || right_.city.empty()) return;
    if (left_.city == right_.city) {
      found_.add({Field::city, Level::same}, Signal::city_same);
      found_.add(Signal::city_information, lexicons_.cities.information(left_.city_word) / 10);
    } else if (jaro_winkler(left_.city, right_.city) >= 85) {
      found_.add({Field::city, Level::alike}, Signal::city_alike);
    } else {
      found_.add({Field::city, Level::differs}, Signal::city_differs);
    }
  }

  void compare_region() {
    if (left_.region.empty() || right_.region.empty()) return;
    const bool agree = left_.region == right_.region;
    found_.add({Field::region, agree ? Level::same : Level::differs},
               agree ? Signal::region_same : Signal::region_differs);
  }

  void compare_country() {
    if (left_.country.empty() || right_.country.empty()) return;
    const bool agree = left_.country == right_.country;
    found_.add({Field::country, agree ? Level::same : Level::differs},
               agree ? Signal::country_same : Signal::country_differs);
  }

  /// Two of one household share address, telephone and mailbox: with another given name these say that, and
  /// no more.
  void weigh_household() {
    if (!other_given_name_ || !(same_email_ || same_phone_ || same_street_)) return;
    found_.begin({Field::household, Level::differs});
    if (same_email_) found_.add(Signal::household_email);
    if (same_phone_) found_.add(Signal::household_phone);
    if (same_street_) found_.add(Signal::household_street);
  }

  /// log2 of how many further records have the value, in tenths.
  static int holders(const Lexicon& lexicon, const std::string& value) { return lexicon.further_bits(value); }

  const CustomerFeatures& left_;
  const CustomerFeatures& right_;
  const CustomerLexicons& lexicons_;
  Findings found_;
  bool same_email_ = false, same_phone_ = false, same_street_ = false, other_given_name_ = false;
};

}  // namespace

Findings compare_customers(const CustomerFeatures& left, const CustomerFeatures& right,
                           const CustomerLexicons& lexicons) {
  return Comparing(left, right, lexicons).findings();
}

}  // namespace sidebill

#include "core/matching/explain.h"

#include "core/base/text.h"

namespace sidebill {

namespace {

std::string words_text(const std::vector<WordId>& words, const Lexicon& lexicon) {
  std::string text;
  for (const WordId id : words) {
    if (!text.empty()) text.push_back(' ');
    text += lexicon.word(id);
  }
  return text;
}

std::string street_text(const StreetAddress& street) {
  const std::string numbers = join(street.numbers, " "), words = join(street.words, " ");
  return numbers.empty() || words.empty() ? numbers + words : numbers + " " + words;
}

std::string value_of(Field field, std::size_t choice, const CustomerFeatures& customer,
                     const Lexicon& names) {
  switch (field) {
    case Field::name: return words_text(customer.names[choice].words, names);
    case Field::legal_form: return join(customer.names[choice].forms, " ");
    case Field::email: return text_of(customer.email);
    case Field::phone: return customer.phone;
    case Field::website: return customer.website;
    case Field::street: return street_text(customer.street);
    case Field::postcode: return customer.postcode;
    case Field::city: return customer.city;
    case Field::region: return customer.region;
    case Field::country: return customer.country;
    case Field::household: return words_text(customer.names[choice].words, names);
    case Field::sku:
    case Field::code:
    case Field::quantity:
    case Field::colour:
    case Field::number:
    case Field::text:
    case Field::price: return {};
  }
  return {};
}

std::string quantities_text(const std::vector<Quantity>& quantities) {
  std::vector<std::string> texts;
  for (const Quantity& quantity : quantities) texts.push_back(quantity.number + " " + quantity.unit);
  return join(texts, ", ");
}

std::string price_text(std::int64_t minor) { return to_text(Decimal(minor, 2)); }

std::string value_of(Field field, std::size_t, const ItemFeatures& item, const Lexicon& words) {
  switch (field) {
    case Field::name: return words_text(item.name_words, words);
    case Field::text: return words_text(item.all_words, words);
    case Field::sku: return item.sku;
    case Field::code: return join(item.codes, ", ");
    case Field::quantity: return quantities_text(item.name.quantities);
    case Field::colour: return join(item.name.colours, ", ");
    case Field::number: return join(item.name.numbers, ", ");
    case Field::price: return price_text(item.price_minor);
    case Field::legal_form:
    case Field::email:
    case Field::phone:
    case Field::website:
    case Field::street:
    case Field::postcode:
    case Field::city:
    case Field::region:
    case Field::country:
    case Field::household: return {};
  }
  return {};
}

template <class Features>
std::vector<Evidence> explained(const Findings& findings, const Weights& weights, const Features& left,
                                const Features& right, const Lexicon& lexicon) {
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < findings.clue_count(); ++i) {
    const Clue& clue = findings.clues()[i];
    evidence.push_back({text_of(clue.field), text_of(clue.level),
                        value_of(clue.field, clue.left, left, lexicon),
                        value_of(clue.field, clue.right, right, lexicon), 0});
  }
  for (const Findings::Measured& measured : findings)
    evidence[measured.clue].weight += points_of(measured, weights);
  return evidence;
}

}  // namespace

std::vector<Evidence> explain(const Findings& findings, const Weights& weights, const CustomerFeatures& left,
                              const CustomerFeatures& right, const Lexicon& names) {
  return explained(findings, weights, left, right, names);
}

std::vector<Evidence> explain(const Findings& findings, const Weights& weights, const ItemFeatures& left,
                              const ItemFeatures& right, const Lexicon& words) {
  return explained(findings, weights, left, right, words);
}

}  // namespace sidebill

#include "core/matching/findings.h"

namespace sidebill {

const char* text_of(Field value) {
  switch (value) {
    case Field::name: return "name";
    case Field::legal_form: return "legal-form";
    case Field::email: return "email";
    case Field::phone: return "phone";
    case Field::website: return "website";
    case Field::street: return "street";
    case Field::postcode: return "postcode";
    case Field::city: return "city";
    case Field::region: return "region";
    case Field::country: return "country";
    case Field::household: return "household";
    case Field::sku: return "sku";
    case Field::code: return "code";
    case Field::quantity: return "quantity";
    case Field::colour: return "colour";
    case Field::number: return "number";
    case Field::text: return "text";
    case Field::price: return "price";
  }
  return "";
}

const char* text_of(Level value) {
  switch (value) {
    case Level::same: return "same";
    case Level::alike: return "alike";
    case Level::within: return "within";
    case Level::overlaps: return "overlaps";
    case Level::touches: return "touches";
    case Level::elsewhere: return "elsewhere";
    case Level::differs: return "differs";
  }
  return "";
}

int points_of(const Findings::Measured& measured, const Weights& weights) {
  return weights[static_cast<std::size_t>(measured.signal)] * measured.amount / 10;
}

int score_of(const Findings& findings, const Weights& weights) {
  int score = 0;
  for (const Findings::Measured& measured : findings) score += points_of(measured, weights);
  return score;
}

}  // namespace sidebill
